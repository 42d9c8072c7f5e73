// Two devices of one person, and texts that cannot be stored as they stand: nothing that was
// typed is dropped unseen (I9), and whoever wrote it decides.
import type { Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, next, open, test } from "./support/fixtures.ts";
import {
  answer,
  anotherDevice,
  DRAFT,
  expectStored,
  GOAL,
  part,
  PLAN,
  QUESTIONS,
  RETURN,
  row,
  saved,
  STEPS,
  stored,
  typesElsewhere,
} from "./support/plan.ts";

const MINE = "Bager på daghold";
const THEIRS = "Konditor i byen";
const CONFLICT = "Her er skrevet to forskellige steder";

/** The same field is written on two devices; gives the one that saved last. */
async function bothWrite(page: Page, other: Page): Promise<void> {
  for (const device of [page, other]) {
    await open(device, "/plan/goal", GOAL);
    await expect(answer(device)).toHaveValue("");
  }
  await answer(other).fill(THEIRS);
  await saved(other);
  await answer(page).fill(MINE);
  await expect(page.getByText(CONFLICT)).toBeVisible();
}

for (const [choice, kept] of [
  ["Behold det, der står her", MINE],
  ["Brug det fra det andet sted", THEIRS],
]) {
  test(`i9: two devices, the same field: both texts are shown; ${choice}`, async ({
    page,
    browser,
    signIn,
    server,
    watch,
    inspect,
  }) => {
    await signIn("first-due");
    const other = await anotherDevice(browser, server, watch, "first-due");
    await bothWrite(page, other);
    const question = page.locator(".draft-conflict");
    await expect(question).toContainText(MINE);
    await expect(question).toContainText(THEIRS);
    await expect(answer(page), "what is typed stays where it was typed").toHaveValue(MINE);
    await expect(page.getByText("Ikke gemt: Du har skrevet noget andet")).toBeVisible();
    const maja = await Person.signedIn(server.url, "first-due");
    expect(await stored(maja, "goal"), "nothing is decided yet").toBe(THEIRS);
    await inspect("draft-conflict");
    await page.getByRole("button", { name: choice }).click();
    await expect(question).toHaveCount(0);
    await expect(answer(page)).toBeFocused();
    await expect(answer(page)).toHaveValue(kept);
    await saved(page);
    await expectStored(maja, "goal", kept);
    await other.context().close();
  });
}

test("i9: the question of two texts waits on the overview, and after a reload", async ({
  page,
  browser,
  signIn,
  server,
  watch,
  inspect,
}) => {
  await signIn("first-due");
  const other = await anotherDevice(browser, server, watch, "first-due");
  await bothWrite(page, other);
  await page.getByRole("link", { name: "Gem og fortsæt senere" }).click();
  await at(page, PLAN);
  const notice = page.getByText("Noget er skrevet to forskellige steder.");
  await expect(notice).toBeVisible();
  await inspect("draft-conflict-overview");
  await page.reload();
  await at(page, PLAN);
  await expect(notice).toBeVisible();
  await page.locator(".alert-warning").getByRole("link", { name: "Mit jobmål" }).click();
  await at(page, GOAL);
  await expect(answer(page)).toHaveValue(MINE);
  await page.getByRole("button", { name: "Behold det, der står her" }).click();
  await saved(page);
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", MINE);
});

test("i9: two devices, different fields: both are kept and nobody is asked", async ({
  page,
  browser,
  signIn,
  server,
  watch,
}) => {
  await signIn("first-due");
  const other = await anotherDevice(browser, server, watch, "first-due");
  await open(page, "/plan/goal", GOAL);
  await open(other, "/plan/a/why", QUESTIONS[1]);
  await answer(page).fill(MINE);
  await answer(other).fill("Min chef vil have mig tilbage");
  await saved(page);
  await saved(other);
  await expect(page.getByText(CONFLICT)).toHaveCount(0);
  await expect(other.getByText(CONFLICT)).toHaveCount(0);
  const maja = await Person.signedIn(server.url, "first-due");
  await expectStored(maja, "goal", MINE);
  await expectStored(maja, "a.why", "Min chef vil have mig tilbage");
});

