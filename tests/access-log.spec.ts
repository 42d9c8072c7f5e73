// Who has looked at one's data (I7), as the citizen reads it.
import { Person } from "./support/api.ts";
import { expect, open, test } from "./support/fixtures.ts";

const TITLE = "Hvem har set mine oplysninger";

test("every look by a caseworker is there, newest first, by day", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const caseworker = await Person.signedIn(server.url, "caseworker-1");
  const cases = await caseworker.get<{ id: string; citizen: string }[]>("/api/staff/cases");
  const sofie = cases.find((row) => row.citizen === "Sofie Lund");
  await caseworker.get(`/api/staff/cases/${sofie?.id}/job-plan`);
  await signIn("booked");
  await open(page, "/access-log", TITLE);
  const days = page.getByRole("heading", { level: 2 });
  await expect(days.first()).toHaveText("mandag den 23. november 2026");
  const first = page.getByRole("listitem").filter({ hasText: "Sagsbehandler" }).first();
  await expect(first).toContainText("Læste din plan");
  await expect(first).toContainText("Hanne Ravn");
  await inspect("access-log");
});

test("more looks are fetched on request, and reading goes on where it stopped", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const caseworker = await Person.signedIn(server.url, "caseworker-1");
  const cases = await caseworker.get<{ id: string; citizen: string }[]>("/api/staff/cases");
  const sofie = cases.find((row) => row.citizen === "Sofie Lund");
  for (let look = 0; look < 60; look++) await caseworker.get(`/api/staff/cases/${sofie?.id}`);
  await signIn("booked");
  await open(page, "/access-log", TITLE);
  const looks = page.locator(".looks__look");
  await expect(looks).toHaveCount(50);
  const more = page.getByRole("button", { name: "Vis flere" });
  await more.click();
  await expect(looks.nth(50)).toBeFocused();
  await expect(more, "there is nothing older").toHaveCount(0);
  expect(await looks.count()).toBeGreaterThan(60);
  await inspect("access-log-more");
});

test("says so when nobody has looked, and gives one's own data as a file", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("overdue");
  await open(page, "/access-log", TITLE);
  await expect(page.getByText("Ingen andre har set dine oplysninger endnu.")).toBeVisible();
  await inspect("access-log-empty");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Hent mine oplysninger" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  await page.getByRole("link", { name: "Min side" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Min side" })).toBeVisible();
});

test("reads in English", async ({ page, signIn, inspect }) => {
  await signIn("booked");
  await open(page, "/access-log", TITLE);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who has seen my information");
  await inspect("access-log-english");
});
