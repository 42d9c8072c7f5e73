// Group sessions as a citizen meets them: a seat in two taps, the waiting list, and nobody else.
import type { Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, open, test, type Citizen } from "./support/fixtures.ts";

const TITLE = "Gruppeforløb";
/** The demonstration's first session: five seats, three of them taken. */
const FIRST = "torsdag den 3. december, 13.00–15.00";
const WANT = new RegExp(`^Jeg vil gerne med: Tilbagevenden .*, ${FIRST}$`);
const WAIT = new RegExp(`^Skriv mig på ventelisten: Tilbagevenden .*, ${FIRST}$`);

interface Groups {
  sessions: { id: string; starts_at: string }[];
}

/** Says what somebody wants of the nth session; gives when it begins. */
async function wishes(url: string, who: Citizen, wish: string, nth = 0): Promise<string> {
  const person = await Person.signedIn(url, who);
  const { sessions } = await person.get<Groups>("/api/citizen/groups");
  await person.put(`/api/citizen/groups/${sessions[nth].id}`, { wish });
  return sessions[nth].starts_at;
}

function outcome(page: Page) {
  return page.locator("#groups-outcome");
}

test("a seat in two taps, and it can be given up", async ({ page, signIn, inspect }) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: TITLE }).click();
  await at(page, TITLE);
  await expect(page.getByText("Det er frivilligt, om du vil være med.")).toBeVisible();
  await expect(page.getByText("Få pladser")).toBeVisible();
  await expect(page.getByText("Der er ledige pladser")).toBeVisible();
  await inspect("groups");
  await page.getByRole("button", { name: WANT }).click();
  const sure = page.locator(".chosen-time");
  await expect(sure).toBeFocused();
  await expect(sure).toContainText(`Vil du have en plads ${FIRST}?`);
  await inspect("groups-sure");
  await sure.getByRole("button", { name: "Tag pladsen" }).click();
  await expect(outcome(page)).toContainText(`Du har fået en plads ${FIRST}.`);
  await expect(outcome(page)).toBeFocused();
  await expect(page.getByRole("heading", { name: "Dine gruppeforløb" })).toBeVisible();
  await expect(page.getByText("Du har en plads", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: `Føj til kalender: ${FIRST}` })).toBeVisible();
  for (const other of ["Anders Friis", "Pia Mose", "Kirsten Eng"]) {
    await expect(page.locator("body")).not.toContainText(other);
  }
  await inspect("groups-seat");

  await open(page, "/my", "Min side");
  const line = page.getByRole("row", { name: "Gruppeforløb 3. december" });
  await expect(line).toBeVisible();
  await inspect("my-group");
  await page.getByRole("link", { name: TITLE }).click();
  await page.getByText("Jeg vil ikke være med alligevel").click();
  await inspect("groups-give-up");
  await page.getByRole("button", { name: "Giv pladsen videre" }).click();
  await expect(outcome(page)).toContainText("Du har ikke længere en plads.");
  await expect(page.getByRole("heading", { name: "Dine gruppeforløb" })).toHaveCount(0);
});

test("whoever is first in line is offered the seat, and takes it in one tap", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await wishes(server.url, "first-due", "seat");
  await wishes(server.url, "exempt", "seat");
  await signIn("next-due");
  await open(page, "/groups", TITLE);
  await expect(page.getByText("Fuldt", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: WAIT }).click();
  await expect(outcome(page)).toContainText("Du står på ventelisten.");
  await inspect("groups-in-line");

  await wishes(server.url, "exempt", "nothing");
  await open(page, "/my", "Min side");
  await inspect("my-group-offered");
  await page.getByRole("link", { name: /^Vi holder en plads i et gruppeforløb til dig indtil/ }).click();
  await at(page, TITLE);
  await expect(page.getByText("Vi holder den til dig indtil mandag den 23. november kl. 8.3")).toBeVisible();
  await inspect("groups-offered");
  await page.getByRole("button", { name: "Tag pladsen" }).click();
  await expect(outcome(page)).toContainText(`Du har fået en plads ${FIRST}.`);
});

test("a seat that comes free too late to be kept is for whoever takes it, also of those in line", async ({
  page,
  server,
  inspect,
}) => {
  // The second session, which takes place without one of them too.
  for (const who of ["first-due", "booked", "overdue", "exempt", "standby", "video-locked"] as const) {
    await wishes(server.url, who, "seat", 1);
  }
  const starts = await wishes(server.url, "next-due", "in_line", 1);
  const after = await server.later(new Date(Date.parse(starts) - 15 * 60_000).toISOString());
  try {
    const headers = { Origin: after.url };
    const data = { key: "next-due" };
    expect((await page.request.post(`${after.url}/api/session/demo`, { data, headers })).ok()).toBe(true);
    await open(page, `${after.url}/groups`, TITLE);
    await expect(page.getByText("Du står på ventelisten")).toBeVisible();
    await expect(page.getByRole("button", { name: "Tag pladsen" }), "none is free").toHaveCount(0);
    await wishes(after.url, "exempt", "nothing");
    await page.reload();
    await expect(page.getByText("Der er en ledig plads nu.")).toBeVisible();
    await inspect("groups-in-line-free");
    await page.getByRole("button", { name: "Tag pladsen" }).click();
    await expect(outcome(page)).toContainText("Du har fået en plads");
    await expect(outcome(page)).toBeFocused();
  } finally {
    await after.stop();
  }
});

test("why one cannot, in plain words and with a way on", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  watch.expectRefusal(409);
  await signIn("closed");
  await open(page, "/groups", TITLE);
  await expect(page.getByText("Din sag er afsluttet, så du kan ikke tilmelde dig.")).toBeVisible();
  await expect(page.getByRole("button", { name: WANT })).toHaveCount(0);
  await inspect("groups-closed");

  await signIn("standby");
  await open(page, "/groups", TITLE);
  await expect(page.getByText("Du kan godt være med her, hvis du har lyst.")).toBeVisible();
  // The last seat goes while they make up their mind.
  await page.getByRole("button", { name: WANT }).click();
  await wishes(server.url, "first-due", "seat");
  await wishes(server.url, "exempt", "seat");
  await page.getByRole("button", { name: "Tag pladsen" }).click();
  await expect(outcome(page)).toContainText("Der er ikke flere pladser.");
  await expect(page.getByRole("button", { name: WAIT })).toBeVisible();
  await inspect("groups-full");
});

test("in English, and with the keyboard alone", async ({ page, signIn, inspect }) => {
  await signIn("next-due");
  await open(page, "/groups", TITLE);
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Group sessions");
  await page.getByRole("button", { name: /^I want to take part: Returning to/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".chosen-time")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Take the seat" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(outcome(page)).toContainText("You have a seat on Thursday 3 December, 13:00–15:00.");
  await inspect("groups-english");
});
