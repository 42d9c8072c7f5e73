// English, switched in place: nothing typed is lost.
import { at, expect, firstFree, open, test } from "./support/fixtures.ts";

test("books in English", async ({ page, signIn, inspect }) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "My page");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await inspect("my-english");
  await page.getByRole("link", { name: "Book a conversation" }).click();
  await at(page, "Book your follow-up conversation");
  await inspect("book-english");
  await page.getByRole("link", { name: /^First free time, .* at \d+:\d\d, Phone/ }).click();
  await at(page, "Check, and book the time");
  await page.getByRole("button", { name: "Book the time" }).click();
  await at(page, "Your conversation is booked");
  await inspect("receipt-english");
});

test("switching language keeps what is typed", async ({ page, signIn }) => {
  await signIn("next-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await page.getByRole("link", { name: /Tilføj deltagere eller emner/ }).click();
  await page.getByRole("checkbox", { name: "Tilbage til mit job" }).check();
  await page.getByRole("textbox", { name: /Er der andet/ }).fill("Please speak slowly.");
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Participants and topics");
  await expect(page.getByRole("checkbox", { name: "Back to my job" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: /Is there anything else/ })).toHaveValue(
    "Please speak slowly.",
  );
});

test("the language is remembered", async ({ page, signIn }) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "My page");
  await page.reload();
  await at(page, "My page");
});
