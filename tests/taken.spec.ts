// Somebody else is faster: what is on the screen is put right in place, nothing typed is lost.
import { Person, takenBySomebodyElse } from "./support/api.ts";
import { at, expect, firstFree, next, open, test, timeIn } from "./support/fixtures.ts";

test("the time is taken while I look at it", async ({ page, signIn, server, watch, inspect }) => {
  await signIn("next-due");
  const citizen = await Person.signedIn(server.url, "next-due");
  const first = (await citizen.freeTimes("phone")).first_free;
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await page.getByRole("link", { name: /Tilføj deltagere eller emner/ }).click();
  await page.getByRole("textbox", { name: /Er der andet/ }).fill("Jeg hører dårligt.");
  await next(page).click();
  await at(page, "Tjek, og book tiden");

  await takenBySomebodyElse(server.url, first?.slot_id ?? "", "phone");
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Book tiden" }).click();
  const alert = page.getByText("Tiden er lige blevet taget. Vælg en anden tid");
  await expect(alert).toBeVisible();
  await inspect("book-check-taken");
  await page.getByRole("main").getByRole("link", { name: timeIn("Telefon") }).first().click();
  await at(page, "Tjek, og book tiden");
  await expect(page.getByRole("main")).toContainText("Jeg hører dårligt.");
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
  await expect(page.getByRole("main")).toContainText("Jeg hører dårligt.");
});

test("the new time of a move is taken: the old one is still mine", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  await signIn("booked");
  const citizen = await Person.signedIn(server.url, "booked");
  const before = await citizen.nextBooking();
  const first = (await citizen.freeTimes("phone")).first_free;
  await open(page, `/bookings/${before?.id}/move`, "Flyt din samtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await at(page, "Tjek, og flyt samtalen");
  await takenBySomebodyElse(server.url, first?.slot_id ?? "", "phone");
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Flyt samtalen" }).click();
  await expect(page.getByText("Tiden er lige blevet taget. Vælg en anden tid")).toBeVisible();
  expect(await citizen.nextBooking()).toEqual(before);
});