test("i9: what another device wrote is there when this one is looked at again", async ({
  page,
  browser,
  signIn,
  server,
  watch,
}) => {
  await signIn("first-due");
  await open(page, "/plan/a/steps", STEPS);
  await row(page, "Skridt 1").getByLabel("Hvad skal der ske?").fill("Ringe til min chef");
  await saved(page);
  const other = await anotherDevice(browser, server, watch, "first-due");
  await open(other, "/plan/a/steps", STEPS);
  await other.getByRole("button", { name: "Tilføj et skridt" }).click();
  await row(other, "Skridt 2").getByLabel("Hvad skal der ske?").fill("Besøge bageriet");
  await saved(other);
  // As when the phone is taken up again.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(row(page, "Skridt 2").getByLabel("Hvad skal der ske?")).toHaveValue("Besøge bageriet");
  await expect(row(page, "Skridt 1").getByLabel("Hvad skal der ske?")).toHaveValue(
    "Ringe til min chef",
  );
});

test("i9: both devices add a step: both are there", async ({
  page,
  browser,
  signIn,
  server,
  watch,
}) => {
  await signIn("first-due");
  const other = await anotherDevice(browser, server, watch, "first-due");
  const steps = { Ringe: page, Skrive: other };
  for (const device of Object.values(steps)) await open(device, "/plan/c/steps", STEPS);
  for (const [words, device] of Object.entries(steps)) {
    await row(device, "Skridt 1").getByLabel("Hvad skal der ske?").fill(words);
    await saved(device);
  }
  await page.reload();
  await at(page, STEPS);
  await expect(page.getByRole("group", { name: /^Skridt \d+$/ })).toHaveCount(2);
});

test("a text that is too long: the limit shows while typing, and every letter stays", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill("x".repeat(199));
  await expect(page.getByText("Du har 1 tegn tilbage").first()).toBeVisible();
  await saved(page);
  const long = "x".repeat(203);
  await answer(page).fill(long);
  await expect(page.getByText("Du har brugt 3 tegn for meget").first()).toBeVisible();
  await expect(page.getByText("Kan ikke gemmes, som det står. Ret det markerede.")).toBeVisible();
  await expect(page.locator(".form-error-message")).toContainText("Skriv højst 200 tegn");
  await inspect("draft-too-long");
  await next(page).click();
  await expect(page.locator(".error-summary")).toBeFocused();
  await page.reload();
  await at(page, GOAL);
  await expect(answer(page), "kept in the browser, as it cannot be stored").toHaveValue(long);
  const maja = await Person.signedIn(server.url, "first-due");
  expect(await stored(maja, "goal")).toBe("x".repeat(199));
  await answer(page).fill("x".repeat(200));
  await expectStored(maja, "goal", "x".repeat(200));
  await expect(page.locator(".form-error-message")).toHaveCount(0);
});

test("control characters are refused at the field, and go no further", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/a/why", QUESTIONS[1]);
  await answer(page).fill("Ring\u0007 og sov\u0000");
  await expect(page.locator(".form-error-message")).toContainText(
    "Fjern de tegn, der ikke kan vises",
  );
  await inspect("draft-control-characters");
  const maja = await Person.signedIn(server.url, "first-due");
  expect(await stored(maja, "a.why")).toBe("");
  await answer(page).fill("Ring og sov");
  await expectStored(maja, "a.why", "Ring og sov");
  await saved(page);
});

test("letters of every kind, in any direction, are kept as they were written", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const words = "خباز 👩🏽‍🍳 في المخبز\u200f\n\u202eבעברית\u202c <b>ikke fed</b> ﷽ é é 𝕬";
  await signIn("first-due");
  await open(page, "/plan/a/can", QUESTIONS[2]);
  await answer(page).fill(words);
  await saved(page);
  const maja = await Person.signedIn(server.url, "first-due");
  expect(await stored(maja, "a.can")).toBe(words);
  await page.reload();
  await at(page, QUESTIONS[2]);
  await expect(answer(page)).toHaveValue(words);
  await open(page, "/plan/share", "Se planen, og del den");
  await expect(page.getByRole("article")).toContainText("<b>ikke fed</b>");
  await inspect("draft-every-letter");
});

