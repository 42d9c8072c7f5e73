// Waiting for an earlier time: joining the list, the time that is kept on top of Min side, taking
// it, saying no thanks, and leaving.
import type { Page, Route } from "@playwright/test";

import { Person, type OfferedTime } from "./support/api.ts";
import { dayAndClock } from "./support/danish.ts";
import { at, expect, open, test, type Citizen } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";

const PAGE = "Venteliste til en tidligere tid";

interface Waiting {
  suggested: object;
  waiting: { offer: { starts_at: string } | null } | null;
}

/** The last time of the nth day from the first one on with free times. */
async function timeOn(person: Person, day: number): Promise<OfferedTime> {
  const first = await person.freeTimes("phone");
  const next = first.next_week ? await person.freeTimes("phone", first.next_week) : null;
  const times = [...first.days, ...(next?.days ?? [])][day]?.times.at(-1);
  if (!times) throw new Error(`no free times on day ${day}`);
  return times;
}

/** Somebody has a time in some days, and another citizen one some days later. */
async function booked(url: string, citizen: Citizen) {
  const holder = await Person.signedIn(url, "next-due");
  const early = await timeOn(holder, 2);
  expect(await holder.book(early.slot_id, "phone")).toBe(true);
  const waits = await Person.signedIn(url, citizen);
  const late = await timeOn(waits, 5);
  expect(await waits.book(late.slot_id, "phone")).toBe(true);
  return { holder, waits, early, late };
}

/** A caseworker cancels the conversation of whoever has the early time. */
async function freed(url: string, holder: Person): Promise<void> {
  const booking = await holder.nextBooking();
  const hanne = await Person.signedIn(url, "caseworker-1");
  const path = `/api/staff/bookings/${booking?.id}/cancellation`;
  expect(await hanne.post(path, { reason: "Jeg er syg den dag." })).toBe(200);
}

/** The server finds fault with the day. */
function refused(route: Route): Promise<void> {
  const errors = [{ field: "before", code: "out_of_range" }];
  const problem = { type: "about:blank", title: "Unprocessable", status: 422, code: "invalid_fields", errors };
  return route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) });
}

/** The page tells what was done, and the focus is there. */
async function told(page: Page, words: string): Promise<void> {
  const outcome = page.locator("#waiting-outcome");
  await expect(outcome).toContainText(words);
  await expect(outcome).toBeFocused();
}

test("waits for an earlier time and takes it with one tap where the message leads", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const { holder, waits, early, late } = await booked(server.url, "video-locked");
  await signIn("video-locked");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Skriv dig på venteliste til en tidligere tid" }).click();
  await at(page, PAGE);
  await expect(page.getByLabel("Jeg vil gerne have en tid før")).toHaveValue(late.starts_at.slice(0, 10));
  await inspect("waiting-list-join");
  // Nothing at all is no wish.
  await page.getByRole("checkbox", { name: "Telefon" }).uncheck();
  await page.getByRole("checkbox", { name: "Fremmøde" }).uncheck();
  await page.getByRole("button", { name: "Skriv mig på ventelisten" }).click();
  await page.getByRole("link", { name: "Vælg mindst én slags samtale" }).click();
  await expect(page.getByRole("checkbox", { name: "Telefon" })).toBeFocused();
  await inspect("waiting-list-mend");
  await page.getByRole("checkbox", { name: "Telefon" }).check();
  await expect(page.getByText("Vælg mindst én slags samtale"), "mended").toHaveCount(0);
  // What only the server sees: meanwhile the day has become too late, say.
  watch.expectRefusal(422);
  await page.route("**/api/citizen/waiting-list", refused, { times: 1 });
  await page.getByRole("button", { name: "Skriv mig på ventelisten" }).click();
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(page.locator("#error-summary")).toContainText(/Vælg en dag efter \S+ den .*, senest /);
  await expect(page.locator("#waiting-outcome"), "no general words beside it").toBeEmpty();
  await page.getByRole("button", { name: "Skriv mig på ventelisten" }).click();
  await told(page, "Du står nu på venteliste.");
  await expect(page.locator("#error-summary")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Du står på venteliste" })).toBeVisible();
  await inspect("waiting-list");
  await page.getByText("Ret, hvad du venter på").click();
  await page.getByRole("checkbox", { name: "fredag" }).uncheck();
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByText("mandag, tirsdag, onsdag eller torsdag")).toBeVisible();
  await told(page, "Det er gemt.");

  await freed(server.url, holder);
  await open(page, "/my", "Min side");
  const card = page.getByRole("heading", { name: "Der er en tid til dig" });
  await expect(card).toBeVisible();
  await expect(page.getByRole("main")).toContainText(dayAndClock(early.starts_at));
  await expect(page.getByText(/Vi holder den til dig indtil/)).toBeVisible();
  await inspect("my-kept");
  await page.getByRole("link", { name: "Tag tiden, eller sig nej tak" }).click();
  await at(page, PAGE);
  const other = await page.context().newPage();
  await open(other, "/waiting-list", PAGE);
  await page.getByRole("button", { name: "Tag tiden" }).click();
  await at(page, "Din samtale er flyttet");
  // The window beside it does not know yet.
  watch.expectRefusal(409);
  await other.getByRole("button", { name: "Tag tiden" }).click();
  await told(other, `Tiden er din: ${dayAndClock(early.starts_at)}.`);
  await expect(other.getByRole("button", { name: "Tag tiden" })).toHaveCount(0);
  await other.close();
  expect((await waits.nextBooking())?.starts_at).toBe(early.starts_at);
  await page.goto("/waiting-list");
  await at(page, PAGE);
  await expect(page.getByText(/Du tog en tid fra ventelisten/)).toBeVisible();
});

