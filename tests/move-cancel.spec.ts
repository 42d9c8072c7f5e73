// Changing one's mind: moving takes the new time before it frees the old one, cancelling takes
// two taps and offers to book again.
import { Person } from "./support/api.ts";
import { dayAndClock } from "./support/danish.ts";
import { at, expect, firstFree, open, test, timeIn } from "./support/fixtures.ts";

test("moves a conversation to another form and time", async ({ page, signIn, server, inspect }) => {
  await signIn("booked");
  const citizen = await Person.signedIn(server.url, "booked");
  const before = await citizen.nextBooking();
  await open(page, "/my", "Min side");
  await inspect("my-booked");
  await page.getByRole("link", { name: "Flyt" }).click();
  await at(page, "Flyt din samtale");
  await expect(page.getByRole("main")).toContainText(dayAndClock(before?.starts_at ?? ""));
  await inspect("move");
  await page.getByRole("link", { name: "Se flere tider: Video" }).click();
  await at(page, /Vælg en tid/);
  await inspect("move-times");
  await page.getByRole("main").getByRole("link", { name: timeIn("Video") }).last().click();
  await at(page, "Tjek, og flyt samtalen");
  await inspect("move-check");
  await page.getByRole("button", { name: "Flyt samtalen" }).click();
  await at(page, "Din samtale er flyttet");
  await inspect("move-receipt");

  const after = await citizen.nextBooking();
  expect(after?.channel).toBe("video");
  expect(after?.starts_at).not.toBe(before?.starts_at);
  await expect(page.getByRole("main")).toContainText(dayAndClock(after?.starts_at ?? ""));
});

test("cancels in two taps and books again", async ({ page, signIn, server, inspect }) => {
  await signIn("booked");
  const citizen = await Person.signedIn(server.url, "booked");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Aflys" }).click();
  await at(page, "Aflys din samtale");
  await inspect("cancel");
  await page.getByRole("button", { name: "Aflys samtalen" }).click();
  await at(page, "Samtalen er aflyst");
  await inspect("cancelled");
  expect(await citizen.nextBooking()).toBeNull();

  await page.getByRole("link", { name: "Book en ny tid" }).click();
  await at(page, "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
  expect(await citizen.nextBooking()).not.toBeNull();
});

test("keeps the conversation when somebody thinks better of it", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("booked");
  const citizen = await Person.signedIn(server.url, "booked");
  const before = await citizen.nextBooking();
  await open(page, `/bookings/${before?.id}/cancel`, "Aflys din samtale");
  await page.getByRole("link", { name: "Behold samtalen" }).click();
  await at(page, "Din samtale");
  expect(await citizen.nextBooking()).toEqual(before);
});

test("one booking's own page can be opened by its address", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("booked");
  const booking = await (await Person.signedIn(server.url, "booked")).nextBooking();
  await open(page, `/bookings/${booking?.id}`, "Din samtale");
  await expect(page.getByRole("main")).toContainText(dayAndClock(booking?.starts_at ?? ""));
  await inspect("booking");
});
