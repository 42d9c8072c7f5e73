// The list of cases when it is long: a team with thousands of cases, and the way down the list and back.
import type { Page } from "@playwright/test";

import { chip, CASES, rows, signInAt } from "./support/caseload.ts";
import { at, expect, settled, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { NOW, Server } from "./support/server.ts";

interface Pace {
  /** Until the first row is there, in milliseconds. */
  first: number;
  /** Until a filter is painted. */
  filter: number;
  rows: number;
}

/** The best of three, as a team leader. */
async function pace(page: Page, server: Server): Promise<Pace> {
  await signInAt(page, server, "team-leader");
  const best: Pace = { first: Infinity, filter: Infinity, rows: 0 };
  for (let round = 0; round < 3; round += 1) {
    const began = Date.now();
    await page.goto(server.url + CASES);
    await rows(page).first().waitFor();
    best.first = Math.min(best.first, Date.now() - began);
    await settled(page);
    const took = await chip(page, "Overskredet").evaluate(async (button: HTMLElement) => {
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      const from = performance.now();
      button.click();
      await frame();
      await frame();
      return performance.now() - from;
    });
    best.filter = Math.min(best.filter, took);
  }
  const said = await page.getByRole("status").getByText(/sager/).innerText();
  // "5.013 sager": with the mark that Danes put after thousands.
  best.rows = Number(/(\d{1,3}(?:\.\d{3})*) sager/.exec(said)?.[1]?.replace(".", ""));
  return best;
}

test("five thousand cases are there without a pause", async ({ page }) => {
  test.setTimeout(120_000);
  const small = await Server.start(NOW, 75);
  const large = await Server.start(NOW, 5_000);
  try {
    const few = await pace(page, small);
    const many = await pace(page, large);
    console.log(`${few.rows} cases: ${JSON.stringify(few)}; ${many.rows}: ${JSON.stringify(many)}`);
    expect(few.rows).toBeLessThan(100);
    expect(many.rows).toBeGreaterThan(5_000);
    // Fifty times the cases; a frame or two is nothing a person notices.
    expect(many.first / few.first, "until the first row").toBeLessThan(10);
    expect(many.filter / Math.max(few.filter, 34), "until a filter is painted").toBeLessThan(6);

    await page.goto(large.url + CASES);
    await expect(rows(page)).toHaveCount(100);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => rows(page).count(), "more on the way down").toBeGreaterThan(100);
    await page.keyboard.press("/");
    await page.keyboard.type("2026-104999");
    await expect(rows(page), "the last of all is found without being drawn").toHaveCount(1);
  } finally {
    await small.stop();
    await large.stop();
  }
});

test("working down the list: each case leads back to its place, with the filter", async ({ page }) => {
  test.setTimeout(60_000);
  const server = await Server.start(NOW, 150);
  try {
    await signInAt(page, server, "team-leader");
    await page.goto(server.url + CASES);
    await tabTo(page, chip(page, "Ikke booket"));
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(/\?show=no_booking$/);
    const links = rows(page).getByRole("link");
    await page.keyboard.press("j");
    for (let place = 1; place <= 104; place += 1) await page.keyboard.press("j");
    const opened = links.nth(104);
    await expect(opened).toBeFocused();
    const name = await opened.innerText();
    await page.keyboard.press("Enter");
    await at(page, name);

    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("main").getByRole("link", { name: "Sager" })).toBeFocused();
    await page.keyboard.press("Enter");
    await at(page, "Sager");
    await expect(page, "the filter").toHaveURL(/\?show=no_booking$/);
    await expect(opened, "drawn as far as it was").toHaveText(name);
    await expect(opened).toBeFocused();
    await expect(opened).toBeInViewport();

    await page.keyboard.press("j");
    await expect(links.nth(105)).toBeFocused();
    const next = await links.nth(105).innerText();
    await page.keyboard.press("Enter");
    await at(page, next);
    await page.goBack();
    await at(page, "Sager");
    await expect(links.nth(105), "the browser's Back").toBeFocused();

    await page.getByRole("link", { name: "Min uge" }).click();
    await at(page, "Min uge");
    await page.getByRole("link", { name: "Sager" }).first().click();
    await at(page, "Sager");
    await expect(page.getByRole("heading", { level: 1 }), "from elsewhere at the top").toBeFocused();
  } finally {
    await server.stop();
  }
});

test("a case that is done leads to the next one", async ({ page, signIn }) => {
  await signIn("caseworker-1");
  await page.goto(`${CASES}?show=outcome_missing`);
  await at(page, "Sager");
  const links = rows(page).getByRole("link");
  await expect(links).not.toHaveCount(0);
  const names = await links.allInnerTexts();
  const [first] = names;
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await at(page, first);
  await page.getByRole("button", { name: /^Registrér udfald/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Samtalen blev holdt" }).check({ force: true });
  await dialog.getByRole("button", { name: /^Gem/ }).click();
  await expect(dialog).toBeHidden();
  await page.goBack();
  await at(page, "Sager");
  await expect(page.getByRole("link", { name: first, exact: true })).toHaveCount(0);
  await expect(links).toHaveCount(names.length - 1);
  if (names.length > 1) await expect(links.first()).toBeFocused();
  else await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("more cases on demand: the focus goes to the first of them", async ({ page }) => {
  const server = await Server.start(NOW, 150);
  try {
    await signInAt(page, server, "team-leader");
    await page.goto(server.url + CASES);
    await expect(rows(page)).toHaveCount(100);
    const more = page.getByRole("button", { name: "Vis flere sager" });
    await more.focus();
    await expect(rows(page), "it does not go away under the focus").toHaveCount(100);
    await page.keyboard.press("Enter");
    await expect(rows(page).nth(100).getByRole("link")).toBeFocused();
  } finally {
    await server.stop();
  }
});
