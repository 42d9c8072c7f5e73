// Signing out: nothing that is typed is lost unasked (I9), whichever form it was typed in, and
// nothing of it stays in the browser afterwards.
import type { Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, open, test } from "./support/fixtures.ts";
import { answer, anotherTab, GOAL, keptCopies, PLAN, stored } from "./support/plan.ts";
import { commentOn, EMPLOYEES, fieldOf, planIn, SCREENS, type Plan } from "./support/retention.ts";

const WORDS = "Dekorere kager og passe telefonen";
const LEAVE_UNSAVED = "Noget af det, du har skrevet, er ikke gemt. Vil du logge af alligevel?";

async function openTasks(page: Page, plan: Plan): Promise<void> {
  await open(page, plan.page("/plan/tasks"), SCREENS.tasks);
  await expect(fieldOf(page, "tasks.can")).toBeVisible();
}

test("nothing stays in the browser after signing out", async ({ page, signIn, server }) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill(WORDS);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.getByRole("button", { name: "Log af" }).click();
  await at(page, "Når du er sygemeldt");
  expect(await keptCopies(page)).toEqual([]);
  const maja = await Person.signedIn(server.url, "first-due");
  expect(await stored(maja, "goal"), "saved before the door closed").toBe(WORDS);
});

/** Follows the link to the front of the area, in the very moment in which the browser has a copy of
 * what is typed: within the pause, before it is sent. */
async function leavesWithinThePause(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const kept = Object.keys(localStorage).some((name) => name.startsWith("genvej-kept."));
      if (kept) document.querySelector<HTMLAnchorElement>(".solution-heading a")?.click();
      return kept;
    },
    null,
    { polling: 20 },
  );
}

test("what is stored is not asked about in another part of the app", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill(WORDS);
  await leavesWithinThePause(page);
  await at(page, "Min side");
  expect(await keptCopies(page), "nothing is unsent").toEqual([]);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.accept();
  });
  await page.getByRole("button", { name: "Log af" }).click();
  await at(page, "Når du er sygemeldt");
  expect(asked).toEqual([]);
  const maja = await Person.signedIn(server.url, "first-due");
  expect(await stored(maja, "goal")).toBe(WORDS);
});

test("nobody is kept on a page for what the server does not take", async ({
  page,
  signIn,
  watch,
}) => {
  watch.expectNoConnection();
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  // The server is slow: nothing is stored in time, and one leaves all the same.
  await page.route("**/api/citizen/drafts/**", async (route) => {
    if (route.request().method() === "PATCH") await new Promise((resolve) => setTimeout(resolve, 6_000));
    await route.continue().catch(() => {});
  });
  await answer(page).fill(WORDS);
  const began = Date.now();
  await leavesWithinThePause(page);
  await at(page, "Min side");
  expect(Date.now() - began).toBeLessThan(6_000);
  expect(await keptCopies(page), "the copy is there as long as it may be needed").toHaveLength(1);
});

test("what cannot be saved keeps one from signing out unasked", async ({ page, signIn }) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  const long = "x".repeat(201);
  await answer(page).fill(long);
  await expect(page.getByText("Kan ikke gemmes, som det står. Ret det markerede.")).toBeVisible();
  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await page.getByRole("button", { name: "Log af" }).click();
  await expect.poll(() => asked).toEqual([LEAVE_UNSAVED]);
  await expect(answer(page)).toHaveValue(long);
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Log af" }).click();
  await at(page, "Når du er sygemeldt");
  expect(await keptCopies(page)).toEqual([]);
});

test("i9: what is typed in one plan is not lost by signing out from the other", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan/changes", "Bed om ændringer");
  const { summary, field } = commentOn(page, "Opgaver");
  await summary.click();
  watch.expectNoConnection();
  await context.setOffline(true);
  await field.fill(WORDS);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.close();
  await context.setOffline(false);
  const tab = await anotherTab(page, watch);
  await open(tab, "/plan", PLAN);
  const asked: string[] = [];
  tab.once("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await tab.getByRole("button", { name: "Log af" }).click();
  await expect.poll(() => asked, { message: "asked, and once" }).toEqual([LEAVE_UNSAVED]);
  await open(tab, "/retention-plan/changes", "Bed om ændringer");
  await expect(commentOn(tab, "Opgaver").field).toHaveValue(WORDS);
});

test("a key pressed while signing out is not kept by a copy that comes late", async ({
  page,
  signIn,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill("x".repeat(201));
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  // The page stays until the server has said who is signed in now.
  await page.route("**/api/session", async (route) => {
    if (route.request().method() === "GET") {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    await route.continue();
  });
  page.once("dialog", (dialog) => dialog.accept());
  const left = page.waitForResponse(
    (answer) => answer.url().endsWith("/api/session") && answer.request().method() === "DELETE",
  );
  await page.getByRole("button", { name: "Log af" }).click();
  await left;
  await expect.poll(() => keptCopies(page)).toEqual([]);
  await answer(page).fill("x".repeat(202));
  await at(page, "Når du er sygemeldt");
  expect(await keptCopies(page)).toEqual([]);
});

test("i9: what was typed off line before the tab died is not lost by signing out elsewhere", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  const plan = await planIn(server, "next-due", "requested");
  await plan.employerMoves("begin");
  await signIn("employer");
  await openTasks(page, plan);
  watch.expectNoConnection();
  await context.setOffline(true);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.close();
  await context.setOffline(false);
  const tab = await anotherTab(page, watch);
  await open(tab, "/employer", EMPLOYEES);
  const asked: string[] = [];
  tab.on("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await tab.getByRole("button", { name: "Log af" }).click();
  await expect.poll(() => asked, { message: "asked, and once" }).toEqual([LEAVE_UNSAVED]);
  expect(await keptCopies(tab), "and nothing is gone").toHaveLength(1);
  await openTasks(tab, plan);
  await expect(fieldOf(tab, "tasks.can")).toHaveValue(WORDS);
  await plan.expectStored("tasks.can", WORDS);
  await tab.getByRole("button", { name: "Log af" }).click();
  await at(tab, "Når du er sygemeldt");
  expect(asked, "everything is stored, so nothing is asked").toHaveLength(1);
});

test("nothing of the employer's stays in the browser after signing out", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await planIn(server, "next-due", "requested");
  await plan.employerMoves("begin");
  await signIn("employer");
  await openTasks(page, plan);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.getByRole("button", { name: "Log af" }).click();
  await at(page, "Når du er sygemeldt");
  expect(await keptCopies(page)).toEqual([]);
  expect(await plan.stored("tasks.can"), "saved before the door closed").toBe(WORDS);
});
