// Waiting for an earlier time: joining the list, the time that is kept on top of Min side, taking
// it, saying no thanks, and leaving.
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

test("waits for an earlier time and takes it with one tap where the message leads", async ({
  page,
  signIn,
  server,
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
  await page.getByRole("button", { name: "Skriv mig på ventelisten" }).click();
  await expect(page.getByText("Du står nu på venteliste.")).toBeVisible();
  await inspect("waiting-list");

  await freed(server.url, holder);
  await open(page, "/my", "Min side");
  const card = page.getByRole("heading", { name: "Der er en tidligere tid til dig" });
  await expect(card).toBeVisible();
  await expect(page.getByRole("main")).toContainText(dayAndClock(early.starts_at));
  await expect(page.getByText(/Vi holder den til dig indtil/)).toBeVisible();
  await inspect("my-kept");
  await page.getByRole("link", { name: "Tag tiden, eller sig nej tak" }).click();
  await at(page, PAGE);
  await page.getByRole("button", { name: "Tag tiden" }).click();
  await at(page, "Din samtale er flyttet");
  expect((await waits.nextBooking())?.starts_at).toBe(early.starts_at);
  await page.goto("/waiting-list");
  await at(page, PAGE);
  await expect(page.getByText(/Du tog en tidligere tid/)).toBeVisible();
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
  await expect(page.getByText("You are on the waiting list now.")).toBeVisible();
  await freed(server.url, holder);
  await page.reload();
  await at(page, title);
  await inspect("waiting-list-kept-english");
  await tabTo(page, page.getByRole("button", { name: "No thanks, keep my time" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/The time goes to somebody else/)).toBeVisible();
  expect((await waits.get<Waiting>("/api/citizen/waiting-list")).waiting?.offer).toBeNull();
  await tabTo(page, page.locator("summary", { hasText: "Leave the waiting list" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Yes, take me off the list" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("You are no longer on the waiting list.")).toBeVisible();
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
  await inspect("waiting-list-kept-gone");

  await signIn("no-times");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Skriv dig på venteliste" }).click();
  await at(page, PAGE);
  await expect(page.getByRole("button", { name: "Skriv mig på ventelisten" })).toBeVisible();
});
