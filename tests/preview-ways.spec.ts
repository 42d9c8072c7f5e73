// The ways in which a caseworker can look at a citizen's pages: narrow, in the other language, on
// another day, with a calendar that is not published, without anybody's data; and why a citizen
// does not see more times.
import { Person } from "./support/api.ts";
import { at, expect, open } from "./support/fixtures.ts";
import {
  banner,
  CONTROLS,
  frameOf,
  goInside,
  HIDDEN,
  inside,
  JONAS,
  shows,
  unfold,
  UPDATE,
  test,
  way,
} from "./support/preview.ts";

const MONDAY = "2026-12-07";
const THURSDAY = "2026-12-10";
/** Nobody works then in the demonstration. */
const EVENING = {
  from_date: THURSDAY,
  to_date: THURSDAY,
  kind: {
    kind: "extra_hours",
    from: "18:00",
    to: "20:00",
    channels: ["phone"],
    place: { kind: "home" },
  },
};

test("shows the pages as wide as a phone", async ({ page, see, inspect }) => {
  await see();
  const phone = way(page, "Bredde", "Telefon (375 px)");
  await phone.click();
  await expect(phone).toHaveAttribute("aria-pressed", "true");
  const width = await (await frameOf(page)).evaluate(() => innerWidth);
  expect(width).toBe(375);
  await inspect("preview-phone");
});

test("shows the pages in English while the caseworker's own stay Danish", async ({
  page,
  see,
  inspect,
}) => {
  await see();
  await goInside(page, "/book", "Book din opfølgningssamtale");
  await way(page, "Sprog i visningen", "English").click();
  const heading = inside(page).getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Book your follow-up conversation");
  await expect(inside(page).locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html").first()).toHaveAttribute("lang", "da");
  await inspect("preview-english");

  // The citizen's own switch works, too, and is the frame's alone.
  await inside(page).getByRole("button", { name: "Dansk" }).click();
  await expect(heading).toHaveText("Book din opfølgningssamtale");
  const danish = way(page, "Sprog i visningen", "Dansk");
  await expect(danish).toHaveAttribute("aria-pressed", "true");
  await way(page, "Sprog i visningen", "English").click();
  await expect(heading).toHaveText("Book your follow-up conversation");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Som borgeren ser det/);
});

test("shows the pages as they will look on another day, and stays where it is", async ({
  page,
  see,
}) => {
  await see();
  await goInside(page, "/book", "Book din opfølgningssamtale");
  await unfold(page, CONTROLS);
  await page.getByLabel(/^Som det ser ud den/).fill(MONDAY);
  const update = page.getByRole("button", { name: UPDATE });
  await update.click();
  await expect(banner(page)).toContainText("som det ser ud mandag den 7. december 2026");
  await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(
    "Book din opfølgningssamtale",
  );
  // The controls have made room for the pages, and are opened again from where one is.
  await expect(update).toBeHidden();
  await expect(page.locator("summary", { hasText: CONTROLS })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByLabel(/^Som det ser ud den/).fill("");
  await update.click();
  await expect(banner(page)).toContainText("som det ser ud i dag");
});

test("shows a kind of citizen without anybody's data, and comes back to the case", async ({
  page,
  see,
  inspect,
}) => {
  await see();
  await unfold(page, CONTROLS);
  const whose = page.getByLabel("Hvis sider");
  await whose.selectOption({ label: "Eksempel: Alvorligt syg og fritaget for samtaler (standby)" });
  await inspect("preview-controls");
  await page.getByRole("button", { name: UPDATE }).click();
  await shows(page, "Som en borger ser det: Alvorligt syg og fritaget for samtaler (standby)");
  await expect(banner(page)).toContainText("Et eksempel – ingen borgers oplysninger");
  await expect(inside(page).getByText(JONAS.name)).toHaveCount(0);
  await inspect("preview-sample");
  await unfold(page, CONTROLS);
  await whose.selectOption({ label: `${JONAS.name} (sagen)` });
  await page.getByRole("button", { name: UPDATE }).click();
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);
});

