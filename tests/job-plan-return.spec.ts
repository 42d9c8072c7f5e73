// The wish for a stepwise return: periods that are drawn while they are typed, and what does not
// fit together told where it stands.
import type { Page } from "@playwright/test";

import { at, expect, next, open, test } from "./support/fixtures.ts";
import { part, PLAN, RETURN, row, saved } from "./support/plan.ts";

async function period(page: Page, number: number, from: string, to: string, hours: string) {
  const fields = row(page, `Periode ${number}`);
  await fields.getByLabel("Fra og med").fill(from);
  await fields.getByLabel("Til og med").fill(to);
  await fields.getByLabel("Timer om ugen").fill(hours);
}

test("the way up: two periods, drawn while they are typed, with the same in a table", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/return", RETURN);
  await expect(page.getByText(/Når en periode har datoer og timer/)).toBeVisible();
  await inspect("plan-return-empty");
  await page.getByLabel(/før du blev syg/).fill("37");
  await page.getByLabel(/arbejder du nu/).fill("0");
  const add = page.getByRole("button", { name: "Tilføj en periode" });
  await add.click();
  await expect(row(page, "Periode 1").getByLabel("Fra og med")).toBeFocused();
  await period(page, 1, "2026-12-07", "2026-12-20", "6,5");
  const picture = page.getByRole("img", { name: /Timer om ugen, trin for trin/ });
  await expect(picture).toBeVisible();
  await add.click();
  await period(page, 2, "2026-12-21", "2027-01-31", "34");
  const table = page.getByRole("table", { name: "Timer om ugen, trin for trin" });
  const rows = table.locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("6,5 timer");
  await expect(rows.nth(0)).toContainText("2 uger");
  await expect(rows.nth(1)).toContainText("34 timer");
  await expect(rows.nth(1)).toContainText("6 uger");
  await expect(page.getByText(/Så regnes du som fuldt raskmeldt/)).toBeVisible();
  await saved(page);
  await inspect("plan-return");
  await page.reload();
  await at(page, RETURN);
  await expect(picture).toBeVisible();
  await page.getByRole("button", { name: "Fjern periode 2" }).click();
  await expect(rows).toHaveCount(1);
  await expect(page.getByText(/fuldt raskmeldt/)).toHaveCount(0);
  await next(page).click();
  await at(page, PLAN);
  await expect(part(page, "Gradvist tilbage")).toContainText("Udfyldt");
});

test("the way up: what does not fit is told at the field, and goes when it is mended", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/return", RETURN);
  await page.getByLabel(/før du blev syg/).fill("30");
  const add = page.getByRole("button", { name: "Tilføj en periode" });
  await add.click();
  await period(page, 1, "2026-12-07", "2026-12-20", "10");
  await add.click();
  await period(page, 2, "2026-12-24", "2027-01-31", "32");
  const summary = page.locator(".error-summary");
  await expect(summary, "nothing is wrong before one goes on").toBeHidden();
  await next(page).click();
  await expect(summary).toBeFocused();
  const second = row(page, "Periode 2");
  const gap = "Der mangler dage mellem denne periode og den forrige. Ret en af datoerne";
  const over = "Skriv højst lige så mange timer, som du arbejdede, før du blev syg";
  for (const message of [gap, over]) {
    await expect(summary.getByRole("link", { name: message })).toBeVisible();
    await expect(second.getByText(message)).toBeVisible();
  }
  await inspect("plan-return-errors");
  await summary.getByRole("link", { name: gap }).click();
  await expect(second.getByLabel("Fra og med")).toBeFocused();

  await second.getByLabel("Fra og med").fill("2026-12-15");
  await expect(summary.getByRole("link", { name: /begynder, før den forrige er slut/ })).toBeVisible();
  await expect(summary.getByRole("link", { name: gap })).toHaveCount(0);
  await second.getByLabel("Fra og med").fill("2026-12-21");
  await second.getByLabel("Til og med").fill("2026-12-20");
  await expect(summary.getByRole("link", { name: /Slutdatoen skal være/ })).toBeVisible();
  await second.getByLabel("Til og med").fill("2027-01-31");
  await second.getByLabel("Timer om ugen").fill("femten");
  await expect(summary.getByRole("link", { name: /som et tal fra 0 til 168, fx 37 eller 18,5/ })).toBeVisible();
  await second.getByLabel("Timer om ugen").fill("18,5");
  await expect(summary).toBeHidden();
  await next(page).click();
  await at(page, PLAN);
});

test("more hours now than before the sick leave, and hours that are none", async ({
  page,
  signIn,
}) => {
  await signIn("first-due");
  await open(page, "/plan/return", RETURN);
  await page.getByLabel(/før du blev syg/).fill("mange");
  await page.getByLabel(/arbejder du nu/).fill("40");
  await next(page).click();
  const summary = page.locator(".error-summary");
  await expect(summary.getByRole("link", { name: /som et tal fra 0 til 168, fx 37 eller 18,5/ })).toBeVisible();
  await page.getByLabel(/før du blev syg/).fill("37");
  await expect(summary.getByRole("link", { name: /højst lige så mange timer/ })).toBeVisible();
  await page.getByLabel(/arbejder du nu/).fill("4");
  await expect(summary).toBeHidden();
});
