// A caseworker sees a citizen's pages as the citizen sees them, and changes nothing (I6).
import type { Browser } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, firstFree, open } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { GOAL } from "./support/plan.ts";
import {
  banner,
  caseOf,
  explanation,
  frameOf,
  goInside,
  inside,
  JONAS,
  READ_ONLY,
  shows,
  test,
} from "./support/preview.ts";
import type { Server } from "./support/server.ts";

/** What the citizen reads at the first free time, on their own device. */
async function firstTimeOfJonas(browser: Browser, server: Server): Promise<string> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const answer = await page.request.post(`${server.url}/api/session/demo`, {
    data: { key: JONAS.persona },
    headers: { Origin: server.url },
  });
  expect(answer.ok()).toBe(true);
  await open(page, "/book", "Book din opfølgningssamtale");
  const first = page.getByRole("link", { name: firstFree() }).first();
  const name = (await first.getAttribute("aria-label")) ?? (await first.innerText());
  await context.close();
  return name;
}

test("one's own case is one press away, and the pages are those of the citizen", async ({
  page,
  see,
  server,
  browser,
  inspect,
}) => {
  await see();
  await expect(banner(page)).toContainText(
    "Du ser siden, som borgeren ser den. Du kan ikke ændre noget. Visningen bliver logget.",
  );
  await expect(banner(page)).toContainText(`${JONAS.name}, som det ser ud i dag`);
  await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText("Min side");
  // The frame's header is the citizen's, the page's own is the caseworker's.
  await expect(inside(page).locator(".portal-user .user")).toHaveText(JONAS.name);
  await expect(page.locator(".portal-user .user")).toHaveText("Hanne Ravn");
  await inspect("preview");

  await inside(page).getByRole("link", { name: "Book samtale" }).click();
  await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(
    "Book din opfølgningssamtale",
  );
  const name = await firstTimeOfJonas(browser, server);
  await expect(inside(page).getByRole("link", { name })).toBeVisible();
  await inspect("preview-book");
});

test("the banner stays in sight, and leads back to where one was", async ({
  page,
  see,
  server,
}) => {
  await see();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(banner(page)).toBeInViewport();
  await page.reload();
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);
  await banner(page).getByRole("button", { name: "Afslut visning" }).click();
  await at(page, JONAS.name);
  await expect(page).toHaveURL(`/staff/cases/${await caseOf(server, JONAS.name)}`);
});

test("a reload and the pages after each other stay in the view; another window does not", async ({
  page,
  see,
  context,
}) => {
  await see();
  await goInside(page, "/access-log", "Hvem har set mine oplysninger");
  await goInside(page, "/book", "Book din opfølgningssamtale");
  await (await frameOf(page)).evaluate(() => location.reload());
  await expect(inside(page).getByRole("link", { name: firstFree() }).first()).toBeVisible();
  const other = await context.newPage();
  await open(other, "/staff/cases", "Sager");
  await expect(other.getByRole("link", { name: JONAS.name })).toBeVisible();
});

test("booking in a view is refused with an explanation, here and there", async ({
  page,
  see,
  server,
  inspect,
}) => {
  await see();
  await goInside(page, "/book", "Book din opfølgningssamtale");
  await inside(page).getByRole("link", { name: firstFree("Telefon") }).click();
  await inside(page).getByRole("button", { name: "Book tiden" }).click();
  await expect(explanation(page)).toContainText(`Her ville borgeren booke tiden. ${READ_ONLY}`);
  await expect(inside(page).getByText(/Du kan ikke ændre noget her/)).toBeVisible();
  await expect(inside(page).getByRole("button", { name: "Book tiden" }), "it stays").toBeVisible();
  await inspect("preview-refused");
  const jonas = await Person.signedIn(server.url, JONAS.persona);
  expect(await jonas.nextBooking()).toBeNull();
  await explanation(page).getByRole("button", { name: "Luk beskeden" }).click();
  await expect(explanation(page)).toBeEmpty();
  await expect(page.locator("iframe.preview-frame"), "back in the citizen's pages").toBeFocused();
});