test("says no thanks and leaves the list with the keyboard, in English", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const { holder, waits, late } = await booked(server.url, "standby");
  await signIn("standby");
  await open(page, "/waiting-list", PAGE);
  await page.getByRole("button", { name: "English" }).click();
  const title = "Waiting list for an earlier time";
  await at(page, title);
  await tabTo(page, page.getByRole("button", { name: "Put me on the waiting list" }));
  await page.keyboard.press("Space");
  await told(page, "You are on the waiting list now.");
  await freed(server.url, holder);
  await page.reload();
  await at(page, title);
  await inspect("waiting-list-kept-english");
  await tabTo(page, page.getByRole("button", { name: "No thanks, keep my time" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Take the time" })).toHaveCount(0);
  await told(page, "You have said no thanks to the time.");
  expect((await waits.get<Waiting>("/api/citizen/waiting-list")).waiting?.offer).toBeNull();
  await tabTo(page, page.locator("summary", { hasText: "Leave the waiting list" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Yes, take me off the list" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Put me on the waiting list" })).toBeVisible();
  await told(page, "You are no longer on the waiting list.");
  expect((await waits.nextBooking())?.starts_at).toBe(late.starts_at);
});

test("a time that has gone to another says so, and no free times lead to the list", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const { holder, waits } = await booked(server.url, "video-locked");
  const list = await waits.get<Waiting>("/api/citizen/waiting-list");
  await waits.put("/api/citizen/waiting-list", list.suggested);
  await freed(server.url, holder);
  await signIn("video-locked");
  await open(page, "/waiting-list", PAGE);
  await expect(page.getByRole("button", { name: "Tag tiden" })).toBeVisible();
  const offer = (await waits.get<{ waiting: { offer: { id: string } } }>("/api/citizen/waiting-list"))
    .waiting.offer;
  await waits.delete(`/api/citizen/waiting-list/offers/${offer.id}`);
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Tag tiden" }).click();
  await expect(page.getByText("Tiden bliver ikke holdt til dig længere.")).toBeVisible();
  await expect(page.locator("#waiting-outcome")).toBeFocused();
  await expect(page.getByText("Siger du nej tak"), "there is nothing to decline").toBeHidden();
  await inspect("waiting-list-kept-gone");

  await signIn("no-times");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Skriv dig på venteliste" }).click();
  await at(page, PAGE);
  await expect(page.getByRole("button", { name: "Skriv mig på ventelisten" })).toBeVisible();
});
