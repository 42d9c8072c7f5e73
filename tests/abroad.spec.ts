// A phone set to another zone still shows Danish times.
import { Person } from "./support/api.ts";
import { dayAndClock } from "./support/danish.ts";
import { at, expect, open, test } from "./support/fixtures.ts";

test.use({ timezoneId: "Asia/Kathmandu" });

test("times are Denmark's, also on a phone in Kathmandu", async ({ page, signIn, server }) => {
  await signIn("next-due");
  const citizen = await Person.signedIn(server.url, "next-due");
  const first = (await citizen.freeTimes("phone")).first_free;
  const shown = dayAndClock(first?.starts_at ?? "");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: `Første ledige tid, ${shown}, Telefon` }).click();
  await expect(page.getByRole("main")).toContainText(shown);
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
  await expect(page.getByRole("main")).toContainText(shown);
  expect((await citizen.nextBooking())?.starts_at).toBe(first?.starts_at);
});
