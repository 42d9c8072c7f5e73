// A citizen writes a job plan: one thing per screen, in any order, with nothing mandatory.
import { Person } from "./support/api.ts";
import { at, expect, next, open, settled, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import {
  answer,
  expectStored,
  GOAL,
  part,
  PLAN,
  QUESTIONS,
  RETURN,
  row,
  saved,
  SHARE,
  STEPS,
} from "./support/plan.ts";

const PLACE = ".step-simple";

test("an empty plan: Min side leads to it, and it begins with the goal", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/my", "Min side");
  await settled(page);
  await expect(page.getByRole("link", { name: /Hvem har set mine oplysninger/ })).toHaveAttribute(
    "href",
    "/access-log",
  );
  await page.getByRole("link", { name: "Gå til Min plan" }).click();
  await at(page, PLAN);
  await expect(page.getByText("Planen er et tilbud.")).toBeVisible();
  await expect(page.getByText("Din arbejdsgiver kan ikke se din plan.")).toBeVisible();
  await expect(page.getByText("Du har ikke delt planen endnu. Kun du kan se den.")).toBeVisible();
  await expect(part(page, "Mit jobmål")).toContainText("Ikke begyndt");
  await expect(part(page, "Plan A")).toContainText("Ikke begyndt");
  await expect(part(page, "Ord til den næste samtale"), "nothing is booked").toHaveCount(0);
  await inspect("plan-empty");
  await page.getByRole("link", { name: "Begynd på planen" }).click();
  await at(page, GOAL);
  await page.getByRole("link", { name: "Tilbage" }).click();
  await at(page, PLAN);
  await page.getByRole("link", { name: SHARE }).click();
  await expect(page.getByText("Planen er tom. Skriv noget, før du deler den.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Del med din sagsbehandler" })).toHaveCount(0);
  await inspect("plan-share-empty");
});

test("a goal that names no job earns a nudge, never a block", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  const goal = page.getByRole("textbox", { name: GOAL });
  const nudge = page.getByText(/Det er helt i orden ikke at vide det endnu\..*“Afklaring”/);
  await goal.fill("Afklaring");
  await expect(nudge).toBeVisible();
  await saved(page);
  await inspect("plan-goal-vague");
  await next(page).click();
  await at(page, QUESTIONS[0]);
  await page.goBack();
  await at(page, GOAL);
  await expect(goal).toHaveValue("Afklaring");
  await goal.fill("Pædagogmedhjælper 20 timer om ugen");
  await expect(nudge).toHaveCount(0);
  await saved(page);
  await inspect("plan-goal");
  const maja = await Person.signedIn(server.url, "first-due");
  await expectStored(maja, "goal", "Pædagogmedhjælper 20 timer om ugen");
});

/** What somebody answers about plan A, question by question. */
const ANSWERS = [
  "Mit eget job i bageriet, om dagen",
  "Min chef vil gerne have mig tilbage",
  "Lægge vagtplaner, mens jeg sidder",
  "Jeg kan ikke stå op længe",
  "En stol, der kan hæves og sænkes",
];

test("plan A, question by question: Næste, Tilbage and the browser's own Back", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/a/job", QUESTIONS[0]);
  await expect(page.locator(PLACE)).toHaveText("Plan A – tilbage til mit job · trin 1 af 7");
  await page.getByText("Plan A – tilbage til mit job", { exact: true }).click();
  await expect(page.getByText(/Det job, du har\. Du kan vende tilbage/)).toBeVisible();
  for (const [index, words] of ANSWERS.entries()) {
    await at(page, QUESTIONS[index]);
    await answer(page).fill(words);
    await saved(page);
    await inspect(`plan-a-${index + 1}`);
    await next(page).click();
  }
  await at(page, QUESTIONS[5]);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator(PLACE)).toHaveText(/trin 6 af 7$/);

  await page.getByRole("link", { name: "Tilbage" }).click();
  await at(page, QUESTIONS[4]);
  await expect(answer(page)).toHaveValue(ANSWERS[4]);
  await page.goBack();
  await at(page, QUESTIONS[5]);
  const seven = page.getByRole("radio", { name: "7", exact: true });
  await seven.check();
  await saved(page);
  await inspect("plan-a-sure");
  await next(page).click();
  await at(page, STEPS);
  await page.goBack();
  await expect(seven).toBeChecked();

  const maja = await Person.signedIn(server.url, "first-due");
  await expectStored(maja, "a.sure", "7");
  await expectStored(maja, "a.obstacles", ANSWERS[3]);
});

