// What a citizen is written, read beside their pages: with the day each leaves, on the view's day, in
// its language, and without anybody's data.
import type { Locator, Page } from "@playwright/test";

import { expect } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { banner, CONTROLS, goInside, inside, unfold, UPDATE, test, way } from "./support/preview.ts";

const KARIM = "Karim Said";
const HEADING = "Breve og beskeder til borgeren";

/** One of the two things a view shows. */
function switchTo(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "Hvad vil du se?" }).getByRole("button", { name });
}

function letter(page: Page): Locator {
  return page.getByRole("article");
}

test("letters are read as the citizen gets them, and the pages stay where they are", async ({
  page,
  see,
  inspect,
}) => {
  await see(KARIM);
  await goInside(page, "/book", "Book din opfølgningssamtale");
  await switchTo(page, "Breve og beskeder").click();
  await expect(page.getByRole("heading", { level: 2, name: HEADING })).toBeVisible();
  await expect(page.locator("iframe.preview-frame")).toBeHidden();
  const row = page.getByRole("row", { name: /Dine samtaler kan ikke holdes på video/ });
  await expect(row).toContainText("Afgørelsesbrev");
  await expect(row).toContainText("mandag den 23. november 2026");
  await inspect("preview-letters");

  await row.getByRole("button").click();
  await expect(page.getByRole("heading", { level: 2, name: HEADING })).toBeFocused();
  await expect(letter(page)).toContainText(`Kære ${KARIM}`);
  await expect(page.getByRole("main")).toContainText(
    "Brevet sendes mandag den 23. november 2026, så det ikke kommer op til en fridag.",
  );
  await inspect("preview-letter");
  await page.getByRole("button", { name: "Alle breve og beskeder" }).click();
  await expect(row).toBeVisible();

  await switchTo(page, "Borgerens sider").click();
  await expect(page.locator("iframe.preview-frame")).toBeVisible();
  await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(
    "Book din opfølgningssamtale",
  );
});

test("letters are in the language of the view", async ({ page, see }) => {
  await see(KARIM);
  await way(page, "Sprog i visningen", "English").click();
  await switchTo(page, "Breve og beskeder").click();
  const subject = page.getByRole("button", { name: /^Your conversations cannot be held by video/ });
  await subject.click();
  await expect(letter(page)).toHaveAttribute("lang", "en");
  await expect(letter(page)).toContainText(`Dear ${KARIM}`);
  await page.getByRole("button", { name: "Dansk", exact: true }).last().click();
  await expect(letter(page)).toContainText(`Kære ${KARIM}`);
  const danish = way(page, "Sprog i visningen", "Dansk");
  await expect(danish, "one language for all").toHaveAttribute("aria-pressed", "true");
});

test("letters are of the view's day, and a sample's are nobody's", async ({
  page,
  see,
  inspect,
}) => {
  await see(KARIM);
  await switchTo(page, "Breve og beskeder").click();
  await page.getByRole("button", { name: /^Dine samtaler kan ikke holdes på video/ }).click();
  await expect(page.getByText(/^Brevet sendes mandag den 23\. november/)).toBeVisible();
  await unfold(page, CONTROLS);
  await page.getByLabel(/^Som det ser ud den/).fill("2026-12-07");
  await page.getByRole("button", { name: UPDATE }).click();
  await expect(banner(page)).toContainText("som det ser ud mandag den 7. december 2026");
  await page.getByRole("button", { name: /^Dine samtaler kan ikke holdes på video/ }).click();
  await expect(page.getByText(/^Skulle være sendt mandag den 23\. november/)).toBeVisible();

  await unfold(page, CONTROLS);
  const whose = page.getByLabel("Hvis sider");
  await whose.selectOption({ label: "Eksempel: Video er slået fra" });
  await page.getByRole("button", { name: UPDATE }).click();
  await expect(banner(page)).toContainText("Et eksempel – ingen borgers oplysninger");
  await page.getByRole("button", { name: /^Dine samtaler kan ikke holdes på video/ }).click();
  await expect(letter(page)).toContainText("Kære ");
  await expect(page.getByText(/^Brevet sendes /), "of that day").toBeVisible();
  await inspect("preview-letter-sample");
});

test("letters are reached and left with the keyboard only", async ({ page, see }) => {
  await see(KARIM);
  await tabTo(page, switchTo(page, "Breve og beskeder"));
  await page.keyboard.press("Enter");
  await expect(switchTo(page, "Breve og beskeder")).toHaveAttribute("aria-pressed", "true");
  await tabTo(page, page.getByRole("button", { name: /^Dine samtaler kan ikke holdes på video/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: HEADING })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Alle breve og beskeder" }));
  await page.keyboard.press("Enter");
  await expect(letter(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 2, name: HEADING })).toBeFocused();
});
