// Several windows of one browser, and what the person cannot see at once: each text stays the
// person's own, and every question can be answered where it is asked (I9).
import { Person } from "./support/api.ts";
import { at, expect, next, open, settled, test } from "./support/fixtures.ts";
import {
  anotherTab,
  answer,
  expectStored,
  GOAL,
  keptCopies,
  QUESTIONS,
  row,
  saved,
  SHARE,
  STEPS,
  stored,
  typesElsewhere,
} from "./support/plan.ts";
import { commentOn, MINE, planIn } from "./support/retention.ts";

test("i9: another person signs in in another window: nothing of one reaches the other", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  watch.expectRefusal(409);
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill("Bager");
  await saved(page);
  // The same browser, so the cookie is Sofie's from now on.
  await signIn("booked");
  const sofie = await Person.signedIn(server.url, "booked");
  const before = await stored(sofie, "goal");
  await answer(page).fill("Bager om natten");
  await expect(page.getByRole("dialog")).toContainText("Maja Holm");
  expect(await stored(sofie, "goal")).toBe(before);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(answer(page)).toHaveValue("Bager om natten");
  await page.getByRole("button", { name: /Maja Holm/ }).click();
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", "Bager om natten");
});

test("i9: back from a page without a form, which was loaded anew: what is typed is kept", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  await page.getByRole("link", { name: "Hvem har set min plan?" }).click();
  await at(page, "Hvem har set mine oplysninger");
  await page.reload();
  await at(page, "Hvem har set mine oplysninger");
  await page.goBack();
  await at(page, MINE);
  await page.getByRole("link", { name: "Bed om ændringer" }).click();
  const { summary, field } = commentOn(page, "Opgaver");
  await summary.click();
  await settled(page);
  watch.expectNoConnection();
  await context.setOffline(true);
  await field.fill("Jeg kan passe telefonen.");
  await expect.poll(() => keptCopies(page), { message: "kept in the browser" }).toHaveLength(1);
  await page.close();
  await context.setOffline(false);
  const tab = await anotherTab(page, watch);
  await open(tab, "/retention-plan/changes", "Bed om ændringer");
  await expect(commentOn(tab, "Opgaver").field).toHaveValue("Jeg kan passe telefonen.");
});

test("i9: two windows off line each keep their own, and both come back", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  watch.expectNoConnection();
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  const tab = await anotherTab(page, watch);
  await open(tab, "/plan/a/why", QUESTIONS[1]);
  await context.setOffline(true);
  await answer(page).fill("Bager");
  await answer(tab).fill("Jeg har prøvet det");
  await expect.poll(async () => (await keptCopies(page)).length).toBe(2);
  await page.close({ runBeforeUnload: false });
  await tab.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const reopened = await context.newPage();
  await watch.follow(reopened);
  await open(reopened, "/plan/goal", GOAL);
  await expect(answer(reopened)).toHaveValue("Bager");
  const maja = await Person.signedIn(server.url, "first-due");
  await expectStored(maja, "goal", "Bager");
  await expectStored(maja, "a.why", "Jeg har prøvet det");
  await expect.poll(async () => (await keptCopies(reopened)).length).toBe(0);
});

test("i9: a step removed here and changed elsewhere comes back as a question", async ({
  page,
  signIn,
  server,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  await typesElsewhere(maja, { "a.steps.m1.what": "Ringe til chefen" });
  await signIn("first-due");
  await open(page, "/plan/a/steps", STEPS);
  await expect(row(page, "Skridt 1").getByLabel("Hvad skal der ske?")).toHaveValue(
    "Ringe til chefen",
  );
  await typesElsewhere(maja, { "a.steps.m1.what": "Ringe til min chef" });
  await page.getByRole("button", { name: "Fjern skridt 1" }).click();
  const question = page.locator(".draft-conflict");
  await expect(question).toContainText("Ringe til min chef");
  await question.getByRole("button", { name: "Brug det fra det andet sted" }).click();
  await expect(row(page, "Skridt 1").getByLabel("Hvad skal der ske?")).toHaveValue(
    "Ringe til min chef",
  );
});

test("two texts to pick from keep the plan from being shared, and the way there is shown", async ({
  page,
  signIn,
  server,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await typesElsewhere(maja, { goal: "Kok" });
  await answer(page).fill("Bager");
  await expect(page.locator(".draft-conflict")).toBeVisible();
  await page.getByRole("link", { name: "Gem og fortsæt senere" }).click();
  await page.getByRole("link", { name: SHARE }).click();
  await expect(page.getByRole("button", { name: "Del med din sagsbehandler" })).toHaveCount(0);
  await page.locator(".alert-warning").getByRole("link", { name: "Mit jobmål" }).click();
  await page.getByRole("button", { name: "Behold det, der står her" }).click();
  await expectStored(maja, "goal", "Bager");
});

test("a day that does not exist is told at its field, and the day before it stays", async ({
  page,
  signIn,
  server,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  const day = { "a.steps.m1.what": "Ringe", "a.steps.m1.when": "2027-02-28" };
  await typesElsewhere(maja, day);
  await signIn("first-due");
  await open(page, "/plan/a/steps", STEPS);
  const when = row(page, "Skridt 1").getByLabel("Hvornår?");
  await when.focus();
  // The browser's own field: month and day in the order of its language.
  await when.press("ArrowRight");
  await page.keyboard.type("31");
  await page.keyboard.press("Tab");
  const bad = await when.evaluate((field: HTMLInputElement) => field.validity.badInput);
  expect(bad, "31 February stands in the field").toBe(true);
  await next(page).click();
  await expect(page.getByRole("alert").getByText("Vælg en dato, der findes")).toBeVisible();
  expect(await stored(maja, "a.steps.m1.when")).toBe("2027-02-28");
});