test("the overview says what is done and what is left, and leads on to it", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/plan", PLAN);
  await expect(part(page, "Mit jobmål")).toContainText("Udfyldt");
  await expect(part(page, "Plan A")).toContainText("I gang: 5 af 7");
  await expect(part(page, "Plan B")).toContainText("I gang: 1 af 7");
  await expect(part(page, "Plan C")).toContainText("Ikke begyndt");
  await expect(part(page, "Gradvist tilbage")).toContainText("Ikke begyndt");
  await inspect("plan-half-done");
  await page.getByRole("link", { name: "Fortsæt, hvor du slap" }).click();
  await at(page, QUESTIONS[3]);
  await answer(page).fill("Natarbejdet");
  await page.getByRole("link", { name: "Gem og fortsæt senere" }).click();
  await at(page, PLAN);
  await expect(part(page, "Plan A")).toContainText("I gang: 6 af 7");
  await saved(page);
  await page.getByRole("link", { name: "Fortsæt, hvor du slap" }).click();
  await at(page, QUESTIONS[4]);
});

test("steps: added, done and taken away", async ({ page, signIn, server, inspect }) => {
  await signIn("first-due");
  const maja = await Person.signedIn(server.url, "first-due");
  await open(page, "/plan/a/steps", STEPS);
  await expect(page.getByRole("group", { name: /^Skridt \d+$/ })).toHaveCount(1);
  const first = row(page, "Skridt 1");
  await first.getByRole("textbox", { name: "Hvad skal der ske?" }).fill("Ringe til min chef");
  await first.getByRole("textbox", { name: "Hvem gør det?" }).fill("Mig");
  await first.getByLabel("Hvornår?").fill("2026-12-01");
  await first.getByText("Det er gjort").click();
  await expect(first.getByRole("checkbox", { name: "Det er gjort" })).toBeChecked();

  await page.getByRole("button", { name: "Tilføj et skridt" }).click();
  const second = row(page, "Skridt 2").getByRole("textbox", { name: "Hvad skal der ske?" });
  await expect(second, "one goes on typing in the new step").toBeFocused();
  await second.fill("Besøge bageriet");
  await saved(page);
  await inspect("plan-a-steps");
  await page.reload();
  await at(page, STEPS);
  await expect(first.getByRole("checkbox", { name: "Det er gjort" })).toBeChecked();
  await expect(first.getByLabel("Hvornår?")).toHaveValue("2026-12-01");

  await page.getByRole("button", { name: "Fjern skridt 1" }).click();
  await expect(page.getByRole("button", { name: "Tilføj et skridt" })).toBeFocused();
  await expect(page.getByRole("group", { name: /^Skridt \d+$/ })).toHaveCount(1);
  await expect(first.getByRole("textbox", { name: "Hvad skal der ske?" })).toHaveValue(
    "Besøge bageriet",
  );
  await saved(page);
  type Draft = { fields: { value: string }[] };
  const texts = async () =>
    (await maja.get<Draft>("/api/citizen/drafts/job-plan")).fields
      .map((field) => field.value)
      .filter(Boolean);
  await expect.poll(texts).toEqual(["Besøge bageriet"]);
});

test("a step that says who but not what must be mended", async ({ page, signIn, inspect }) => {
  await signIn("first-due");
  await open(page, "/plan/b/steps", STEPS);
  await page.getByRole("textbox", { name: "Hvem gør det?" }).fill("Min chef");
  await next(page).click();
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await inspect("plan-steps-error");
  await summary.getByRole("link", { name: "Skriv, hvad der skal ske" }).click();
  const what = page.getByRole("textbox", { name: "Hvad skal der ske?" });
  await expect(what).toBeFocused();
  await what.fill("Finde en praktikplads");
  await expect(summary).toBeHidden();
  await next(page).click();
  await at(page, PLAN);
});

test("without an employer nothing is said of one, and the plan is a duty", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("no-employer");
  for (const [address, title] of [
    ["/plan", PLAN],
    ["/plan/share", SHARE],
  ]) {
    await open(page, address, title);
    await settled(page);
    await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expect(page.getByText(/Din arbejdsgiver/)).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Tilbage" }).click();
  await at(page, PLAN);
  await expect(page.getByText("Du og din sagsbehandler skal have en plan.")).toBeVisible();
  await inspect("plan-no-employer");
});

