// The citizen's retention plan: where it is, reading it as a picture first, answering it, and
// what happens when a step does not go.
import type { Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, open, test } from "./support/fixtures.ts";
import { keptCopies, saved, section } from "./support/plan.ts";
import {
  commentOn,
  course,
  FULL,
  MINE,
  planIn,
  QUESTION,
  REASON,
  type State,
} from "./support/retention.ts";

const NOT_MOVED = /^Planen har ændret sig, mens du så på den/;

// What each state says, and the one thing to do; none while it is somebody else's turn.
const STATES: [State, string, string | null][] = [
  ["requested", "Nu er det din arbejdsgivers tur.", "Træk ønsket tilbage"],
  ["drafting", "Din arbejdsgiver skriver på planen.", null],
  ["sent", "Nu er det din tur til at læse den.", "Godkend planen"],
  ["changes_asked", "Din arbejdsgiver retter planen", null],
  ["approved", "Nu mangler den at blive sendt til kommunen.", "Send til kommunen"],
  ["submitted", "Nu er det kommunens tur til at læse den.", null],
  ["questioned", "Kommunen har stillet et spørgsmål til planen.", "Svar kommunen"],
  ["acknowledged", "Kommunen har læst planen. Den gælder nu.", null],
  ["closed", "Planen er afsluttet.", "Bed om en plan igen"],
];

for (const [state, words, todo] of STATES) {
  test(`${state}: says where the plan is, and the one thing to do`, async ({
    page,
    signIn,
    server,
    inspect,
  }) => {
    await planIn(server, "next-due", state);
    await signIn("next-due");
    await open(page, "/retention-plan", MINE);
    await expect(course(page)).toContainText(words);
    const actions = page.locator("main .button-primary, main .button-wide");
    if (todo) {
      const button = page.getByRole("button", { name: todo });
      await expect(button.or(page.getByRole("link", { name: todo })).first()).toBeVisible();
    } else {
      await expect(actions).toHaveCount(0);
    }
    const picture = section(page, "Planen i korte træk").getByRole("img");
    const wasSent = !["requested", "drafting"].includes(state);
    await expect(picture).toHaveCount(wasSent ? 1 : 0);
    await inspect(`retention-${state}`);
  });
}

test("no plan yet: what it is, and what the employer gets to see", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  await inspect("my-retention-none");
  await open(page, "/retention-plan", MINE);
  await expect(page.getByText(/Din arbejdsgiver ser dit navn, hvornår du blev sygemeldt/)).toBeVisible();
  await inspect("retention-none");
});

test("a wish is taken back, and can be made again", async ({ page, signIn, server, inspect }) => {
  await planIn(server, "next-due", "requested");
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  await page.getByRole("button", { name: "Træk ønsket tilbage" }).click();
  const done = page.locator("#retention-done");
  await expect(done).toContainText("Du har trukket dit ønske om en plan tilbage");
  await expect(done).toBeFocused();
  await inspect("retention-withdrawn");
  await page.getByRole("button", { name: "Bed om en plan igen" }).click();
  await expect(done).toContainText("Din arbejdsgiver er bedt om en plan");
});

test("no employer in the case: why there can be no plan, and what to do", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("no-employer");
  await open(page, "/my", "Min side");
  await expect(page.getByRole("link", { name: "Gå til Fastholdelsesplan" })).toHaveCount(0);
  await open(page, "/retention-plan", MINE);
  await expect(page.getByRole("heading", { name: /ingen arbejdsgiver/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Skriv det i Min plan" })).toBeVisible();
  await inspect("retention-no-employer");
});

test("a closed case: the page says so, and nothing can be sent", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("closed");
  await open(page, "/retention-plan", MINE);
  await expect(page.getByText(/^Din sag er afsluttet/).first()).toBeVisible();
  await expect(page.locator("main .button-primary")).toHaveCount(0);
  await inspect("retention-case-closed");
});

test("declined without a reason says so, and what can be done instead", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await planIn(server, "next-due", "requested");
  await plan.employerMoves("decline", { reason: "" });
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  await expect(page.getByText("Der er ikke skrevet nogen begrundelse.")).toBeVisible();
  await expect(page.getByText(REASON)).toHaveCount(0);
  await page.getByRole("link", { name: "Skriv det i Min plan" }).click();
  await at(page, "Hvordan vil du gerne op i tid?");
});