test("dates that do not exist and hours over the norm are told at the field", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  const { refused } = await typesElsewhere(maja, {
    "a.steps.s1.what": "Ringe",
    "a.steps.s1.when": "2026-02-30",
    "ramp.r1.from": "2026-13-01",
    "ramp.r1.to": "2026-12-31",
    "ramp.r1.hours": "45",
    "ramp.r2.from": "2027-01-01",
    "ramp.r2.to": "2027-01-31",
    "ramp.r2.hours": "45",
    "return.normal": "37",
  });
  expect(refused, "half a date is kept while it is typed").toEqual([]);
  await signIn("first-due");
  await open(page, "/plan/a/steps", STEPS);
  await expect(row(page, "Skridt 1").getByLabel("Hvad skal der ske?")).toHaveValue("Ringe");
  await next(page).click();
  await expect(row(page, "Skridt 1").getByText("Vælg en dato, der findes")).toBeVisible();
  await row(page, "Skridt 1").getByLabel("Hvornår?").fill("2026-02-28");
  await expect(page.locator(".error-summary")).toBeHidden();
  await open(page, "/plan/return", RETURN);
  await expect(row(page, "Periode 2").getByLabel("Timer om ugen")).toHaveValue("45");
  await next(page).click();
  await expect(row(page, "Periode 1").getByText("Vælg en dato, der findes")).toBeVisible();
  await expect(row(page, "Periode 2").getByText(/højst lige så mange timer/)).toBeVisible();
  await inspect("draft-impossible-dates");
});

test("1,000 steps are refused clearly, and those that fit stay", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  await typesElsewhere(maja, { goal: MINE });
  let refused = 0;
  for (let first = 0; first < 1000; first += 200) {
    const names = Array.from({ length: 200 }, (_, index) => `a${10_000 + first + index}`);
    const fields = names.map((name) => [`a.steps.${name}.what`, `Skridt ${name}`]);
    const answered = await typesElsewhere(maja, Object.fromEntries(fields));
    refused += answered.refused.length;
    expect(answered.refused.every((one) => one.code === "too_many")).toBe(true);
  }
  expect(refused).toBe(970);
  expect(await stored(maja, "goal")).toBe(MINE);
  await signIn("first-due");
  await open(page, "/plan/a/steps", STEPS);
  await expect(page.getByRole("group", { name: /^Skridt \d+$/ })).toHaveCount(30);
  await expect(page.getByText(/Der er plads til 30 her/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Tilføj et skridt" })).toHaveCount(0);
  await inspect("draft-most-steps");
  await page.getByRole("button", { name: "Fjern skridt 30" }).click();
  await page.getByRole("button", { name: "Tilføj et skridt" }).click();
  await row(page, "Skridt 30").getByLabel("Hvad skal der ske?").fill("Det sidste");
  await saved(page);
  await page.reload();
  await at(page, STEPS);
  await expect(row(page, "Skridt 30").getByLabel("Hvad skal der ske?")).toHaveValue("Det sidste");
});

test("1,000 changes in one save are refused as a whole", async ({ signIn, page, server }) => {
  await signIn("first-due");
  const changes = Array.from({ length: 1000 }, (_, index) => ({
    field: `a.steps.s${index}.what`,
    base: 0,
    value: "x",
  }));
  const answer = await page.request.patch(DRAFT, {
    data: { changes },
    headers: { Origin: server.url },
  });
  expect(answer.status()).toBe(422);
  expect(await stored(await Person.signedIn(server.url, "first-due"), "a.steps.s0.what")).toBe("");
  await open(page, "/plan", PLAN);
  await expect(part(page, "Plan A")).toContainText("Ikke begyndt");
});
