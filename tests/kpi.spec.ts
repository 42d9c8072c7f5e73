// The department's key figures: whose they are, what a number is made of, and that the pictures need
// neither colour nor eyes.
import type { Locator, Page } from "@playwright/test";

import { signInAt } from "./support/caseload.ts";
import { at, expect, expectNoSidewaysScrolling, open, settled, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { NOW, Server } from "./support/server.ts";

const TITLE = "Nøgletal";
const KPI = "/staff/kpi";
const DEPARTMENT = "Hele afdelingen (Sygedagpenge)";

let server: Server;

test.beforeAll(async () => {
  server = await Server.start(NOW, 270, true);
});

test.afterAll(async () => {
  await server.stop();
});

function card(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

function whose(page: Page): Locator {
  return page.getByLabel("Vis tal for");
}

/** The numbers of a card's table, which a screen reader reads in the picture's place. */
async function months(card: Locator): Promise<string[][]> {
  await card.getByText("Tal for hver måned").click();
  const rows = card.getByRole("table").locator("tbody tr");
  await expect(rows).toHaveCount(14);
  return Promise.all((await rows.all()).map((row) => row.locator("th, td").allInnerTexts()));
}

test("a team leader sees the department, a caseworker, and the rows that a number is made of", async ({
  page,
  inspect,
}) => {
  await signInAt(page, server, "team-leader");
  await page.goto(`${server.url}/staff`);
  await page.getByRole("navigation").getByRole("link", { name: TITLE }).click();
  await at(page, TITLE);
  await expect(page.getByRole("status").filter({ hasText: "måneder" })).toHaveText(
    `${DEPARTMENT}: de seneste 14 måneder, oktober 2025 til november 2026.`,
  );
  const partial = card(page, "Delvis raskmelding");
  await expect(partial).toContainText(/Mål: mindst 25 %\. Målet er (nået|ikke nået endnu)\./);
  await expect(partial).toContainText("Som det er i dag");
  await inspect("kpi-department");

  const held = card(page, "Holdte samtaler");
  const link = held.getByRole("link", { name: /^Antal: [\d.]+\. Se rækkerne bag Holdte samtaler$/ });
  const written = /[\d.]+/.exec(await link.innerText())?.[0] ?? "";
  const number = Number(written.replace(".", ""));
  await link.click();
  await at(page, "Bag tallet: Holdte samtaler");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText(`% af ${written} rækker tæller som ja.`)).toBeVisible();
  await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(50);
  await inspect("kpi-rows");
  await page.getByRole("link", { name: "Næste side" }).click();
  await expect(page.getByText(`Side 2 af ${Math.ceil(number / 50)}`)).toBeVisible();
  await page.getByRole("link", { name: "Tilbage til nøgletal" }).click();
  await at(page, TITLE);

  // Free times are nobody's case.
  await card(page, "Ventetid til første ledige tid").getByRole("link", { name: /Se rækkerne/ }).first().click();
  await at(page, "Bag tallet: Ventetid til første ledige tid");
  await expect(page.getByRole("columnheader", { name: "Sag", exact: true })).toHaveCount(0);
  await expect(page.getByText("i borgernes log")).toHaveCount(0);
  await inspect("kpi-rows-free-times");
  await page.goBack();
  await at(page, TITLE);

  // One month, of one caseworker: the number leads to that many rows.
  const name = (await whose(page).locator("option").nth(1).innerText()).trim();
  await whose(page).focus();
  await whose(page).selectOption({ label: name });
  await expect(page.getByRole("status").filter({ hasText: "måneder" })).toContainText(`${name}: de seneste 14 måneder`);
  await expect(page).toHaveURL(/\?caseworker=/);
  await expect(whose(page), "the focus stays on the choice").toBeFocused();
  await inspect("kpi-caseworker");
  await held.getByText("Tal for hver måned").click();
  const month = held.getByRole("link", { name: /Holdte samtaler, \S+ \d{4}$/ }).first();
  const few = Number(/\d+/.exec(await month.innerText())?.[0]);
  await month.click();
  await at(page, "Bag tallet: Holdte samtaler");
  await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(few);
  await page.goBack();
  await at(page, TITLE);
  await expect(page.getByRole("status").filter({ hasText: "måneder" })).toContainText(name);
});

test("a caseworker sees the department and themselves, and nobody else", async ({
  page,
  watch,
  inspect,
}) => {
  await signInAt(page, server, "team-leader");
  await open(page, server.url + KPI, TITLE);
  const names = await whose(page).locator("option").allInnerTexts();
  const other = await whose(page).locator("option", { hasText: "Thomas Elm" }).getAttribute("value");
  expect(names.length).toBeGreaterThan(4);

  await signInAt(page, server, "caseworker-1");
  await open(page, server.url + KPI, TITLE);
  await expect(whose(page).locator("option")).toHaveText([DEPARTMENT, "Hanne Ravn"]);
  await expect(page.getByText(/^Antal: [\d.]+$/).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /Se rækkerne/ }), "each colleague's rows").toHaveCount(0);
  await whose(page).selectOption("Hanne Ravn");
  await expect(page.getByRole("status").filter({ hasText: "måneder" })).toContainText("Hanne Ravn: ");
  await expect(page.getByText("Vises ikke", { exact: true }).first(), "few cases of her own").toBeVisible();
  await inspect("kpi-own");

  watch.expectRefusal(403);
  await page.goto(`${server.url}${KPI}?caseworker=${other}`);
  await expect(page.getByRole("alert")).toBeVisible();
});