test("asks for changes: at least one comment, each kept while it is typed", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  test.slow();
  const plan = await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan/changes", "Bed om ændringer");
  await page.getByRole("button", { name: "Send til din arbejdsgiver" }).click();
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: /^Åbn mindst én del/ }).click();
  await expect(page.locator("#part-parties")).toBeFocused();
  await inspect("retention-changes-none");

  const hours = commentOn(page, "Timer, trin for trin");
  await hours.summary.click();
  await expect(page.getByText(FULL["ramp.r1.days"])).toBeVisible();
  await hours.field.fill("Mit nummer er 010280-1234");
  await page.getByRole("button", { name: "Send til din arbejdsgiver" }).click();
  await summary.getByRole("link", { name: /^Fjern CPR-nummeret/ }).click();
  await expect(hours.field).toBeFocused();
  await inspect("retention-changes-cpr");
  await hours.field.fill("Jeg vil gerne have fri om onsdagen.");
  await saved(page);
  await expect(hours.summary).toContainText("du har skrevet en kommentar");
  await page.reload();
  await at(page, "Bed om ændringer");
  await expect(hours.field, "open, because something is written").toBeVisible();
  await expect(hours.field).toHaveValue("Jeg vil gerne have fri om onsdagen.");
  await inspect("retention-changes");
  await page.getByRole("button", { name: "Send til din arbejdsgiver" }).click();
  await at(page, MINE);
  await expect(page.locator("#retention-done")).toBeFocused();
  await inspect("retention-changes-sent");
  expect(await plan.state()).toBe("changes_asked");
});

test("i9: what is typed to a plan survives no network and a closed tab", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan/approve", "Godkend planen");
  const remark = (tab: Page) => tab.getByLabel("Vil du tilføje en bemærkning?");
  await expect(remark(page)).toBeVisible();
  watch.expectNoConnection();
  await context.setOffline(true);
  await remark(page).fill("Det passer mig godt.");
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.close();
  await context.setOffline(false);
  const tab = await context.newPage();
  await watch.follow(tab);
  await open(tab, "/retention-plan/approve", "Godkend planen");
  await expect(remark(tab)).toHaveValue("Det passer mig godt.");
  await saved(tab);
  await expect.poll(() => keptCopies(tab)).toEqual([]);
});

test("approves, and has second thoughts before the municipality gets it", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan/approve", "Godkend planen");
  await inspect("retention-approve");
  await page.getByRole("button", { name: "Godkend planen" }).click();
  await at(page, MINE);
  await expect(page.locator("#retention-done")).toBeFocused();
  await inspect("retention-just-approved");
  await page.getByRole("link", { name: /Bed om ændringer/ }).click();
  await at(page, "Bed om ændringer");
  const tasks = commentOn(page, "Opgaver");
  await tasks.summary.click();
  await tasks.field.fill("Jeg glemte telefonen.");
  await page.getByRole("button", { name: "Send til din arbejdsgiver" }).click();
  await at(page, MINE);
  expect(await plan.state()).toBe("changes_asked");
});

test("the employer takes the plan back meanwhile: the remark is kept, and the page says so", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan/approve", "Godkend planen");
  await page.getByLabel("Vil du tilføje en bemærkning?").fill("Det passer mig godt.");
  await saved(page);
  await plan.employerMoves("take_back", { version: 1 });
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Godkend planen" }).click();
  await expect(page.getByText(NOT_MOVED)).toBeVisible();
  await expect(page.getByText(/^Det kan du ikke gøre lige nu/)).toBeVisible();
  await inspect("retention-taken-back");
  await plan.types({ "tasks.can": "Passe telefonen." });
  await plan.sends();
  await open(page, "/retention-plan/approve", "Godkend planen");
  await expect(page.getByLabel("Vil du tilføje en bemærkning?")).toHaveValue("Det passer mig godt.");
});

test("a newer version comes while comments are written: looked over again, comments kept", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  const plan = await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan/changes", "Bed om ændringer");
  const tasks = commentOn(page, "Opgaver");
  await tasks.summary.click();
  await tasks.field.fill("Jeg kan også passe telefonen.");
  await saved(page);
  await plan.employerMoves("take_back", { version: 1 });
  await plan.types({ "tasks.can": "Passe telefonen." });
  await plan.sends();
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Send til din arbejdsgiver" }).click();
  await expect(page.getByText(NOT_MOVED)).toBeVisible();
  await expect(tasks.field).toHaveValue("Jeg kan også passe telefonen.");
  await expect(page.getByText("Passe telefonen.", { exact: true })).toBeVisible();
  expect(await plan.state()).toBe("sent");
});

test("answers the municipality's question", async ({ page, signIn, server, inspect }) => {
  const plan = await planIn(server, "next-due", "questioned");
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  await expect(page.getByText(QUESTION).first()).toBeVisible();
  await page.getByRole("link", { name: "Svar kommunen" }).click();
  await at(page, "Svar kommunen");
  await page.getByRole("button", { name: "Send svaret" }).click();
  await expect(page.locator("#error-summary").getByRole("link", { name: "Skriv dit svar" })).toBeVisible();
  await inspect("retention-answer");
  await page.getByLabel("Dit svar").fill("Det gør Camilla.");
  await page.getByRole("button", { name: "Send svaret" }).click();
  await at(page, MINE);
  await expect(page.locator("#retention-done")).toContainText("Dit svar er sendt");
  await expect(section(page, "Det er der sket")).toContainText("Det gør Camilla.");
  expect(await plan.state()).toBe("submitted");
});