test("what is typed in a view is not saved, not tried again, and kept nowhere", async ({
  page,
  see,
}) => {
  const secret = "Det her er ikke mine ord";
  await see();
  await goInside(page, "/book", "Book din opfølgningssamtale");
  await inside(page).getByRole("link", { name: firstFree("Telefon") }).click();
  await inside(page).getByRole("link", { name: /Tilføj deltagere eller emner/ }).click();
  await inside(page).getByRole("textbox", { name: /Er der andet/ }).fill(secret);
  const saved = `Her ville det, borgeren skriver, blive gemt. ${READ_ONLY}`;
  await expect(explanation(page)).toContainText(saved);
  await expect(inside(page).getByText(/Ikke gemt endnu/)).toHaveCount(0);

  // Typed on, it is tried again and again, and explained once.
  const told = await explanation(page).evaluateHandle((region) => {
    const seen = { tried: 0, drawn: 0 };
    addEventListener("message", (event) => {
      if (event.data.genvej === "read-only") seen.tried += 1;
    });
    new MutationObserver(() => (seen.drawn += 1)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return seen;
  });
  for (const [pauses, more] of ["a", "b"].entries()) {
    await inside(page).getByRole("textbox", { name: /Er der andet/ }).fill(secret + more);
    await expect.poll(() => told.evaluate((seen) => seen.tried)).toBeGreaterThan(pauses);
  }
  expect(await told.evaluate((seen) => seen.drawn), "it stands there already").toBe(0);

  await goInside(page, "/plan/goal", GOAL);
  await inside(page).getByRole("textbox").first().fill(secret);
  await expect(explanation(page)).toContainText(saved);
  await expect(inside(page).getByText(/Du kan ikke ændre noget her/)).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain("genvej-kept");
  expect(kept).not.toContain(secret);
});

test("a colleague's case asks for a reason, and the citizen reads it", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const reason = "Jeg svarer på din mail, mens Hanne er på ferie.";
  await signIn("caseworker-2");
  await open(page, `/staff/cases/${await caseOf(server, JONAS.name)}`, JONAS.name);
  await page.getByRole("button", { name: "Se som borger" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Borgeren kan læse begrundelsen");
  await inspect("preview-reason");
  // Nothing is sent before there is one.
  await dialog.getByRole("button", { name: "Se som borger" }).click();
  const summary = dialog.locator("#dialog-summary");
  await expect(summary).toBeFocused();
  await summary.getByRole("link").click();
  await expect(dialog.getByRole("textbox", { name: /Begrundelse/ })).toBeFocused();
  await inspect("preview-reason-missing");
  await dialog.getByRole("textbox", { name: /Begrundelse/ }).fill(reason);
  await dialog.getByRole("button", { name: "Se som borger" }).click();
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);

  await signIn(JONAS.persona);
  await open(page, "/access-log", "Hvem har set mine oplysninger");
  const look = page.getByRole("listitem").filter({ hasText: "Så dine sider" }).first();
  await expect(look).toContainText(`Begrundelse: ${reason}`);
  await inspect("access-log-reason");
});

test("goes there and back with the keyboard only", async ({ page, signIn, server }) => {
  await signIn("caseworker-1");
  await open(page, `/staff/cases/${await caseOf(server, JONAS.name)}`, JONAS.name);
  await tabTo(page, page.getByRole("button", { name: "Se som borger" }));
  await page.keyboard.press("Enter");
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo(page, page.locator("iframe.preview-frame"));
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Shift+Tab");
  await expect(banner(page).getByRole("button", { name: "Afslut visning" })).toBeFocused();
  await page.keyboard.press("Enter");
  await at(page, JONAS.name);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("a view that is closed says so, and can be opened again", async ({
  page,
  see,
  watch,
  server,
}) => {
  watch.expectRefusal(403);
  watch.expectRefusal(404);
  await see();
  const id = page.url().split("/").pop();
  const closed = await page.request.delete(`${server.url}/api/staff/previews/${id}`, {
    headers: { Origin: server.url },
  });
  expect(closed.ok()).toBe(true);
  await inside(page).getByRole("link", { name: "Book samtale" }).click();
  await expect(page.getByText("Visningen er lukket.")).toBeVisible();
  await expect(page.locator("#preview-closed")).toBeFocused();
  await expect(banner(page)).toHaveCount(0);
  // A reload does not take the way on.
  await page.reload();
  await expect(page.getByText("Visningen er lukket.")).toBeVisible();
  await page.getByRole("button", { name: "Åbn visningen igen" }).click();
  await shows(page, `Som borgeren ser det: ${JONAS.name}`);
});

test("the pages have most of the screen, and the demonstration's bar is not in them", async ({
  page,
  see,
  isMobile,
}) => {
  await see();
  await expect(inside(page).locator(".ribbon")).toBeHidden();
  const frame = page.locator("iframe.preview-frame");
  const { height } = page.viewportSize()!;
  const box = (await frame.boundingBox())!;
  // On a phone the caseworker's own header takes more of it.
  if (!isMobile) {
    expect(height - box.y, "before anything is scrolled").toBeGreaterThan(height * 0.5);
  }
  await frame.evaluate((one) => one.scrollIntoView({ block: "end" }));
  const above = (await banner(page).boundingBox())!;
  const seen = (await frame.boundingBox())!;
  expect(seen.y + seen.height - (above.y + above.height)).toBeGreaterThan(height * 0.6);
});
