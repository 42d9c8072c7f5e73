// Group sessions as caseworkers plan them, see who comes, and call them off.
import { Person } from "./support/api.ts";
import { at, expect, open, test } from "./support/fixtures.ts";

const TITLE = "Gruppeforløb";

interface Groups {
  sessions: { id: string }[];
}

test("a caseworker plans a session, and citizens can sign up", async ({
  page,
  signIn,
  watch,
  inspect,
}) => {
  watch.expectRefusal(409);
  await signIn("caseworker-1");
  await open(page, "/staff/cases", "Sager");
  await page.getByRole("navigation").getByRole("link", { name: TITLE }).click();
  await at(page, TITLE);
  await expect(page.getByRole("row", { name: /3 af 5 pladser taget/ })).toBeVisible();
  await inspect("staff-groups");

  await page.getByRole("button", { name: "Planlæg et gruppeforløb" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Planlæg mødet" }).click();
  await expect(dialog.locator("#dialog-summary")).toBeFocused();
  await inspect("staff-groups-errors");
  await dialog.getByRole("link", { name: "Vælg et emne" }).click();
  await expect(dialog.getByLabel("Emne")).toBeFocused();
  await dialog.getByLabel("Emne").selectOption("CV");
  await dialog.getByLabel("Dato").fill("2026-11-23");
  await dialog.getByLabel("Begynder kl.").fill("09:00");
  await dialog.getByLabel("Lokale eller video").selectOption("Rådhuset, Lokale 2");
  await dialog.getByLabel("Antal pladser").selectOption("6");
  await dialog.getByRole("button", { name: "Planlæg mødet" }).click();
  await expect(dialog.getByText(/Vælg en dato mellem 24. november 2026 og/).first()).toBeVisible();
  await dialog.getByLabel("Dato").fill("2026-12-07");
  // Everything typed is still there.
  await expect(dialog.getByLabel("Begynder kl.")).toHaveValue("09:00");
  await dialog.getByRole("button", { name: "Planlæg mødet" }).click();
  await expect(page.getByText("Gruppeforløbet mandag den 7. december, 9.00–11.00 er planlagt.")).toBeVisible();
  const row = page.getByRole("row", { name: /Rådhuset, Lokale 2/ });
  await expect(row).toContainText("0 af 6 pladser taget");

  // She cannot be in two places.
  await page.getByRole("button", { name: "Planlæg et gruppeforløb" }).click();
  await expect(page.getByText("er planlagt."), "what was told is over").toHaveCount(0);
  await dialog.getByLabel("Emne").selectOption("Mestring");
  await dialog.getByLabel("Dato").fill("2026-12-07");
  await dialog.getByLabel("Begynder kl.").fill("10:00");
  await dialog.getByRole("button", { name: "Planlæg mødet" }).click();
  await expect(dialog.getByText("Du har en anden aftale på det tidspunkt.")).toBeVisible();
  await page.keyboard.press("Escape");

  await open(page, "/staff?week=2026-12-07", "Min uge");
  await expect(page.getByRole("row", { name: /Gruppeforløb 0 af 6 pladser taget/ })).toBeVisible();
  await inspect("staff-week-group");
});

test("a colleague leads in the place of one who is ill, and notes who came", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const heading = /^Tilbagevenden til og fastholdelse i jobbet, torsdag den 3. december/;
  const jonas = await Person.signedIn(server.url, "next-due");
  const { sessions } = await jonas.get<Groups>("/api/citizen/groups");
  const path = `/staff/groups/${sessions[0].id}`;
  await signIn("caseworker-1");
  await open(page, path, heading);
  await expect(page.getByText("Yusuf Demir"), "no case of hers").toHaveCount(0);
  await page.getByRole("button", { name: "Hold mødet selv" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("i stedet for Gitte Fjord");
  await inspect("staff-group-lead");
  await dialog.getByRole("button", { name: "Hold mødet selv" }).click();
  await expect(page.getByText("Du holder mødet nu.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Yusuf Demir/ })).toBeVisible();

  const after = await server.later("2026-12-03T15:30:00+01:00");
  try {
    const headers = { Origin: after.url };
    const data = { key: "caseworker-1" };
    expect((await page.request.post(`${after.url}/api/session/demo`, { data, headers })).ok()).toBe(true);
    await open(page, `${after.url}/staff/groups`, TITLE);
    await page.getByRole("link", { name: /^Se Tilbagevenden til/ }).click();
    await at(page, heading);
    await page.getByRole("checkbox", { name: "Pia Mose" }).uncheck();
    await inspect("staff-group-note");
    await page.getByRole("button", { name: "Notér, at mødet er holdt" }).click();
    await expect(page.getByText("Fremmødet er noteret.")).toBeVisible();
    await page.reload();
    await at(page, heading);
    await expect(page.getByRole("checkbox", { name: "Pia Mose" })).not.toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Anders Friis" })).toBeChecked();
    await page.getByRole("checkbox", { name: "Pia Mose" }).check();
    await page.getByRole("button", { name: "Ret fremmødet" }).click();
    await expect(page.getByText("Fremmødet er noteret.")).toBeVisible();
    await open(page, `${after.url}/staff/groups`, TITLE);
    await expect(page.getByRole("row", { name: /Tilbagevenden til.*Hanne Ravn.*Afholdt/ })).toBeVisible();
  } finally {
    await after.stop();
  }
});

test("the leader sees who comes, a colleague their own; called off, everybody is told why", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const jonas = await Person.signedIn(server.url, "next-due");
  const { sessions } = await jonas.get<Groups>("/api/citizen/groups");
  const path = `/staff/groups/${sessions[0].id}`;
  const heading = /^Tilbagevenden til og fastholdelse i jobbet, torsdag den 3. december/;
  await jonas.put(`/api/citizen/groups/${sessions[0].id}`, { wish: "seat" });

  await signIn("caseworker-1");
  await open(page, path, heading);
  await expect(page.getByText("Du ser kun deltagere fra dine egne sager.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Jonas Bak" })).toBeVisible();
  await inspect("staff-group-own");

  await signIn("team-leader");
  await open(page, "/staff/groups", TITLE);
  await page.getByRole("link", { name: /^Se Tilbagevenden til/ }).click();
  await at(page, heading);
  await expect(page.getByRole("row", { name: /Jonas Bak/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Anders Friis/ })).toBeVisible();
  await inspect("staff-group");
  await page.getByRole("button", { name: "Aflys mødet" }).click();
  const dialog = page.getByRole("dialog");
  await inspect("staff-group-call-off");
  await dialog.getByRole("button", { name: "Aflys mødet" }).click();
  await dialog.getByRole("alert").getByRole("link").click();
  await expect(dialog.locator("#reason")).toBeFocused();
  await dialog.locator("#reason").fill("Lokalet er ikke ledigt alligevel.");
  await dialog.getByRole("button", { name: "Aflys mødet" }).click();
  await expect(page.getByText("Mødet er aflyst. Deltagerne kan se det på Min side.")).toBeVisible();
  await expect(page.getByText("Mødet er aflyst: “Lokalet er ikke ledigt alligevel.”")).toBeVisible();
  await inspect("staff-group-cancelled");

  await signIn("next-due");
  await open(page, "/my", "Min side");
  await inspect("my-group-cancelled");
  await page.getByRole("link", { name: "Gruppeforløbet torsdag den 3. december er aflyst." }).click();
  await at(page, TITLE);
  await expect(page.getByText("Mødet er aflyst: “Lokalet er ikke ledigt alligevel.”")).toBeVisible();
  await inspect("groups-cancelled");
});
