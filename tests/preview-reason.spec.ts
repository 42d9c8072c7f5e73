// Looking at the pages of a colleague's citizen: the reason is given for one look, and the citizen reads
// it at that look.
import type { Locator, Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, open, test } from "./support/fixtures.ts";
import { banner, caseOf, CONTROLS, frameOf, inside, JONAS, shows, unfold, UPDATE } from "./support/preview.ts";
import type { Server } from "./support/server.ts";

const REASON = "Jeg svarer på din mail, mens Hanne er på ferie.";
const ANOTHER = "Du har ringet og spurgt til din tid.";

async function openCase(page: Page, server: Server): Promise<void> {
  await open(page, `/staff/cases/${await caseOf(server, JONAS.name)}`, JONAS.name);
}

function see(page: Page): Locator {
  return page.getByRole("main").getByRole("button", { name: "Se som borger" }).first();
}

function reason(page: Page): Locator {
  return page.getByRole("dialog").getByRole("textbox", { name: /Begrundelse/ });
}

async function give(page: Page, words: string): Promise<void> {
  await reason(page).fill(words);
  await page.getByRole("dialog").getByRole("button", { name: "Se som borger" }).click();
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);
}

async function showsOn(page: Page, day: string, words: string): Promise<void> {
  await unfold(page, CONTROLS);
  await page.getByLabel(/^Som det ser ud den/).fill(day);
  await page.getByRole("button", { name: UPDATE }).click();
  await expect(banner(page)).toContainText(words);
}

test("a reason counts for one look, however that is changed, and not for the next", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("caseworker-2");
  await openCase(page, server);
  await see(page).click();
  await give(page, REASON);
  await showsOn(page, "2026-12-07", "som det ser ud mandag den 7. december 2026");
  await expect(page.getByRole("dialog"), "it is the same look").toHaveCount(0);

  await banner(page).getByRole("button", { name: "Afslut visning" }).click();
  await at(page, JONAS.name);
  await see(page).click();
  await expect(reason(page), "another look, another reason").toHaveValue("");
  await give(page, ANOTHER);
  // Left by the menu and not by its own button, it is over all the same.
  await page.getByRole("link", { name: "Sager" }).first().click();
  await at(page, "Sager");
  await openCase(page, server);
  await see(page).click();
  await expect(reason(page)).toHaveValue("");

  const jonas = await Person.signedIn(server.url, JONAS.persona);
  const log = JSON.stringify(await jonas.get("/api/citizen/access-log"));
  expect(log).toContain(REASON);
  expect(log).toContain(ANOTHER);
});

test("what is typed is there again after the dialog is closed", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("caseworker-2");
  await openCase(page, server);
  await see(page).click();
  await reason(page).fill(REASON);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(see(page), "the focus is back").toBeFocused();
  await see(page).click();
  await expect(reason(page)).toHaveValue(REASON);
  await give(page, REASON);
});

test("a case that has gone to somebody else closes the view, whatever page is looked at", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  watch.expectRefusal(404);
  await signIn("caseworker-1");
  await openCase(page, server);
  await see(page).click();
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);
  // The server says so by its code; which status it has is not the page's business.
  const body = JSON.stringify({
    type: "about:blank",
    title: "Not found",
    status: 404,
    code: "preview_closed",
  });
  const closed = { status: 404, contentType: "application/problem+json", body };
  await page.route(/\/api\/(citizen\/|staff\/previews\/)/, (route) => route.fulfill(closed));
  await inside(page).getByRole("link", { name: "Book samtale" }).click();
  await expect(page.locator("#preview-closed")).toBeFocused();
  await expect(page.getByText("Visningen er lukket.")).toBeVisible();
  await expect(page.locator("iframe.preview-frame"), "no citizen's pages").toHaveCount(0);
  await expect(banner(page), "and nothing that says there are").toHaveCount(0);
  await inspect("preview-closed");
  await page.unroute(/\/api\/(citizen\/|staff\/previews\/)/);
  await page.getByRole("button", { name: "Åbn visningen igen" }).click();
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);
  await expect(page.locator("iframe.preview-frame"), "the button is gone").toBeFocused();
  await frameOf(page);
});
