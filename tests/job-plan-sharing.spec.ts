// A plan is shared when the citizen decides: a numbered version that can be taken back until
// somebody has opened it, answered by the caseworker, and written on.
import type { Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, next, open, settled, test } from "./support/fixtures.ts";
import {
  answer,
  expectStored,
  GOAL,
  opened,
  PLAN,
  planOf,
  QUESTIONS,
  saved,
  section,
  SHARE,
  sharesElsewhere,
  STEPS,
  typesElsewhere,
} from "./support/plan.ts";

const SHARE_NOW = "Del med din sagsbehandler";
const TAKE_BACK = "Tag planen tilbage";

async function share(page: Page): Promise<void> {
  await open(page, "/plan/share", SHARE);
  await page.getByRole("button", { name: SHARE_NOW }).click();
}

test("shares a plan: looked over first, with a receipt that can be printed", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/plan", PLAN);
  await page.getByRole("link", { name: SHARE }).click();
  await at(page, SHARE);
  await expect(page.getByText(/kan din sagsbehandler, Hanne Ravn, læse den/)).toBeVisible();
  await expect(page.getByText("Din arbejdsgiver kan ikke se din plan.")).toBeVisible();
  await expect(section(page, "Mit jobmål")).toContainText("Bager på daghold");
  await expect(section(page, /^Plan A/)).toContainText("6 af 10: ret sikker");
  await inspect("plan-share");
  await page.getByRole("button", { name: SHARE_NOW }).click();
  await at(page, "Min plan, version 1");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const receipt = /Du delte version 1 mandag den 23\. november kl\. .* ikke åbnet den endnu\./;
  await expect(page.getByText(receipt)).toBeVisible();
  await expect(page.getByText(/Din sagsbehandler læser planen og kan skrive/)).toBeVisible();
  await expect(section(page, /^Plan A/)).toContainText("Spørge min chef");
  await inspect("plan-version");

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("button", { name: /Udskriv/ })).toBeHidden();
  await expect(page.getByText(receipt), "what concerns the screen only").toBeHidden();
  await expect(page.getByText(/^Jonas Bak · Eksempel Kommune · delt 23\. november 2026$/)).toBeVisible();
  await expect(section(page, "Mit jobmål")).toBeVisible();
  await inspect("plan-version-print");
  await page.emulateMedia({ media: null });

  const hanne = await Person.signedIn(server.url, "caseworker-1");
  type Shown = { shown: { plan: { goal: string } } };
  const shown = await hanne.get<Shown>(await planOf(hanne, "Jonas Bak"));
  expect(shown.shown.plan.goal).toBe("Bager på daghold, først 15 timer om ugen");
});

test("a goal that is missing is pointed out, and does not keep the plan back", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  await typesElsewhere(maja, { "a.job": "Mit eget job" });
  await signIn("first-due");
  await open(page, "/plan/share", SHARE);
  await expect(page.getByText(/Dit jobmål mangler\. Du kan godt dele planen uden/)).toBeVisible();
  await inspect("plan-share-no-goal");
  await page.getByRole("link", { name: "Skriv dit jobmål" }).click();
  await at(page, GOAL);
  await page.goBack();
  await page.getByRole("button", { name: SHARE_NOW }).click();
  await at(page, "Min plan, version 1");
});

test("what is not right is listed before sharing, each with the way there", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  await typesElsewhere(maja, {
    goal: "Bager",
    "b.steps.x1.who": "Mig",
    "return.normal": "mange",
  });
  await signIn("first-due");
  await open(page, "/plan/share", SHARE);
  await expect(page.getByText("Noget skal rettes, før planen kan deles")).toBeVisible();
  await expect(page.getByRole("button", { name: SHARE_NOW })).toHaveCount(0);
  await inspect("plan-share-mend");
  await expect(page.getByRole("link", { name: /Skriv timer om ugen som et tal/ })).toHaveAttribute(
    "href",
    "/plan/return",
  );
  await page.getByRole("link", { name: "Skriv, hvad der skal ske" }).click();
  await at(page, STEPS);
});

