// A caseworker's work: planning and publishing times, seeing the week, and deciding for a
// citizen. What is decided here is what the citizen sees.
import type { Locator, Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, firstFree, open, test } from "./support/fixtures.ts";

const MONDAY = "2026-12-14";
const WEDNESDAY = "2026-12-16";
const FRIDAY = "2026-12-18";

/** "mandag den 14. december" → "9.00, 9.45, …", read from the screen. */
type Days = Record<string, string>;

async function previewedFor(page: Page, form: string): Promise<Days> {
  const days: Days = {};
  for (const row of await page.getByRole("table", { name: /^Tider fra/ }).getByRole("row").all()) {
    const [day, times] = await row.getByRole("cell").all();
    if (!day || !times) continue;
    const items = await times.getByRole("listitem").allInnerTexts();
    const offered = items.filter((item) => item.includes(form) && !/spærret|trækkes/.test(item));
    if (offered.length > 0) days[await day.innerText()] = clocks(offered);
  }
  return days;
}

async function seenByCitizen(page: Page): Promise<Days> {
  const days: Days = {};
  for (const day of await page.getByRole("region").filter({ has: page.getByRole("list") }).all()) {
    const heading = await day.getByRole("heading").first().innerText();
    days[heading] = clocks(await day.getByRole("link").allInnerTexts());
  }
  return days;
}

function clocks(texts: string[]): string {
  return texts.map((text) => /\d{1,2}\.\d\d/.exec(text)?.[0]).join(", ");
}

function part(page: Page, heading: string): Locator {
  const named = page.getByRole("heading", { level: 2, name: heading });
  return page.locator("section").filter({ has: named });
}

async function openCase(page: Page, citizen: string): Promise<void> {
  await open(page, "/staff/cases", "Sager");
  await page.getByRole("link", { name: citizen }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(citizen);
}

async function giveReason(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /Begrundelse/ }).fill(reason);
  await dialog.getByRole("button", { name: /Gem beslutningen|Aflys samtalen/ }).click();
  await expect(dialog).toBeHidden();
}

test("publishes a week, and the citizen sees exactly that", async ({ page, signIn, inspect }) => {
  await signIn("caseworker-1");
  await open(page, "/staff/calendar", "Ugeplan og ledige tider");
  await inspect("staff-calendar");

  const exceptions = part(page, "2. Undtagelser");
  await exceptions.getByLabel("Første dag").fill(WEDNESDAY);
  await exceptions.getByLabel("Sidste dag").fill(WEDNESDAY);
  await exceptions.getByRole("button", { name: "Tilføj undtagelse" }).click();
  await expect(page.getByText("Undtagelsen er tilføjet")).toBeVisible();

  const publishing = part(page, "3. Se og offentliggør");
  await publishing.getByLabel("Første dag").fill(MONDAY);
  await publishing.getByLabel("Sidste dag").fill(FRIDAY);
  await publishing.getByRole("button", { name: "Vis tider" }).click();
  await expect(page.getByText(/\d+ tider i alt/)).toBeVisible();
  await inspect("staff-calendar-preview");
  const promised = await previewedFor(page, "Telefon");
  expect(Object.keys(promised)).toEqual([
    "mandag den 14. december",
    "tirsdag den 15. december",
    "torsdag den 17. december",
    "fredag den 18. december",
  ]);
  await publishing.getByRole("button", { name: "Offentliggør" }).click();
  await expect(page.getByText(/^Offentliggjort: /)).toBeVisible();

  await signIn("next-due");
  await page.goto(`/book/phone?week=${MONDAY}`);
  await at(page, /Vælg en tid/);
  await expect(page.getByText("mandag den 14. december").first()).toBeVisible();
  expect(await seenByCitizen(page)).toEqual(promised);
});

test("a week plan that makes no sense is not saved, and says where", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await open(page, "/staff/calendar", "Ugeplan og ledige tider");
  const to = part(page, "1. Ugeplan").getByLabel("Til").first();
  await to.fill("07:00");
  await page.getByRole("button", { name: "Gem ugeplanen" }).click();
  const message = "Sluttidspunktet skal ligge efter starttidspunktet";
  const summary = page.getByRole("link", { name: message });
  await expect(summary).toBeVisible();
  await inspect("staff-calendar-error");
  await summary.click();
  await expect(to).toBeFocused();
});

test("a week plan that is not saved is still there after another page", async ({
  page,
  signIn,
}) => {
  await signIn("caseworker-1");
  await open(page, "/staff/calendar", "Ugeplan og ledige tider");
  const plan = part(page, "1. Ugeplan");
  await plan.getByLabel("Til").first().fill("11:35");
  await expect(plan.getByText("Ugeplanen har ændringer, der ikke er gemt.")).toBeVisible();
  await page.getByRole("link", { name: "Sager", exact: true }).click();
  await at(page, "Sager");
  await page.goBack();
  await at(page, "Ugeplan og ledige tider");
  await expect(plan.getByLabel("Til").first()).toHaveValue("11:35");
  await page.getByRole("button", { name: /^Hent den gemte ugeplan/ }).click();
  await expect(plan.getByLabel("Til").first()).not.toHaveValue("11:35");
});

