// What the employer writes in a retention plan, and what the page says to it: what has to be
// mended, what is better said otherwise, who wrote it, and beginning with an earlier plan.
import { at, expect, next, open, test } from "./support/fixtures.ts";
import { CPR_NUMBER, keptCopies, readableCopies, saved, section } from "./support/plan.ts";
import {
  CHECK,
  EMPLOYEES,
  fieldOf,
  FULL,
  leads,
  onScreen,
  period,
  Plan,
  planIn,
  SCREENS,
} from "./support/retention.ts";

const JONAS = "Fastholdelsesplan for Jonas Bak";
const KIND_WORD = "Skriv, hvilke opgaver der kan løses – ikke, hvad medarbejderen fejler.";
const REFUSED = "Fjern CPR-nummeret. Der må ikke stå et CPR-nummer her";

test("what has to be mended is a link at the check, and puts the focus in its field", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await plan.employerMoves("begin");
  await plan.types({
    "party.union.role": "Tillidsrepræsentant",
    "normal-hours": "mange",
    "ramp.r1.from": "2026-12-07",
    "ramp.r1.to": "2026-12-01",
    "ramp.r1.hours": "12",
    "party.contact.email": "camilla",
  });
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  const parts = page.getByRole("region", { name: "Planens dele" });
  const part = (name: string) => parts.getByRole("listitem").filter({ hasText: name });
  await expect(part("Hvem er med")).toContainText("Noget skal rettes");
  await expect(part("Opgaver")).toContainText("Ikke begyndt");
  await inspect("employer-parts-to-mend");
  await open(page, plan.page("/check"), CHECK);
  const summary = page.getByRole("alert").filter({ hasText: "Dette skal rettes" });
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await expect(summary, "the way to what is wrong").toBeFocused();
  await inspect("employer-check-to-mend");
  for (const [message, screen, field] of [
    ["Skriv navnet på en kontaktperson hos jer", "parties", "party.contact.name"],
    ["Skriv navnet på den, der er med", "parties", "party.union.name"],
    ["Skriv e-mailadressen med @", "parties", "party.contact.email"],
    ["Skriv timer om ugen som et tal", "hours", "normal-hours"],
    ["Slutdatoen skal være samme dag", "hours", "ramp.r1.to"],
  ] as const) {
    await summary.getByRole("link", { name: message }).click();
    await onScreen(page, screen);
    await expect(fieldOf(page, field), message).toBeFocused();
    await expect(fieldOf(page, field), message).toHaveAttribute("aria-invalid", "true");
    await page.goBack();
    await at(page, CHECK);
  }
  await summary.getByRole("link", { name: "Skriv navnet på en kontaktperson" }).click();
  await fieldOf(page, "party.contact.name").fill("Camilla Strand");
  await expect(page.getByText("Skriv navnet på en kontaktperson hos jer")).toHaveCount(0);
  await saved(page);
  await page.goBack();
  await at(page, CHECK);
  await expect(summary.getByRole("link", { name: "Skriv navnet på en kontaktperson" })).toHaveCount(0);
});

test("a plan that lacks only what one may know later is asked for it at the check", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await Plan.of(server, "next-due");
  await plan.employerMoves("begin");
  await signIn("employer");
  await open(page, plan.page("/plan/parties"), SCREENS.parties);
  await leads(page, "absence");
  await leads(page, "tasks");
  await open(page, plan.page("/check"), CHECK);
  const summary = page.getByRole("alert").filter({ hasText: "Dette skal rettes" });
  await summary.getByRole("link", { name: /^Skriv, hvordan det ser ud/ }).click();
  await onScreen(page, "absence");
  await fieldOf(page, "goal").fill("Tilbage på fuld tid.");
  await saved(page);
  await open(page, plan.page("/check"), CHECK);
  await expect(summary.getByRole("link")).toHaveCount(1);
});