test("taken back before anybody has opened it: staff never see it", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("next-due");
  await share(page);
  await at(page, "Min plan, version 1");
  await page.getByRole("link", { name: "Til Min plan" }).click();
  await at(page, PLAN);
  await expect(section(page, "Deling")).toContainText("Din sagsbehandler har ikke åbnet den endnu");
  await inspect("plan-shared");
  await page.getByRole("button", { name: TAKE_BACK }).click();
  const back = page.getByText("Du tog version 1 tilbage. Din sagsbehandler kan ikke se den.");
  await expect(back).toBeVisible();
  await expect(page.getByRole("button", { name: TAKE_BACK })).toHaveCount(0);
  await inspect("plan-taken-back");
  await page.getByRole("link", { name: /^Version 1, delt/ }).click();
  await at(page, "Min plan, version 1");
  await expect(back).toBeVisible();

  const hanne = await Person.signedIn(server.url, "caseworker-1");
  type Shown = { shown: unknown; versions: unknown[] };
  const shown = await hanne.get<Shown>(await planOf(hanne, "Jonas Bak"));
  expect(shown.shown ?? null).toBeNull();
  expect(shown.versions).toEqual([]);
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toHaveValue("Bager på daghold, først 15 timer om ugen");
});

test("too late to take back: the caseworker has opened it meanwhile", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  await signIn("next-due");
  await share(page);
  await at(page, "Min plan, version 1");
  await settled(page);
  const button = page.getByRole("button", { name: TAKE_BACK });
  await expect(button).toBeVisible();
  await opened(server, "Jonas Bak");
  watch.expectRefusal(409);
  await button.click();
  await expect(page.getByText(/har lige åbnet planen, så den kan ikke tages tilbage/)).toBeVisible();
  await inspect("plan-too-late");
  await open(page, "/plan", PLAN);
  await expect(section(page, "Deling")).toContainText(/Din sagsbehandler åbnede den mandag/);
  await expect(button).toHaveCount(0);
});

test("written on after sharing, and shared again: the differences in words", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const jonas = await Person.signedIn(server.url, "next-due");
  await sharesElsewhere(jonas);
  await opened(server, "Jonas Bak");
  await signIn("next-due");
  await open(page, "/plan/a/obstacles", QUESTIONS[3]);
  await answer(page).fill("Natarbejdet og de tunge sække");
  await saved(page);
  await next(page).click();
  await at(page, QUESTIONS[4]);
  await page.getByRole("link", { name: "Gem og fortsæt senere" }).click();
  await at(page, PLAN);
  await expect(page.getByText("Du har ændret noget siden. Det nye kan kun du se.")).toBeVisible();
  await inspect("plan-changed-since");
  await page.getByRole("link", { name: SHARE }).click();
  await at(page, SHARE);
  await page.getByRole("button", { name: SHARE_NOW }).click();
  await at(page, "Min plan, version 2");
  const changes = section(page, "Ændret siden version 1");
  await expect(changes).toContainText("Plan A, Hvad står i vejen: skrevet");
  await inspect("plan-version-2");
  await page.goto("/plan/versions/1");
  await at(page, "Min plan, version 1");
  await expect(section(page, /^Plan A/)).not.toContainText("Natarbejdet");
});

test("nothing changed since: there is nothing to share", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await sharesElsewhere(await Person.signedIn(server.url, "next-due"));
  await signIn("next-due");
  await open(page, "/plan/share", SHARE);
  await expect(page.getByText(/Der er ikke ændret noget, siden du delte/)).toBeVisible();
  await expect(page.getByRole("button", { name: SHARE_NOW })).toHaveCount(0);
  await inspect("plan-share-same");
});

test("changed on another device while it is looked over: looked over again first", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/plan/share", SHARE);
  await expect(section(page, "Mit jobmål")).toContainText("Bager på daghold");
  const jonas = await Person.signedIn(server.url, "next-due");
  await typesElsewhere(jonas, { goal: "Konditor" });
  watch.expectRefusal(409);
  await page.getByRole("button", { name: SHARE_NOW }).click();
  await expect(section(page, "Mit jobmål")).toContainText("Konditor");
  await expect(page.getByText(/Planen er ændret et andet sted/)).toBeVisible();
  await inspect("plan-share-stale");
  await page.getByRole("button", { name: SHARE_NOW }).click();
  await at(page, "Min plan, version 1");
  await expect(section(page, "Mit jobmål")).toContainText("Konditor");
});