test("the pictures say in words what they show, and their numbers stand in a table", async ({ page }) => {
  await signInAt(page, server, "team-leader");
  await open(page, server.url + KPI, TITLE);
  const held = card(page, "Holdte samtaler");
  const picture = held.getByRole("img", { name: /^Diagram: Holdte samtaler/ });
  await expect(picture).toHaveAccessibleName(
    /En søjle for hver måned fra oktober 2025 til november 2026\. Højest: .* % i \S+ \d{4}\./,
  );
  const numbers = await months(held);
  const told = numbers.filter(([, value]) => value?.endsWith("%"));
  await expect(picture.locator("rect")).toHaveCount(told.length);
  await expect(picture.getByText("–")).toHaveCount(14 - told.length);
  const highest = Math.max(...told.map(([, value]) => Number(value?.replace(" %", "").replace(",", "."))));
  await expect(picture).toHaveAccessibleName(new RegExp(`Højest: ${String(highest).replace(".", ",")} %`));
});

test("by keyboard alone, and in black and white on paper", async ({ page }) => {
  await signInAt(page, server, "team-leader");
  await open(page, server.url + KPI, TITLE);
  await tabTo(page, whose(page));
  // Faster than the figures come: those of the first choice do not take the second one back.
  const second = whose(page).locator("option").nth(2);
  const [id, name] = [await second.getAttribute("value"), (await second.innerText()).trim()];
  await page.route(/\/api\/staff\/kpi\?/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fallback();
  });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("status").filter({ hasText: "måneder" })).toContainText(`${name}: `);
  await expect(whose(page)).toHaveValue(id ?? "");
  await expect(page).toHaveURL(new RegExp(`\\?caseworker=${id}`));
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("status").filter({ hasText: "måneder" })).toContainText(DEPARTMENT);
  await expect(whose(page)).toHaveValue("");
  const held = card(page, "Holdte samtaler");
  await tabTo(page, held.getByText("Hvad tæller vi?").locator(".."));
  await page.keyboard.press("Enter");
  await expect(held).toContainText("dem, der er registreret som holdt");

  await page.emulateMedia({ media: "print" });
  await expect(whose(page)).toBeHidden();
  const colours = await page.locator(".kpi-chart rect, .kpi-chart line, .kpi-chart text").evaluateAll((parts) =>
    parts.flatMap((part) => [getComputedStyle(part).fill, getComputedStyle(part).stroke]),
  );
  for (const colour of new Set(colours)) {
    const parts = colour.match(/\d+/g) ?? [];
    expect(new Set(parts.slice(0, 3)).size, `${colour} is a grey`).toBeLessThanOrEqual(1);
  }
  await page.screenshot({ path: "artifacts/screenshots/desktop/kpi-print.png", fullPage: true });
});

test("with text twice as large nothing sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAt(page, server, "team-leader");
  await open(page, server.url + KPI, TITLE);
  await page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
  });
  await card(page, "Holdte samtaler").getByText("Tal for hver måned").click();
  await settled(page);
  await expectNoSidewaysScrolling(page);
  // In units of the drawing, without the edge of the letters.
  const outside = await page.locator(".kpi-chart svg").evaluateAll((drawings) =>
    drawings.flatMap((drawing) => {
      const svg = drawing as SVGSVGElement;
      const { width, height } = svg.viewBox.baseVal;
      return [...svg.querySelectorAll("text")]
        .filter((text) => {
          const box = text.getBBox();
          return box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height;
        })
        .map((text) => `${svg.querySelector("title")?.textContent}: ${text.textContent}`);
    }),
  );
  expect(outside, "letters stay in the picture").toEqual([]);
  await page.screenshot({ path: "artifacts/screenshots/desktop/kpi-200.png", fullPage: true });
});

test("the numbers are taken along as a file", async ({ page }) => {
  await signInAt(page, server, "team-leader");
  await open(page, server.url + KPI, TITLE);
  for (const [link, name] of [
    ["Hent som CSV", "genvej-key-figures-2026-11-23.csv"],
    ["Hent som JSON", "genvej-key-figures-2026-11-23.json"],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});