test("words that name an illness get a kind word, and are sent all the same", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/plan/tasks"), SCREENS.tasks);
  await fieldOf(page, "tasks.cannot").fill("Kan ikke løfte på grund af en diskusprolaps.");
  await expect(page.getByText(KIND_WORD)).toBeVisible();
  await saved(page);
  await inspect("employer-sensitive");
  await leads(page, "hours");
  await open(page, plan.page("/check"), CHECK);
  const warning = page.getByRole("main").locator(".alert-warning");
  await expect(warning).toContainText("Nogle tekster ser ud til at sige, hvad medarbejderen fejler.");
  await inspect("employer-check-sensitive");
  await warning.getByRole("link", { name: "Opgaver" }).click();
  await expect(fieldOf(page, "tasks.cannot")).toBeFocused();
  await expect(page.getByText(KIND_WORD), "also when one comes back").toBeVisible();
  await fieldOf(page, "tasks.cannot").fill("Kan ikke løfte over 8 kg.");
  await expect(page.getByText(KIND_WORD)).toHaveCount(0);
  await fieldOf(page, "tasks.cannot").fill("Sygdommen gør det svært at løfte.");
  await expect(page.getByText(KIND_WORD)).toBeVisible();
  await open(page, plan.page("/check"), CHECK);
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await at(page, "Planen er sendt til Jonas Bak");
});

test("a CPR number is refused at its field, and kept nowhere", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/plan/tasks"), SCREENS.tasks);
  const field = fieldOf(page, "tasks.can");
  await field.fill("Jonas, 010280-1234, kan dekorere kager.");
  await expect(page.getByText("Kan ikke gemmes, som det står. Ret det markerede.")).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(REFUSED).first()).toBeVisible();
  await inspect("employer-cpr");
  await next(page).click();
  await page.locator("#error-summary").getByRole("link", { name: REFUSED }).click();
  await expect(field).toBeFocused();
  const readable = await readableCopies(page);
  expect(readable).not.toMatch(CPR_NUMBER);
  expect(readable).not.toContain("Jonas");
  expect(await plan.stored("tasks.can")).toBe(FULL["tasks.can"]);
  await field.fill("Jonas kan dekorere kager.");
  await saved(page);
  await expect(page.getByText(REFUSED)).toHaveCount(0);
  await plan.expectStored("tasks.can", "Jonas kan dekorere kager.");
});

test("a workplace's P-number is no CPR number", async ({ page, signIn, server }) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/plan/parties"), SCREENS.parties);
  await fieldOf(page, "workplace").fill("P-nummer 1012801234");
  await saved(page);
  await plan.expectStored("workplace", "P-nummer 1012801234");
});

test("who of the company wrote last is named, part by part", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await plan.employerMoves("begin", {}, "employer-2");
  await plan.types({ "tasks.can": "Passe ovnen." }, "employer-2");
  await plan.types({ goal: "Fuldt tilbage." }, "employer");
  await signIn("employer");
  await open(page, plan.page("/plan/tasks"), SCREENS.tasks);
  const last = page.locator(".written-last");
  await expect(last).toContainText("Sidst skrevet af Bo Lind mandag den 23. november kl.");
  await inspect("employer-colleague");
  await open(page, plan.page("/plan/absence"), SCREENS.absence);
  await expect(last).toContainText("Sidst skrevet af Camilla Strand");
  await open(page, plan.page("/plan/care"), SCREENS.care);
  await expect(last).toHaveCount(0);
  await open(page, plan.page(), JONAS);
  await expect(section(page, "Det er der sket")).toContainText("Begyndte på planen");
  await expect(section(page, "Det er der sket")).toContainText("Bo Lind");
});