test("times are published only after somebody has looked at them", async ({ page, signIn }) => {
  await signIn("caseworker-1");
  await open(page, "/staff/calendar", "Ugeplan og ledige tider");
  const publishing = part(page, "3. Se og offentliggør");
  await publishing.getByRole("button", { name: "Offentliggør" }).click();
  await expect(publishing.getByText(/^Tryk på Vis tider/)).toBeVisible();
});

test("the week shows bookings and free times; a free time can be withdrawn", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await open(page, "/staff", "Min uge");
  await inspect("staff-week");
  await expect(page.getByText("Pia Mose").first()).toBeVisible();
  const withdraw = page.getByRole("button", { name: /^Træk tilbage: ledig tid/ });
  const before = await withdraw.count();
  await withdraw.first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toBeFocused();
  await inspect("staff-withdraw");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(withdraw.first(), "the focus goes back where it came from").toBeFocused();
  await withdraw.first().click();
  await dialog.getByRole("button", { name: "Træk tiden tilbage" }).click();
  await expect(page.getByText(/er trukket tilbage og kan ikke længere bookes/)).toBeVisible();
  await expect(withdraw).toHaveCount(before - 1);
  await expect(page.locator(".notice").first()).toBeFocused();
  const next = page.getByRole("link", { name: "Næste uge" });
  await next.click();
  await expect(page.getByRole("heading", { name: /^Uge 49/ })).toBeVisible();
  await expect(next).toBeFocused();
});

test("records what happened: the next deadline follows", async ({ page, signIn, inspect }) => {
  await signIn("caseworker-1");
  await open(page, "/staff?week=2026-11-16", "Min uge");
  await page.getByRole("button", { name: /^Registrér udfald: Anders Friis/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await inspect("staff-outcome");
  await dialog.getByRole("radio", { name: /Samtalen blev holdt/ }).check();
  await dialog.getByRole("button", { name: "Gem udfald" }).click();
  await expect(page.getByText(/Udfaldet er gemt/)).toBeVisible();
});

test("unlocks a form with a reason: the citizen may choose it and reads why", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await openCase(page, "Maja Holm");
  await inspect("staff-case");
  await page.getByRole("button", { name: "Lås op: Telefon" }).click();
  await inspect("staff-case-unlock");
  await giveReason(page, "Du har brækket benet og bor langt væk.");
  await expect(page.getByText("Beslutningen er gemt")).toBeVisible();

  await signIn("first-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await expect(page.getByRole("link", { name: firstFree("Telefon") })).toBeVisible();
  await expect(page.getByText("Du har brækket benet og bor langt væk.")).toBeVisible();
});

test("withdraws self-booking and gives it back", async ({ page, signIn }) => {
  await signIn("caseworker-1");
  await openCase(page, "Jonas Bak");
  await page.getByRole("button", { name: "Træk selvbooking tilbage" }).click();
  await giveReason(page, "Vi finder tiderne sammen den næste måned.");
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.getByText("Hvorfor?").first().click();
  await expect(page.getByText(/Vi finder tiderne sammen den næste måned/)).toBeVisible();

  await signIn("caseworker-1");
  await openCase(page, "Jonas Bak");
  await page.getByRole("button", { name: "Giv selvbooking tilbage" }).click();
  await giveReason(page, "Du klarer det selv igen.");
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await expect(page.getByRole("link", { name: "Book samtale" })).toBeVisible();
});

test("books for a citizen, and cancels with a reason", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("caseworker-1");
  await openCase(page, "Jonas Bak");
  await page.getByRole("link", { name: "Book for borgeren" }).click();
  await at(page, "Book for Jonas Bak");
  await page.getByRole("link", { name: "Video" }).click();
  await page.getByRole("main").getByRole("button", { name: / kl\. / }).first().click();
  await inspect("staff-case-book");
  await page.getByRole("dialog").getByRole("button", { name: "Book tiden" }).click();
  await expect(page.getByText(/Samtalen er booket/)).toBeVisible();
  await at(page, "Jonas Bak");
  const citizen = await Person.signedIn(server.url, "next-due");
  expect((await citizen.nextBooking())?.channel).toBe("video");

  await openCase(page, "Jonas Bak");
  await page.getByRole("button", { name: /^Aflys/ }).first().click();
  await giveReason(page, "Sagsbehandleren er syg.");
  expect(await citizen.nextBooking()).toBeNull();
});

test("a team leader may open a colleague's calendar", async ({ page, signIn, inspect }) => {
  await signIn("team-leader");
  await open(page, "/staff", "Min uge");
  await page.getByLabel("Vis kalenderen for").selectOption({ label: "Hanne Ravn" });
  await at(page, "Uge for Hanne Ravn");
  await inspect("staff-week-of-colleague");
});

test("the cases with the earliest deadline come first", async ({ page, signIn, inspect }) => {
  await signIn("caseworker-1");
  await open(page, "/staff/cases", "Sager");
  await inspect("staff-cases");
  const rows = page.getByRole("row");
  await expect(rows.nth(1), "a day that was missed").toContainText(/skulle være/);
  await expect(rows.last()).toContainText("Ingen frist");
});

test("an employer sees the employees on sick leave, and what they can see of them", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("employer");
  await open(page, "/employer", "Sygemeldte medarbejdere");
  await page.getByText("Hvad kan I se her?").click();
  await expect(page.getByText(/I kan ikke se, hvad medarbejderen fejler/)).toBeVisible();
  await inspect("employer");
});
