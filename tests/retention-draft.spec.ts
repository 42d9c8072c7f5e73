// No word of an employer's is ever lost (I9): whatever happens to page, network and session,
// and however many colleagues write in the same plan at once.
import type { Page } from "@playwright/test";

import { at, expect, next, open, test } from "./support/fixtures.ts";
import { anotherTab, keptCopies, readableCopies, saved } from "./support/plan.ts";
import {
  browserOf,
  CHECK,
  fieldOf,
  fillPeriod,
  FULL,
  leads,
  onScreen,
  period,
  Plan,
  planIn,
  SCREENS,
} from "./support/retention.ts";

const WORDS = "Dekorere kager og passe telefonen";
const UNSAVED = "Ikke gemt endnu – vi prøver igen";
const CONFLICT = "Her er skrevet to forskellige steder";

async function openTasks(page: Page, plan: Plan): Promise<void> {
  await open(page, plan.page("/plan/tasks"), SCREENS.tasks);
  await expect(fieldOf(page, "tasks.can")).toBeVisible();
}

async function begun(plan: Plan): Promise<Plan> {
  await plan.employerMoves("begin");
  return plan;
}

test("i9: saved within a second of a pause, and it says when", async ({ page, signIn, server }) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  await signIn("employer");
  await openTasks(page, plan);
  const field = fieldOf(page, "tasks.can");
  // On the page's own clock: from the last key to the moment the request leaves.
  await field.evaluate((element) =>
    element.addEventListener("input", (event) => {
      (window as { typedAt?: number }).typedAt = event.timeStamp;
    }),
  );
  await field.pressSequentially("Kager");
  await saved(page);
  const waited = await page.evaluate(() => {
    const calls = performance.getEntriesByType("resource");
    const sent = calls.filter((call) => call.name.endsWith("/retention-plan/draft")).at(-1);
    return (sent?.startTime ?? Infinity) - ((window as { typedAt?: number }).typedAt ?? 0);
  });
  expect(waited, "milliseconds from the last key to the save").toBeLessThan(1000);
  expect(await plan.stored("tasks.can")).toBe("Kager");
});

test("i9: reload within the pause, and the next screen faster than the pause", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  await signIn("employer");
  await openTasks(page, plan);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await page.reload();
  await at(page, SCREENS.tasks);
  await expect(fieldOf(page, "tasks.can")).toHaveValue(WORDS);
  await fieldOf(page, "tasks.cannot").fill("Ovnen");
  await leads(page, "hours");
  await page.goBack();
  await expect(fieldOf(page, "tasks.cannot")).toHaveValue("Ovnen");
  await plan.expectStored("tasks.can", WORDS);
  await plan.expectStored("tasks.cannot", "Ovnen");
});

test("i9: the tab is closed within the pause", async ({ page, signIn, server, watch }) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  await signIn("employer");
  await openTasks(page, plan);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await page.close({ runBeforeUnload: true });
  const tab = await anotherTab(page, watch);
  await openTasks(tab, plan);
  await expect(fieldOf(tab, "tasks.can")).toHaveValue(WORDS);
  await plan.expectStored("tasks.can", WORDS);
});

test("i9: the network is off while typing, and on again", async ({
  page,
  context,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  await signIn("employer");
  await openTasks(page, plan);
  watch.expectNoConnection();
  await context.setOffline(true);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await expect(page.getByText(UNSAVED)).toBeVisible();
  await inspect("employer-offline");
  const readable = await readableCopies(page);
  for (const word of ["Dekorere", "Jonas", "Camilla"]) expect(readable).not.toContain(word);
  await next(page).click();
  await onScreen(page, "hours");
  await expect(page.getByText(UNSAVED), "it says so on the next page too").toBeVisible();
  await page.getByRole("button", { name: "Tilføj en periode" }).click();
  await fillPeriod(page, 1, "2026-12-07", "2026-12-20", "12");
  await context.setOffline(false);
  await saved(page);
  await plan.expectStored("tasks.can", WORDS);
  await expect.poll(() => keptCopies(page), { message: "nothing stays here" }).toEqual([]);
});

test("i9: the network is off, the tab is closed, and both are back", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  await signIn("employer");
  await openTasks(page, plan);
  watch.expectNoConnection();
  await context.setOffline(true);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.close();
  await context.setOffline(false);
  const tab = await anotherTab(page, watch);
  await openTasks(tab, plan);
  await expect(fieldOf(tab, "tasks.can")).toHaveValue(WORDS);
  await plan.expectStored("tasks.can", WORDS);
  await expect.poll(() => keptCopies(tab)).toEqual([]);
});