test("begins with the previous plan: fills what is empty, and replaces only when told to", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "closed");
  await plan.employerMoves("begin");
  await plan.types({ "party.contact.name": "Bo Lind", workplace: "", "tasks.can": "" });
  await signIn("employer");
  await open(page, plan.page("/plan/parties"), SCREENS.parties);
  const previous = page.getByRole("region", { name: "Begynd med den forrige plan" });
  await inspect("employer-previous");
  await previous.getByRole("button", { name: "Udfyld det, der er tomt" }).click();
  await expect(previous.getByRole("status")).toContainText("sat ind i 2 felter");
  await expect(fieldOf(page, "party.contact.name")).toHaveValue("Bo Lind");
  await expect(fieldOf(page, "workplace")).toHaveValue(FULL.workplace);
  await saved(page);
  await plan.expectStored("tasks.can", FULL["tasks.can"]);
  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.accept();
  });
  await previous.getByRole("button", { name: "Erstat også det, der er skrevet" }).click();
  await expect(fieldOf(page, "party.contact.name")).toHaveValue("Camilla Strand");
  expect(asked).toEqual([
    "Det, der står i planen nu, bliver erstattet af den forrige plan. Vil I det?",
  ]);
  await open(page, plan.page("/plan/hours"), SCREENS.hours);
  await expect(period(page, 3).getByLabel("Timer om ugen")).toHaveValue("24,5");
  await expect(page.locator(".plan-picture .ramp__bar")).toHaveCount(3);
});

test("examples of wording open on request", async ({ page, signIn, server, inspect }) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/plan/tasks"), SCREENS.tasks);
  const examples = page.getByText("Se eksempler på, hvad I kan skrive");
  await examples.first().click();
  await expect(page.getByText(/Betjene kunder siddende/)).toBeVisible();
  await inspect("employer-examples");
});

test("an answer that says nothing is not sent, and what is typed is kept", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "questioned");
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  await inspect("employer-questioned");
  await open(page, plan.page("/answer"), "Svar på kommunens spørgsmål");
  const field = page.getByLabel("Jeres svar");
  await page.getByRole("button", { name: "Send svaret" }).click();
  await page.locator("#error-summary").getByRole("link", { name: "Skriv et svar til kommunen" }).click();
  await expect(field).toBeFocused();
  await inspect("employer-answer-missing");
  await field.fill("Camilla ser på timerne hver fredag.");
  watch.expectNoConnection();
  await page.route("**/retention-plan/moves", (route) => route.abort());
  await page.getByRole("button", { name: "Send svaret" }).click();
  await expect(page.getByText(/Der er ingen forbindelse, så det er ikke sendt/)).toBeVisible();
  await expect(field).toHaveValue("Camilla ser på timerne hver fredag.");
  await page.unroute("**/retention-plan/moves");
  await page.getByRole("button", { name: "Send svaret" }).click();
  await at(page, "Svaret er sendt til kommunen");
  await inspect("employer-receipt-answer");
});

test("i9: what is typed while an answer is on its way is not wiped by its arrival", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  const plan = await planIn(server, "next-due", "questioned");
  await signIn("employer");
  await open(page, plan.page("/answer"), "Svar på kommunens spørgsmål");
  const field = fieldOf(page, "answer");
  await field.fill("Det gør Camilla.");
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/retention-plan/moves", async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  const sent = page.waitForRequest("**/retention-plan/moves");
  await page.getByRole("button", { name: "Send svaret" }).click();
  await sent;
  // A field beside an answered question is not stored: it is kept here until it can be.
  watch.expectRefusal(409);
  await field.fill("Det gør Camilla. Og Bo om fredagen.");
  arrive();
  await at(page, "Svaret er sendt til kommunen");
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await plan.staffMoves("ask", { version: 1, text: "Også om fredagen?" });
  await open(page, plan.page("/answer"), "Svar på kommunens spørgsmål");
  await expect(fieldOf(page, "answer")).toHaveValue("Det gør Camilla. Og Bo om fredagen.");
});

test("writes in English", async ({ page, signIn, server, inspect }) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, "/employer", EMPLOYEES);
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Employees on sick leave");
  await inspect("employer-overview-english");
  await page.getByRole("link", { name: "Open the plan for Jonas Bak" }).click();
  await at(page, "Retention plan for Jonas Bak");
  await inspect("employer-plan-english");
  await open(page, plan.page("/plan/hours"), "How many hours a week?");
  await page.getByRole("group", { name: "Period 3" }).getByLabel("Hours a week").fill("34");
  await expect(page.getByText(/From 4 January the absence is under 4 hours a week/)).toBeVisible();
  await inspect("employer-hours-english");
  await page.getByRole("button", { name: "Next" }).click();
  await at(page, "Considerations and aids");
  await open(page, plan.page("/check"), "Look the plan over");
});