test("a closed case: the plan can be read and not changed", async ({ page, signIn, inspect }) => {
  await signIn("closed");
  await open(page, "/plan", PLAN);
  await expect(page.getByText(/Din sag er afsluttet/)).toBeVisible();
  await expect(page.getByRole("link", { name: SHARE })).toHaveCount(0);
  await inspect("plan-closed");
  for (const [address, title] of [
    ["/plan/goal", GOAL],
    ["/plan/a/steps", STEPS],
    ["/plan/return", RETURN],
    ["/plan/talk", "Ord til samtalen"],
  ]) {
    await open(page, address, title);
    await settled(page);
    await expect(page.getByText(/Din sag er afsluttet/)).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
  }
  await inspect("plan-closed-screen");
});

test("somebody who has not signed in is told so", async ({ page, watch, inspect }) => {
  watch.expectRefusal(401);
  await open(page, "/plan/a/why", QUESTIONS[1]);
  await expect(page.getByRole("heading", { name: "Du er ikke logget på" })).toBeVisible();
  await inspect("plan-sign-in-needed");
});

test("an employer gets no plan, whatever the address", async ({ page, signIn, watch, inspect }) => {
  await signIn("employer");
  watch.expectRefusal(403);
  for (const path of ["/plan", "/plan/goal", "/plan/versions/1", "/access-log"]) {
    await open(page, path, "Siden findes ikke");
  }
  await expect(page.getByRole("main")).not.toContainText(/plan/i);
  await inspect("plan-employer");
});

test("a screen that does not exist", async ({ page, signIn }) => {
  await signIn("first-due");
  await open(page, "/plan/d/why", "Siden findes ikke");
});

test("writes with the keyboard only", async ({ page, signIn, server }) => {
  await signIn("first-due");
  await open(page, "/plan", PLAN);
  await tabTo(page, page.getByRole("link", { name: "Begynd på planen" }));
  await page.keyboard.press("Enter");
  await at(page, GOAL);
  await tabTo(page, answer(page));
  await page.keyboard.type("Bager på daghold");
  await tabTo(page, next(page));
  await page.keyboard.press("Enter");
  await at(page, QUESTIONS[0]);
  await page.goto("/plan/a/sure");
  await at(page, QUESTIONS[5]);
  await tabTo(page, page.getByRole("radio", { name: "0", exact: true }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "2", exact: true })).toBeChecked();
  await tabTo(page, next(page));
  await page.keyboard.press("Space");
  await at(page, STEPS);
  await tabTo(page, page.getByRole("textbox", { name: "Hvad skal der ske?" }));
  await page.keyboard.type("Ringe");
  await tabTo(page, page.getByRole("button", { name: "Tilføj et skridt" }));
  await page.keyboard.press("Enter");
  const second = row(page, "Skridt 2").getByRole("textbox", { name: "Hvad skal der ske?" });
  await expect(second).toBeFocused();
  await page.keyboard.type("Skrive");
  await tabTo(page, page.getByRole("button", { name: "Fjern skridt 2" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Tilføj et skridt" })).toBeFocused();
  const maja = await Person.signedIn(server.url, "first-due");
  await expectStored(maja, "goal", "Bager på daghold");
  await expectStored(maja, "a.sure", "2");
});

test("in English, switched while typing: nothing is lost", async ({ page, signIn, inspect }) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill("clarification");
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Which job or which tasks are you aiming for?");
  await expect(answer(page)).toHaveValue("clarification");
  await expect(page.getByText(/It is quite all right not to know yet/)).toBeVisible();
  await expect(page.getByText(/^Saved at \d\d:\d\d$/)).toBeVisible();
  await inspect("plan-goal-english");
  await page.getByRole("button", { name: "Next" }).click();
  await at(page, "Which job or which tasks?");
  await expect(page.locator(PLACE)).toHaveText("Plan A – back to my own job · step 1 of 7");
  await page.getByRole("link", { name: "Save and go on later" }).click();
  await at(page, "My plan for getting back");
  await inspect("plan-english");
  await open(page, "/plan/return", "How would you like to increase your hours?");
  await page.getByLabel(/before you fell ill/).fill("lots");
  await page.getByRole("button", { name: "Next" }).click();
  const summary = page.locator(".error-summary");
  await expect(summary.getByRole("link", { name: /Write hours a week as a number/ })).toBeVisible();
  await page.getByRole("button", { name: "Dansk" }).click();
  await expect(summary.getByRole("link", { name: /Skriv timer om ugen som et tal/ })).toBeVisible();
});