test("a step that did not go is told to the caseworker only, and a conversation is offered", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "acknowledged");
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  const hours = section(page, "Dine aftalte timer");
  await expect(hours.getByRole("listitem").first()).toContainText("Nu");
  await expect(hours.getByRole("link", { name: /^Det gik ikke/ })).toHaveCount(1);
  await hours.getByRole("link", { name: /^Det gik ikke/ }).click();
  await at(page, "Det gik ikke");
  await expect(page.getByText(/Din arbejdsgiver ser det ikke/)).toBeVisible();
  await inspect("retention-step");
  await page.getByLabel("Hvad gik ikke?").fill("Fire timer i træk var for meget.");
  await page.getByRole("button", { name: "Fortæl det til din sagsbehandler" }).click();
  await expect(page.locator("#step-told")).toBeFocused();
  await expect(page.getByText("Fire timer i træk var for meget.").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Book en samtale" })).toBeVisible();
  await inspect("retention-step-told");

  const employer = await plan.as("employer");
  expect(JSON.stringify(await employer.get(plan.api))).not.toContain("for meget");
  await signIn("caseworker-1");
  await open(page, plan.staffPage, "Fastholdelsesplan for Jonas Bak");
  const reports = section(page, "Trin, hvor det ikke gik");
  await expect(reports).toContainText("Trinnet fra 23. november 2026 (version 1)");
  await expect(reports).toContainText("Fire timer i træk var for meget.");
  await reports.getByRole("link", { name: "Book en samtale for borgeren" }).click();
  await at(page, "Book for Jonas Bak");
});

test("a step that has not begun cannot have gone wrong", async ({ page, signIn, server, inspect }) => {
  await planIn(server, "next-due", "acknowledged");
  await signIn("next-due");
  await open(page, "/retention-plan/steps/2026-12-07", "Det gik ikke");
  await expect(page.getByText(/^Den periode er ikke begyndt endnu/)).toBeVisible();
  await inspect("retention-step-ahead");
});

test("on paper there is the document, with room to sign, and nothing else", async ({
  page,
  signIn,
  server,
}, info) => {
  await planIn(server, "next-due", "acknowledged");
  await signIn("next-due");
  await open(page, "/retention-plan/versions/1", "Fastholdelsesplan, version 1");
  await page.evaluate(() => (window.print = () => document.body.setAttribute("data-printed", "")));
  await page.getByRole("button", { name: /^Udskriv/ }).click();
  await expect(page.locator("body[data-printed]")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  const paper = page.getByRole("article");
  await expect(paper).toContainText("Jonas Bak");
  await expect(paper).toContainText("Nordlys Bageri ApS");
  await expect(paper.locator(".signatures")).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Udskriv/ })).toBeHidden();
  await page.screenshot({
    path: `artifacts/screenshots/${info.project.name}/retention-print.png`,
    fullPage: true,
  });
});

test("another person's version is not to be seen", async ({ page, signIn, server, watch, inspect }) => {
  await planIn(server, "next-due", "acknowledged");
  await signIn("first-due");
  watch.expectRefusal(404);
  await open(page, "/retention-plan/versions/1", "Fastholdelsesplan, version 1");
  await expect(page.getByText(/Vi kan ikke finde det, du leder efter/)).toBeVisible();
  await inspect("retention-version-not-found");
});

test("reads and answers in English", async ({ page, signIn, server, inspect }) => {
  const plan = await planIn(server, "next-due", "sent");
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Retention plan");
  await expect(page.getByText(/^It is your turn to read it\.|It is your turn to read it\./).first()).toBeVisible();
  await inspect("retention-english");
  await page.getByRole("link", { name: "See the whole plan" }).first().click();
  await at(page, "Retention plan, version 1");
  await inspect("retention-version-english");
  await page.getByRole("link", { name: "Approve the plan" }).first().click();
  await at(page, "Approve the plan");
  await page.getByRole("button", { name: "Approve the plan" }).click();
  await expect(page.locator("#retention-done")).toContainText("You have approved the plan");
  expect(await plan.state()).toBe("approved");
});

test("one's own data as a file holds the plan and what is typed to it", async ({
  page,
  signIn,
  server,
}) => {
  await planIn(server, "next-due", "sent");
  const jonas = await Person.signedIn(server.url, "next-due");
  await jonas.patch("/api/citizen/drafts/retention-answer", {
    changes: [{ field: "remark", base: 0, value: "Næsten i mål" }],
  });
  await signIn("next-due");
  const text = await (await page.request.get(`${server.url}/api/citizen/data`)).text();
  expect(text).toContain(FULL["tasks.cannot"]);
  expect(text).toContain("Næsten i mål");
});