test("no answer while sharing: pressing again shares, and only once", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  await signIn("next-due");
  await open(page, "/plan/share", SHARE);
  watch.expectNoConnection();
  // The server shares, but its answer is lost on the way.
  await page.route("**/job-plan/versions", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: SHARE_NOW }).click();
  await expect(page.getByText(/Der er ingen forbindelse, så det er ikke sendt/)).toBeVisible();
  await page.unroute("**/job-plan/versions");
  await page.getByRole("button", { name: SHARE_NOW }).click();
  await at(page, "Min plan, version 1");
  const jonas = await Person.signedIn(server.url, "next-due");
  type Versions = { versions: unknown[] };
  expect((await jonas.get<Versions>("/api/citizen/job-plan")).versions).toHaveLength(1);
});

test("the caseworker's comments and agreements stand where one writes, and on the version", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const hanne = await Person.signedIn(server.url, "caseworker-1");
  const plan = await planOf(hanne, "Sofie Lund");
  await hanne.get(plan);
  const words = "Skal vi ringe til din chef sammen?";
  await hanne.post(`${plan}/comments`, { version: 2, section: "return", text: words });
  await hanne.post(`${plan}/agreed-steps`, { version: 2, leg: "a", step: "3", agreed: true });

  await signIn("booked");
  await open(page, "/plan/return", "Hvordan vil du gerne op i tid?");
  await expect(page.locator(".plan-comments")).toContainText(words);
  await expect(page.locator(".plan-comments")).toContainText("Hanne Ravn, mandag den 23. november");
  await inspect("plan-return-comment");
  await open(page, "/plan/a/steps", STEPS);
  const third = page.getByRole("group", { name: "Skridt 3" });
  await expect(third).toContainText("Aftalt med Hanne Ravn, 23. november");
  await inspect("plan-steps-agreed");
  await open(page, "/plan/versions/2", "Min plan, version 2");
  await expect(section(page, "Gradvist tilbage i arbejde")).toContainText(words);
  await expect(section(page, /^Plan A/)).toContainText("Aftalt med Hanne Ravn, 23. november 2026");
  await expect(page.getByText(/Din sagsbehandler åbnede den/)).toBeVisible();
  await inspect("plan-version-answered");
  await open(page, "/plan/goal", GOAL);
  await expect(page.getByText(words), "another part's comment is not here").toHaveCount(0);
});

test("what was agreed with the municipality is in the plan", async ({ page, signIn, inspect }) => {
  await signIn("booked");
  await open(page, "/plan", PLAN);
  const agreed = section(page, "Aftalt med kommunen");
  await expect(agreed.getByRole("row", { name: /Hold om at leve med svimmelhed/ })).toContainText(
    "3 timer",
  );
  await inspect("plan-activities");
});

test("another person's version is not to be seen", async ({ page, signIn, watch, inspect }) => {
  await signIn("first-due");
  watch.expectRefusal(404);
  await open(page, "/plan/versions/2", "Min plan, version 2");
  await expect(page.getByText(/Vi kan ikke finde det, du leder efter/)).toBeVisible();
  await inspect("plan-version-not-found");
});

test("one's own data as a file: what is typed, too", async ({ page, signIn, server }) => {
  await signIn("next-due");
  await open(page, "/plan", PLAN);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Hent alle dine oplysninger som fil" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  const text = (await page.request.get(`${server.url}/api/citizen/data`)).text();
  expect(JSON.stringify(JSON.parse(await text))).toContain("Bager på daghold");
});

test("shares in English", async ({ page, signIn, server, inspect }) => {
  const jonas = await Person.signedIn(server.url, "next-due");
  await expectStored(jonas, "a.sure", "6");
  await signIn("next-due");
  await open(page, "/plan/share", SHARE);
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Review the plan and share it");
  await expect(section(page, /^Plan A/)).toContainText("6 out of 10: quite sure");
  await inspect("plan-share-english");
  await page.getByRole("button", { name: "Share with your caseworker" }).click();
  await at(page, "My plan, version 1");
  await expect(page.getByText(/You shared version 1 on Monday 23 November at/)).toBeVisible();
  await inspect("plan-version-english");
  await page.getByRole("button", { name: "Take the plan back" }).click();
  await expect(page.getByText(/You took version 1 back/)).toBeVisible();
});
