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
  test,
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
  await unfold(page, CONTROLS);
  await page.getByRole("radio", { name: "Telefon (375 px)" }).check();
  const width = await (await frameOf(page)).evaluate(() => innerWidth);
  expect(width).toBe(375);
  await inspect("preview-controls");
});

test("shows the pages in English while the caseworker's own stay Danish", async ({
  page,
  see,
  inspect,
}) => {
  await see();
  await goInside(page, "/book", "Book din opfølgningssamtale");
  await unfold(page, CONTROLS);
  await page.getByRole("radio", { name: "English" }).check();
  const heading = inside(page).getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Book your follow-up conversation");
  await expect(inside(page).locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html").first()).toHaveAttribute("lang", "da");
  await inspect("preview-english");

  // The citizen's own switch works, too, and is the frame's alone.
  await inside(page).getByRole("button", { name: "Dansk" }).click();
  await expect(heading).toHaveText("Book din opfølgningssamtale");
  await expect(page.getByRole("radio", { name: "Dansk" })).toBeChecked();
  await page.getByRole("radio", { name: "English" }).check();
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
  const update = page.getByRole("button", { name: "Opdatér visningen" });
  await update.click();
  await expect(banner(page)).toContainText("som det ser ud mandag den 7. december 2026");
  await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(
    "Book din opfølgningssamtale",
  );
  await expect(update).toBeFocused();
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
  await page.getByRole("button", { name: "Opdatér visningen" }).click();
  await shows(page, "Som en borger ser det: Alvorligt syg og fritaget for samtaler (standby)");
  await expect(banner(page)).toContainText("Et eksempel – ingen borgers oplysninger");
  await expect(inside(page).getByText(JONAS.name)).toHaveCount(0);
  await inspect("preview-sample");
  await whose.selectOption({ label: `${JONAS.name} (sagen)` });
  await page.getByRole("button", { name: "Opdatér visningen" }).click();
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
  const update = page.getByRole("button", { name: "Opdatér visningen" });
  await update.click();
  await expect(page.getByRole("link", { name: /dato/i }).first(), "needs its days").toBeVisible();
  await page.getByLabel("Første dag").fill(THURSDAY);
  await page.getByLabel("Sidste dag").fill(THURSDAY);
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
  const hidden = page.locator(".hidden-day").getByRole("listitem");
  for (const item of await hidden.allInnerTexts()) {
    expect(item).toMatch(/^\d+\.\d\d–\d+\.\d\d, .+: .+/);
  }
  // Christmas is closed, and says so.
  for (let weeks = 0; weeks < 3; weeks += 1) {
    await page.getByRole("button", { name: "Næste uge" }).click();
  }
  await expect(page.getByText("Lukket: juledag")).toBeVisible();
  await page.getByRole("radio", { name: "Video" }).check();
  await expect(page.getByText("Lukket: juledag")).toBeVisible();
});
