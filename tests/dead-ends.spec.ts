// One test for each reason why somebody cannot simply go on: the page says why in plain words
// and shows a next step.
import { Person } from "./support/api.ts";
import { at, expect, firstFree, open, test, type Citizen } from "./support/fixtures.ts";

const PHONE_NUMBER = /\d\d\s\d\d\s\d\d\s\d\d/;

test("a caseworker on a citizen's page is told that it is for others, and comes on", async ({
  page,
  signIn,
  inspect,
  watch,
}) => {
  watch.expectRefusal(403);
  await signIn("caseworker-1");
  await page.goto("/my");
  await expect(page.getByRole("alert")).toBeVisible();
  await inspect("my-as-caseworker");
  await expect(page.getByRole("link", { name: "Gå til forsiden" })).toBeVisible();
});

test("first conversation: only in person, with the reason at the other forms", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await inspect("book-first-due");
  await expect(page.getByText("Din første samtale holdes som udgangspunkt ved fremmøde").first()).toBeVisible();
  for (const locked of ["Telefon", "Video"]) {
    await expect(page.getByRole("link", { name: firstFree(locked) })).toHaveCount(0);
  }
  await page.getByRole("link", { name: firstFree("Fremmøde") }).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
});

test("first conversation: Min side says by when, and why", async ({ page, signIn, inspect }) => {
  await signIn("first-due");
  await open(page, "/my", "Min side");
  await expect(page.getByRole("heading", { name: /Book din samtale senest/ })).toBeVisible();
  await page.getByText("Hvorfor?").first().click();
  await expect(page.getByText(/Den første samtale holdes inden 8 uger, altså senest/)).toBeVisible();
  await inspect("my-first-due");
});

test("locked form: video cannot be chosen, with the caseworker's reason", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("video-locked");
  await open(page, "/book", "Book din opfølgningssamtale");
  await inspect("book-video-locked");
  await expect(page.getByText("Kan ikke vælges")).toBeVisible();
  await expect(page.getByText(/Din sagsbehandler har lukket for denne form/)).toBeVisible();
  await expect(page.getByRole("link", { name: firstFree("Video") })).toHaveCount(0);
  await expect(page.getByRole("link", { name: firstFree("Telefon") })).toBeVisible();
});

test("no free times before the deadline: another way is offered", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("no-times");
  await open(page, "/my", "Min side");
  await inspect("my-no-times");
  await expect(page.getByRole("main").getByText(PHONE_NUMBER).first()).toBeVisible();
  await open(page, "/book", "Book din opfølgningssamtale");
  await inspect("book-no-times");
  await expect(page.getByRole("main").getByText(PHONE_NUMBER).first()).toBeVisible();
});

const ELSEWHERE: [Citizen, RegExp, RegExp][] = [
  ["exempt", /Du skal ikke gøre noget lige nu/, /vi regner med, at du er rask igen/],
  ["standby", /Du skal ikke gøre noget lige nu/, /fritaget for samtaler siden/],
  ["withdrawn", /Ring til os for at få en tid/, /Din sagsbehandler har besluttet/],
  ["closed", /Din sag er afsluttet/, /Du skal ikke booke flere samtaler/],
  ["overdue", /Lad os finde en tid/, /Samtalen skulle være holdt senest/],
];

for (const [citizen, heading, why] of ELSEWHERE) {
  test(`${citizen}: Min side says what holds and what to do`, async ({ page, signIn, inspect }) => {
    await signIn(citizen);
    await open(page, "/my", "Min side");
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    const question = page.getByText("Hvorfor?").first();
    if (await question.isVisible()) await question.click();
    await expect(page.getByText(why).first()).toBeVisible();
    await expect(page.getByRole("main").getByText(PHONE_NUMBER).first()).toBeVisible();
    await inspect(`my-${citizen}`);
  });
}

for (const citizen of ["exempt", "standby", "overdue", "no-employer"] as const) {
  test(`${citizen}: may book all the same`, async ({ page, signIn }) => {
    await signIn(citizen);
    await open(page, "/book", "Book din opfølgningssamtale");
    await page.getByRole("link", { name: firstFree() }).first().click();
    await page.getByRole("button", { name: "Book tiden" }).click();
    await at(page, "Din samtale er booket");
  });
}

for (const citizen of ["withdrawn", "closed"] as const) {
  test(`${citizen}: the booking page says why not, and whom to ring`, async ({
    page,
    signIn,
    inspect,
  }) => {
    await signIn(citizen);
    await open(page, "/book", "Book din opfølgningssamtale");
    await expect(page.getByRole("link", { name: firstFree() })).toHaveCount(0);
    await expect(page.getByRole("main").getByText(PHONE_NUMBER).first()).toBeVisible();
    await inspect(`book-${citizen}`);
  });
}

test("already booked: the booking page leads to the conversation", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("booked");
  await open(page, "/book", "Book din opfølgningssamtale");
  await expect(page.getByText(/Du har allerede en samtale/)).toBeVisible();
  await inspect("book-already-booked");
  await page.getByRole("link", { name: "Flyt den" }).click();
  await at(page, "Flyt din samtale");
});

test("an address that does not exist", async ({ page, signIn, watch, inspect }) => {
  await signIn("next-due");
  watch.expectRefusal(400);
  await open(page, "/book/brevdue", /./);
  await expect(page.getByText(/findes ikke/).first()).toBeVisible();
  await inspect("no-such-channel");
});

test("another person's conversation is not to be seen", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const booking = await (await Person.signedIn(server.url, "booked")).nextBooking();
  await signIn("next-due");
  watch.expectRefusal(404);
  await open(page, `/bookings/${booking?.id}`, "Din samtale");
  await expect(page.getByText(/Vi kan ikke finde det, du leder efter/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Gå til forsiden" })).toBeVisible();
  await inspect("booking-not-found");
});

test("somebody who has not signed in is led to the front page and back", async ({
  page,
  watch,
  inspect,
}) => {
  watch.expectRefusal(401);
  await open(page, "/my", "Min side");
  await expect(page.getByRole("heading", { name: "Du er ikke logget på" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Gå til forsiden" })).toBeVisible();
  await inspect("sign-in-needed");
});