test("i9: the session is gone while I type, and I sign in again", async ({
  page,
  context,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  await signIn("employer");
  await openTasks(page, plan);
  watch.expectRefusal(401);
  await context.clearCookies();
  await fieldOf(page, "tasks.can").fill(WORDS);
  const dialog = page.getByRole("dialog", { name: "Du er blevet logget ud" });
  await expect(dialog).toBeVisible();
  await inspect("employer-session-ended");
  await dialog.getByRole("button", { name: "Log på igen som Camilla Strand" }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(fieldOf(page, "tasks.can")).toHaveValue(WORDS);
  await plan.expectStored("tasks.can", WORDS);
});

for (const [other, theirs, sees] of [
  ["Bo Lind", "a colleague", true],
  ["Rikke Hav", "somebody of another company", false],
] as const) {
  test(`i9: the session is gone, and ${theirs} signs in: the first gets their words back`, async ({
    page,
    context,
    signIn,
    server,
    watch,
  }) => {
    const plan = await begun(await Plan.of(server, "next-due"));
    await signIn("employer");
    await openTasks(page, plan);
    watch.expectRefusal(401);
    await context.clearCookies();
    await fieldOf(page, "tasks.can").fill(WORDS);
    const dialog = page.getByRole("dialog", { name: "Du er blevet logget ud" });
    await dialog.getByRole("button", { name: "Gå til forsiden i stedet" }).click();
    await at(page, "Når du er sygemeldt");
    await page.getByRole("button", { name: other }).click();
    await expect(page.getByRole("banner")).toContainText(other);
    if (!sees) watch.expectRefusal(404);
    await page.goto(plan.page("/plan/tasks"));
    if (sees) await expect(fieldOf(page, "tasks.can")).toHaveValue("");
    else await expect(page.getByText(/Vi kan ikke finde det, du leder efter/)).toBeVisible();
    await expect(page.getByText(WORDS)).toHaveCount(0);
    expect(await plan.stored("tasks.can")).toBe("");
    await signIn("employer");
    await openTasks(page, plan);
    await expect(fieldOf(page, "tasks.can")).toHaveValue(WORDS);
    await plan.expectStored("tasks.can", WORDS);
  });
}

test("i9: a colleague signs in in another window: nothing is stored in their name", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  watch.expectRefusal(409);
  await signIn("employer");
  await openTasks(page, plan);
  await signIn("employer-2");
  await fieldOf(page, "tasks.can").fill(WORDS);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Camilla Strand");
  expect(await plan.stored("tasks.can")).toBe("");
  await dialog.getByRole("button", { name: /Camilla Strand/ }).click();
  await plan.expectStored("tasks.can", WORDS);
});

for (const [choice, kept] of [
  ["Behold det, der står her", WORDS],
  ["Brug det fra det andet sted", "Passe disken"],
]) {
  test(`i9: two colleagues in the same field: both texts are shown; ${choice}`, async ({
    page,
    browser,
    signIn,
    server,
    watch,
    inspect,
  }) => {
    test.slow();
    const plan = await begun(await Plan.of(server, "next-due"));
    await signIn("employer");
    const bo = await browserOf(browser, server, watch, "employer-2");
    for (const one of [page, bo]) await openTasks(one, plan);
    await fieldOf(bo, "tasks.can").fill("Passe disken");
    await saved(bo);
    await fieldOf(page, "tasks.can").fill(WORDS);
    const conflict = page.locator(".draft-conflict");
    await expect(conflict).toContainText(CONFLICT);
    await expect(conflict).toContainText(WORDS);
    await expect(conflict).toContainText("Passe disken");
    if (kept === WORDS) {
      await inspect("employer-conflict");
      await open(page, plan.page("/check"), CHECK);
      await expect(page.getByText(/^To har skrevet i det samme felt/)).toBeVisible();
      await inspect("employer-check-conflict");
      await page.getByRole("main").locator(".alert-warning").getByRole("link", { name: "Opgaver" }).click();
      await onScreen(page, "tasks");
    }
    await conflict.getByRole("button", { name: choice }).click();
    await expect(conflict).toHaveCount(0);
    await expect(fieldOf(page, "tasks.can")).toHaveValue(kept);
    await plan.expectStored("tasks.can", kept);
  });
}

test("i9: two colleagues in different fields never meet, and each gets the other's words", async ({
  page,
  browser,
  signIn,
  server,
  watch,
}) => {
  const plan = await begun(await Plan.of(server, "next-due"));
  await signIn("employer");
  const bo = await browserOf(browser, server, watch, "employer-2");
  for (const one of [page, bo]) await openTasks(one, plan);
  await fieldOf(bo, "tasks.cannot").fill("Ovnen");
  await saved(bo);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await saved(page);
  await expect(page.locator(".draft-conflict")).toHaveCount(0);
  await plan.expectStored("tasks.can", WORDS);
  await plan.expectStored("tasks.cannot", "Ovnen");
  await page.reload();
  await at(page, SCREENS.tasks);
  await expect(fieldOf(page, "tasks.cannot")).toHaveValue("Ovnen");
  await expect(page.locator(".written-last")).toContainText("Camilla Strand");
});

test("a colleague has written since the check: looked over again before it is sent", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/check"), CHECK);
  await expect(page.getByRole("article")).toContainText(FULL["tasks.can"]);
  await plan.types({ "tasks.can": "Passe disken" }, "employer-2");
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await expect(page.getByText(/^En kollega har skrevet i planen imens/)).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Passe disken");
  await inspect("employer-stale");
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await at(page, "Planen er sendt til Jonas Bak");
  await expect(page.getByRole("article")).toContainText("Passe disken");
});

