// Booking a conversation, as a citizen who may choose the form.
import { readFileSync } from "node:fs";

import { Person, type Channel } from "./support/api.ts";
import { dayAndClock } from "./support/danish.ts";
import { at, expect, firstFree, next, open, test, timeIn } from "./support/fixtures.ts";

const FORMS: [Channel, string][] = [
  ["phone", "Telefon"],
  ["video", "Video"],
  ["in_person", "Fremmøde"],
];

for (const [channel, name] of FORMS) {
  test(`books the first free time: ${name}`, async ({ page, signIn, server, inspect }) => {
    await signIn("next-due");
    await open(page, "/book", "Book din opfølgningssamtale");
    await inspect("book");
    await page.getByRole("link", { name: firstFree(name) }).click();
    await at(page, "Tjek, og book tiden");
    await inspect(`book-check-${channel}`);
    await page.getByRole("button", { name: "Book tiden" }).click();
    await at(page, "Din samtale er booket");
    await inspect(`receipt-${channel}`);

    const citizen = await Person.signedIn(server.url, "next-due");
    const booking = await citizen.nextBooking();
    expect(booking?.channel).toBe(channel);
    await expect(page.getByRole("main")).toContainText(dayAndClock(booking?.starts_at ?? ""));
    await expect(page.getByRole("main")).toContainText(name);
  });
}

test("three taps lead from Min side to a booked first free time", async ({ page, signIn }) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Book samtale" }).click();
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
});

test("a time of another week, with company, topics and a message", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: "Se flere tider: Telefon" }).click();
  await at(page, /Vælg en tid/);
  await inspect("book-times");
  const main = page.getByRole("main");
  const shown = await main.getByText(/^Uge \d+/).first().innerText();
  await page.getByRole("link", { name: "Næste uge med tider" }).click();
  // The old week stays on screen until the new one is here.
  await expect(main.getByText(shown)).toHaveCount(0);
  await expect(page).toHaveURL(/week=\d{4}-\d\d-\d\d/);
  const time = page.getByRole("main").getByRole("link", { name: timeIn("Telefon") });
  const chosen = ((await time.nth(1).getAttribute("aria-label")) ?? (await time.nth(1).innerText()))
    .split(",")[0];
  await time.nth(1).click();
  await at(page, "Tjek, og book tiden");

  await page.getByRole("link", { name: /Tilføj deltagere eller emner/ }).click();
  await at(page, "Deltagere og emner");
  await page.getByRole("checkbox", { name: /Bisidder/ }).check();
  await page.getByRole("textbox", { name: /Navn \(valgfrit\) – Bisidder/ }).fill("Åse Ørsted");
  await page.getByRole("checkbox", { name: "Tilbage til mit job" }).check();
  await page.getByRole("textbox", { name: /Er der andet/ }).fill("Ring gerne på døren 🙂");
  await expect(page.getByText(/Gemt kl\. \d+\.\d\d/)).toBeVisible();
  await inspect("book-details");
  await page.reload();
  await expect(page.getByRole("textbox", { name: /Er der andet/ })).toHaveValue(
    "Ring gerne på døren 🙂",
  );
  await next(page).click();

  await at(page, "Tjek, og book tiden");
  for (const shown of ["Åse Ørsted", "Tilbage til mit job", "Ring gerne på døren 🙂", chosen]) {
    await expect(page.getByRole("main")).toContainText(shown);
  }
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
  for (const shown of ["Åse Ørsted", "Tilbage til mit job", "Ring gerne på døren 🙂", chosen]) {
    await expect(page.getByRole("main")).toContainText(shown);
  }
  await inspect("receipt-with-details");
});

test("more than two people: video is suggested, with the reason", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await page.getByRole("link", { name: /Tilføj deltagere eller emner/ }).click();
  await page.getByRole("checkbox", { name: /Bisidder/ }).check();
  await expect(page.getByText("Når I er mere end to")).toBeVisible();
  await expect(page.getByRole("link", { name: "Vælg en tid på video" })).toBeVisible();
  await inspect("book-details-video-suggested");
});

test("Back, reload and a deep link lead where they should", async ({ page, signIn }) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Book samtale" }).click();
  await at(page, "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Video") }).click();
  await at(page, "Tjek, og book tiden");
  const check = page.url();
  await page.reload();
  await at(page, "Tjek, og book tiden");
  await page.goBack();
  await at(page, "Book din opfølgningssamtale");
  await page.goBack();
  await at(page, "Min side");
  await page.goto(check);
  await at(page, "Tjek, og book tiden");
  await expect(page.getByRole("button", { name: "Book tiden" })).toBeVisible();
});

test("two quick presses book once", async ({ page, signIn, server }) => {
  await signIn("next-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.headers()["idempotency-key"] ?? "");
  });
  await page.getByRole("button", { name: "Book tiden" }).dblclick();
  await at(page, "Din samtale er booket");
  expect(sent).toHaveLength(1);
  expect(await (await Person.signedIn(server.url, "next-due")).nextBooking()).not.toBeNull();
});

test("the receipt's calendar file holds the conversation and no civil registration number", async ({
  page,
  signIn,
}) => {
  await signIn("next-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Fremmøde") }).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Læg i kalender" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  for (const part of ["BEGIN:VTIMEZONE", "BEGIN:VEVENT", "UID:", "SEQUENCE:0", "LOCATION"]) {
    expect(file).toContain(part);
  }
  // The booking's id is drawn at random and may look like anything.
  const withoutIds = file.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
  expect(withoutIds).not.toMatch(/\d{6}-?\d{4}\b(?!Z)/);
});
