// Without a mouse or a finger, and where the focus is after each step.
import { at, expect, firstFree, open, test, timeIn } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";

test("books with the keyboard only", async ({ page, signIn }) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await tabTo(page, page.getByRole("link", { name: "Book samtale" }));
  await page.keyboard.press("Enter");
  await at(page, "Book din opfølgningssamtale");
  await tabTo(page, page.getByRole("link", { name: "Se flere tider: Telefon" }));
  await page.keyboard.press("Enter");
  await at(page, /Vælg en tid/);
  const time = page.getByRole("main").getByRole("link", { name: timeIn("Telefon") }).nth(2);
  await tabTo(page, time);
  await page.keyboard.press("Enter");
  await at(page, "Tjek, og book tiden");
  await tabTo(page, page.getByRole("button", { name: "Book tiden" }));
  await page.keyboard.press("Space");
  await at(page, "Din samtale er booket");
});

test("each step puts the focus on its heading and its name in the window's title", async ({
  page,
  signIn,
}) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Book samtale" }).click();
  for (const step of ["Book din opfølgningssamtale", "Tjek, og book tiden"]) {
    await at(page, step);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    if (step.startsWith("Book")) {
      await page.getByRole("link", { name: firstFree("Telefon") }).click();
    }
  }
});

test("the first press of Tab offers to skip the header", async ({ page, signIn }) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await page.reload();
  await at(page, "Min side");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Gå til sidens indhold" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  expect(inside).toBe(true);
});