test("a colleague has sent the plan meanwhile: what is typed stays, and the page says where it is", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await openTasks(page, plan);
  await plan.sends("employer-2");
  watch.expectRefusal(409);
  await fieldOf(page, "tasks.can").fill(WORDS);
  await expect(page.getByText(/^Planen er et andet sted nu, så det sidste kan ikke gemmes/)).toBeVisible();
  await expect(fieldOf(page, "tasks.can")).toHaveValue(WORDS);
  await inspect("employer-sent-meanwhile");
  await page.reload();
  await expect(page.getByText(/^Planen kan ikke skrives lige nu/)).toBeVisible();
  await page.getByRole("link", { name: "Gå til planen" }).click();
  await at(page, "Fastholdelsesplan for Jonas Bak");
  await page.getByRole("button", { name: "Tag planen tilbage" }).click();
  await openTasks(page, plan);
  await expect(fieldOf(page, "tasks.can"), "the words that were left over").toHaveValue(WORDS);
  await plan.expectStored("tasks.can", WORDS);
});

test("no answer while sending: pressing again sends, and only once", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/check"), CHECK);
  watch.expectNoConnection();
  // The server sends, but its answer is lost on the way.
  await page.route("**/retention-plan/moves", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await expect(page.getByText(/Der er ingen forbindelse, så det er ikke sendt/)).toBeVisible();
  await page.unroute("**/retention-plan/moves");
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await at(page, "Planen er sendt til Jonas Bak");
  const employer = await plan.as("employer");
  const known = await employer.get<{ versions: unknown[] }>(plan.api);
  expect(known.versions).toHaveLength(1);
});

test("a period taken away is away after a reload, with all it said", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/plan/hours"), SCREENS.hours);
  await page.getByRole("button", { name: "Fjern periode 2" }).click();
  await saved(page);
  await expect(page.getByRole("button", { name: "Tilføj en periode" })).toBeFocused();
  await page.reload();
  await at(page, SCREENS.hours);
  await expect(period(page, 2).getByLabel("Timer om ugen")).toHaveValue("24,5");
  await expect(period(page, 3)).toHaveCount(0);
  for (const part of ["from", "hours", "days"]) expect(await plan.stored(`ramp.r2.${part}`)).toBe("");
});