test("a time that is not published is shown as the citizen gets it afterwards", async ({
  page,
  see,
  signIn,
  server,
}) => {
  const hanne = await Person.signedIn(server.url, "caseworker-1");
  await hanne.make("/api/staff/calendar/exceptions", EVENING);
  const jonas = await Person.signedIn(server.url, JONAS.persona);
  const evening = async () => {
    const { days } = await jonas.freeTimes("phone", MONDAY);
    return days.flatMap((day) => day.times).filter((time) => time.starts_at.includes("T18:"));
  };
  expect(await evening()).toEqual([]);

  await see();
  await goInside(page, `/book/phone?week=${MONDAY}`, /Vælg en tid/);
  const time = inside(page).getByRole("link", { name: /10\. december.* kl\. 18\.\d\d/ }).first();
  await expect(time).toHaveCount(0);
  await unfold(page, CONTROLS);
  await page.getByLabel("Kalender").selectOption({ label: "Ikke offentliggjort: Hanne Ravn" });
  const [first, last] = [page.getByLabel("Første dag"), page.getByLabel("Sidste dag")];
  await expect(first, "four weeks from next Monday on").toHaveValue("2026-11-30");
  await expect(last).toHaveValue("2026-12-27");
  const update = page.getByRole("button", { name: UPDATE });
  await last.fill("2026-11-01");
  await update.click();
  const problems = page.locator("#error-summary").getByRole("link");
  await expect(problems, "it is said once").toHaveCount(1);
  await first.fill(THURSDAY);
  await last.fill(THURSDAY);
  await update.click();
  await expect(banner(page)).toContainText("med en kalender, der ikke er offentliggjort");
  await expect(time).toBeVisible();
  const shown = (await time.getAttribute("aria-label")) ?? (await time.innerText());

  await hanne.make("/api/staff/calendar/publications", { from: THURSDAY, to: THURSDAY });
  expect((await evening()).length).toBeGreaterThan(0);
  await signIn(JONAS.persona);
  await page.goto(`/book/phone?week=${MONDAY}`);
  await at(page, /Vælg en tid/);
  await expect(page.getByRole("link", { name: shown })).toBeVisible();
});

test("leads from the calendar to what a citizen would see of it, and back to the days typed", async ({
  page,
  signIn,
}) => {
  await signIn("caseworker-1");
  await open(page, "/staff/calendar", "Ugeplan og ledige tider");
  await page.locator("#publish-from").fill(THURSDAY);
  await page.locator("#publish-to").fill("2026-12-17");
  await page.getByRole("button", { name: "Se kalenderen som borger" }).click();
  await shows(page, "Som en borger ser det: Skal have sin næste samtale og vælger selv formen");
  await expect(banner(page)).toContainText("med en kalender, der ikke er offentliggjort");
  await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(
    "Book din opfølgningssamtale",
  );
  await banner(page).getByRole("button", { name: "Afslut visning" }).click();
  await at(page, "Ugeplan og ledige tider");
  await expect(page.locator("#publish-from")).toHaveValue(THURSDAY);
  await expect(page.locator("#publish-to")).toHaveValue("2026-12-17");
  await page.reload();
  await expect(page.locator("#publish-from"), "the address has them").toHaveValue(THURSDAY);
});

test("says of each time that the citizen does not see, why", async ({
  page,
  see,
  server,
  inspect,
}) => {
  const jonas = await Person.signedIn(server.url, JONAS.persona);
  await see();
  await unfold(page, HIDDEN);
  const counts = page.getByText(/^Borgeren ser .* i den uge\./);
  await expect(counts).toBeVisible();
  await inspect("preview-hidden");
  await page.getByRole("button", { name: "Næste uge" }).click();
  const week = "2026-11-30";
  const { days } = await jonas.freeTimes("phone", week);
  const seen = days.flatMap((day) => day.times).length;
  await expect(counts).toHaveText(new RegExp(`^Borgeren ser ${seen} tider i den uge\\.`));
  const parts = page.locator(".hidden-day");
  const hidden = await parts.getByRole("listitem").allInnerTexts();
  expect(hidden.length).toBeGreaterThan(0);
  await expect(page.getByText(`${hidden.length} tider ser borgeren ikke:`)).toBeVisible();
  for (const item of hidden) expect(item).toMatch(/^\d+\.\d\d–\d+\.\d\d, .+/);
  // By day and by reason, each with how many.
  const headings = async (level: number) =>
    (await parts.getByRole("heading", { level }).allInnerTexts()).map((heading) => /(\d+)\D*$/.exec(heading)?.[1]);
  for (const level of [3, 4]) {
    const counts = (await headings(level)).map(Number);
    expect(counts.reduce((sum, count) => sum + count)).toBe(hidden.length);
  }
  await expect(page.getByText(/^Samtalen skal holdes senest .+ Fristen skjuler ingen tider/)).toBeVisible();
  // Christmas is closed, and says so.
  for (let weeks = 0; weeks < 3; weeks += 1) {
    await page.getByRole("button", { name: "Næste uge" }).click();
  }
  await expect(page.getByText("Lukket: juledag")).toBeVisible();
  await page.getByRole("radio", { name: "Video" }).check();
  await expect(page.getByText("Lukket: juledag")).toBeVisible();
});
