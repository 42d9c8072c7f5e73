// A retention plan from the wish to the acknowledgement, and once round by changes: citizen,
// employer and caseworker each in their own browser.
import type { Page } from "@playwright/test";

import { at, expect, next, open, test } from "./support/fixtures.ts";
import { saved, section } from "./support/plan.ts";
import {
  browserOf,
  commentOn,
  course,
  EMPLOYEES,
  fieldOf,
  fillPeriod,
  FULL,
  leads,
  MINE,
  onScreen,
  period,
  Plan,
} from "./support/retention.ts";

const EMPLOYER_PAGE = "Fastholdelsesplan for Jonas Bak";

/** The three, and the plan between them. */
interface Parties {
  citizen: Page;
  employer: Page;
  staff: Page;
  plan: Plan;
}

/** Everybody sees where the plan is, and whose turn it is. */
async function allSee(
  { citizen, employer, staff, plan }: Parties,
  [state, theirs, ours, municipality]: [string, string, string, string],
): Promise<void> {
  await open(citizen, "/retention-plan", MINE);
  await expect(course(citizen)).toContainText(theirs);
  await open(employer, plan.page(), EMPLOYER_PAGE);
  await expect(course(employer)).toContainText(state);
  await expect(course(employer)).toContainText("Siden mandag den 23. november kl.");
  await expect(course(employer)).toContainText(ours);
  await open(staff, plan.staffPage, EMPLOYER_PAGE);
  await expect(course(staff)).toContainText(state);
  await expect(course(staff)).toContainText(municipality);
}

async function theCitizenAsks(page: Page): Promise<void> {
  await open(page, "/my", "Min side");
  await page.getByRole("link", { name: "Gå til Fastholdelsesplan" }).click();
  await at(page, MINE);
  await page.getByRole("button", { name: "Bed din arbejdsgiver om en plan" }).click();
  const done = page.locator("#retention-done");
  await expect(done).toContainText("Din arbejdsgiver er bedt om en plan");
  await expect(done).toBeFocused();
}

/** Parties, absence and tasks. */
async function theEmployerBegins(page: Page): Promise<void> {
  await open(page, "/employer", EMPLOYEES);
  const card = page.getByRole("listitem").filter({ hasText: "Jonas Bak" });
  await expect(card).toContainText("I er blevet bedt om en plan. Nu er det jeres tur.");
  await card.getByRole("link", { name: "Åbn planen for Jonas Bak" }).click();
  await at(page, EMPLOYER_PAGE);
  await page.getByRole("button", { name: "Begynd på planen" }).click();
  await onScreen(page, "parties");
  await page.getByRole("button", { name: "Brug mit navn: Camilla Strand" }).click();
  const contact = page.getByRole("group", { name: "Kontaktperson hos jer" });
  await expect(contact.getByLabel("Navn")).toHaveValue("Camilla Strand");
  await expect(contact.getByLabel("Navn")).toBeFocused();
  await contact.getByLabel("Telefon").fill("70 10 40 12");
  await page.getByRole("button", { name: "Tilføj tillidsrepræsentant" }).click();
  const union = page.getByRole("group", { name: "Tillidsrepræsentant" });
  await expect(union.getByLabel("Navn")).toBeFocused();
  await union.getByLabel("Navn").fill("Jens Holt");
  await leads(page, "absence");
  await page.getByRole("radio", { name: "Delvis sygemeldt" }).check({ force: true });
  await fieldOf(page, "expected-return").fill("2027-03-01");
  await fieldOf(page, "goal").fill(FULL.goal);
  await leads(page, "tasks");
  for (const kind of ["can", "cannot", "changed"]) {
    await fieldOf(page, `tasks.${kind}`).fill(FULL[`tasks.${kind}`]);
  }
  await leads(page, "hours");
}

/** The drawing follows what is typed. */
async function theEmployerWritesTheHours(page: Page): Promise<void> {
  const drawing = page.locator(".plan-picture");
  await expect(drawing).toHaveCount(0);
  await expect(page.getByText(/Når en periode har datoer og timer/)).toBeVisible();
  await page.getByLabel("Timer om ugen før sygemeldingen").fill("37");
  await page.getByRole("button", { name: "Tilføj en periode" }).click();
  await fillPeriod(page, 1, "2026-11-23", "2026-12-06", "8");
  await expect(drawing.getByRole("img", { name: /Timer om ugen, trin for trin/ })).toBeVisible();
  await expect(drawing.locator(".ramp__bar")).toHaveCount(1);
  await expect(drawing).toContainText("I alt 16 timer arbejde i perioden.");
  await page.getByRole("button", { name: "Tilføj en periode" }).click();
  await fillPeriod(page, 2, "2026-12-07", "2027-01-03", "15");
  await expect(drawing.locator(".ramp__bar")).toHaveCount(2);
  await expect(drawing).toContainText("I alt 76 timer arbejde i perioden.");
  await period(page, 2).getByLabel("Hvilke dage og tider?").fill(FULL["ramp.r2.days"]);
  await leads(page, "care");
}

/** Considerations, support, follow-up, the check, and off it goes. */
async function theEmployerSends(page: Page): Promise<void> {
  await fieldOf(page, "care.considerations").fill(FULL["care.considerations"]);
  await leads(page, "support");
  await page.getByRole("checkbox", { name: /En rundbordssamtale/ }).check({ force: true });
  await leads(page, "follow-up");
  await fieldOf(page, "follow-up.date").fill("2026-12-07");
  await fieldOf(page, "follow-up.fails").fill(FULL["follow-up.fails"]);
  await leads(page, "check");
  await expect(page.getByRole("article")).toContainText(FULL["tasks.can"]);
  await expect(page.getByRole("article")).toContainText("En rundbordssamtale");
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await at(page, "Planen er sendt til Jonas Bak");
  await expect(page.getByText(/^Version 1 blev sendt mandag den 23. november kl\./)).toBeVisible();
}

async function theCitizenAsksForChanges(page: Page): Promise<void> {
  await open(page, "/my", "Min side");
  const waits = page.getByRole("main").locator(".alert").filter({ hasText: "sendt en plan" });
  await waits.getByRole("link", { name: "Gå til Fastholdelsesplan" }).click();
  await at(page, MINE);
  await expect(page.getByRole("heading", { name: "Er du enig i planen?" })).toBeVisible();
  const short = section(page, "Planen i korte træk");
  await expect(short.getByRole("img", { name: /Timer om ugen, trin for trin/ })).toBeVisible();
  await expect(short).toContainText("Fra 8 til 15 timer om ugen");
  await short.getByRole("link", { name: "Se hele planen" }).click();
  await at(page, "Fastholdelsesplan, version 1");
  await expect(page.getByRole("article")).toContainText(FULL["tasks.cannot"]);
  await page.getByRole("link", { name: "Bed om ændringer" }).first().click();
  await at(page, "Bed om ændringer");
  for (const [part, words] of [
    ["Timer, trin for trin", "Jeg vil gerne have fri om onsdagen."],
    ["Opgaver", "Jeg kan også klare telefonen."],
  ]) {
    await commentOn(page, part).summary.click();
    await commentOn(page, part).field.fill(words);
  }
  await saved(page);
  await page.getByRole("button", { name: "Send til din arbejdsgiver" }).click();
  await at(page, MINE);
  await expect(page.locator("#retention-done")).toContainText("Dine kommentarer er sendt");
}

async function theEmployerMakesTheChanges(page: Page, plan: Plan): Promise<void> {
  await open(page, plan.page(), EMPLOYER_PAGE);
  const asked = page.getByRole("region", { name: "Jonas Bak har bedt om ændringer" });
  await expect(asked).toContainText("Jeg kan også klare telefonen.");
  await expect(asked).toContainText("Jeg vil gerne have fri om onsdagen.");
  await page.getByRole("link", { name: "Ret planen" }).click();
  await onScreen(page, "tasks");
  const said = page.getByRole("region", { name: "Jonas Bak har skrevet til denne del" });
  await expect(said).toContainText("Jeg kan også klare telefonen.");
  await expect(said).not.toContainText("onsdagen");
  await fieldOf(page, "tasks.can").fill("Dekorere kager og passe telefonen.");
  await leads(page, "hours");
  await expect(said).toContainText("Jeg vil gerne have fri om onsdagen.");
  await period(page, 2).getByLabel("Hvilke dage og tider?").fill("Mandag, torsdag og fredag");
  await saved(page);
  await open(page, plan.page("/check"), "Se planen igennem");
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await at(page, "Planen er sendt til Jonas Bak");
  await expect(page.getByText(/^Version 2 blev sendt/)).toBeVisible();
}

async function theCitizenApprovesAndSends(page: Page): Promise<void> {
  await open(page, "/retention-plan", MINE);
  await page.getByRole("link", { name: "Godkend planen" }).first().click();
  await at(page, "Godkend planen");
  await page.getByLabel("Vil du tilføje en bemærkning?").fill("Det passer mig godt.");
  await page.getByRole("button", { name: "Godkend planen" }).click();
  await at(page, MINE);
  await expect(page.locator("#retention-done")).toContainText("Du har godkendt planen");
  await page.getByRole("button", { name: "Send til kommunen" }).click();
  await expect(page.locator("#retention-done")).toContainText("Planen er sendt til kommunen");
}

async function theCaseworkerAsks(page: Page, plan: Plan): Promise<void> {
  await open(page, plan.staffPage, EMPLOYER_PAGE);
  await expect(page.getByText(/^Version 2 er sendt til kommunen 23. november/)).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Dekorere kager og passe telefonen.");
  await expect(page.getByRole("article")).toContainText("Det passer mig godt.");
  await page.getByRole("button", { name: "Stil et spørgsmål" }).click();
  const dialog = page.getByRole("dialog", { name: "Spørgsmål til version 2" });
  await dialog.getByLabel("Spørgsmål", { exact: true }).fill("Hvem er på vagt sammen med Jonas?");
  await dialog.getByRole("button", { name: "Send spørgsmålet" }).click();
  await expect(page.getByText(/^Spørgsmålet er stillet/)).toBeVisible();
}

async function theEmployerAnswers(page: Page, plan: Plan): Promise<void> {
  await open(page, plan.page(), EMPLOYER_PAGE);
  await expect(page.getByText("Hvem er på vagt sammen med Jonas?").first()).toBeVisible();
  await page.getByRole("link", { name: "Svar på spørgsmålet" }).click();
  await at(page, "Svar på kommunens spørgsmål");
  await page.getByLabel("Jeres svar").fill("Der er altid en svend mere på dagholdet.");
  await page.getByRole("button", { name: "Send svaret" }).click();
  await at(page, "Svaret er sendt til kommunen");
}

async function theCaseworkerAcknowledges(page: Page, plan: Plan): Promise<void> {
  await open(page, plan.staffPage, EMPLOYER_PAGE);
  await expect(page.getByText("Der er altid en svend mere på dagholdet.").first()).toBeVisible();
  await page.getByRole("button", { name: "Kvittér for planen" }).click();
  const dialog = page.getByRole("dialog", { name: "Kvittér for version 2?" });
  await dialog.getByRole("button", { name: "Kvittér for planen" }).click();
  await expect(page.getByText("Du har kvitteret for version 2.")).toBeVisible();
}

test("a plan travels from the wish to the acknowledgement, and once round by changes", async ({
  page,
  browser,
  signIn,
  server,
  watch,
  inspect,
}) => {
  test.slow();
  const plan = await Plan.of(server, "next-due");
  await signIn("next-due");
  const [employer, staff] = await Promise.all([
    browserOf(browser, server, watch, "employer"),
    browserOf(browser, server, watch, "caseworker-1"),
  ]);
  const parties = { citizen: page, employer, staff, plan };

  await theCitizenAsks(page);
  await allSee(parties, [
    "Bedt om",
    "Din arbejdsgiver er bedt om en plan. Nu er det din arbejdsgivers tur.",
    "Nu er det jeres tur.",
    "Arbejdsgiveren er bedt om en plan og er ikke begyndt.",
  ]);
  await theEmployerBegins(employer);
  await theEmployerWritesTheHours(employer);
  await theEmployerSends(employer);
  await allSee(parties, [
    "Sendt til medarbejderen",
    "Nu er det din tur til at læse den.",
    "Nu er det medarbejderens tur til at svare.",
    "Medarbejderen har planen til godkendelse.",
  ]);
  await theCitizenAsksForChanges(page);
  await allSee(parties, [
    "Bedt om ændringer",
    "Din arbejdsgiver retter planen",
    "Nu er det jeres tur til at rette planen.",
    "Arbejdsgiveren retter planen.",
  ]);
  await expect(staff.getByText("Der er ikke sendt en plan til kommunen.")).toBeVisible();
  await expect(staff.getByText("fri om onsdagen")).toHaveCount(0);
  await theEmployerMakesTheChanges(employer, plan);
  await theCitizenApprovesAndSends(page);
  await allSee(parties, [
    "Sendt til kommunen",
    "Nu er det kommunens tur til at læse den.",
    "Nu er det kommunens tur til at læse den.",
    "Den venter på, at du læser den.",
  ]);
  await theCaseworkerAsks(staff, plan);
  await allSee(parties, [
    "Spørgsmål fra kommunen",
    "Både du og din arbejdsgiver kan svare.",
    "Både I og medarbejderen kan svare.",
    "Spørgsmålet venter på svar",
  ]);
  await theEmployerAnswers(employer, plan);
  await theCaseworkerAcknowledges(staff, plan);
  await allSee(parties, [
    "Læst af kommunen",
    "Kommunen har læst planen. Den gælder nu.",
    "Den gælder nu. Ændrer noget sig, kan I lave en ny version.",
    "Der er kvitteret for planen.",
  ]);
  await Promise.all([
    inspect("retention-acknowledged-citizen", page),
    inspect("retention-acknowledged-employer", employer),
    inspect("retention-acknowledged-staff", staff),
  ]);
});

test("the agreed hours stand on Min side, with the next step up", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await (await Plan.of(server, "next-due")).reaches("acknowledged");
  await signIn("next-due");
  await open(page, "/my", "Min side");
  const plan = section(page, "Fastholdelsesplan");
  await expect(plan).toContainText("Kommunen har læst din plan.");
  await expect(plan).toContainText("Fra mandag den 7. december går du op til 15 timer om ugen.");
  const line = section(page, "Dit forløb");
  await expect(line.getByRole("row", { name: /Op i tid: 24,5 timer om ugen/ })).toContainText(
    "4. januar",
  );
  await inspect("my-retention-steps");
});

test("the access log names the employer's and the caseworker's looks and moves", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await plan.reaches("submitted");
  const hanne = await plan.as("caseworker-1");
  await hanne.get(`/api/staff/cases/${plan.caseId}/retention-plan`);
  await hanne.make(`/api/staff/cases/${plan.caseId}/retention-plan/moves`, {
    move: "acknowledge",
    version: 1,
  });
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  await page.getByRole("link", { name: "Hvem har set min plan?" }).click();
  await at(page, "Hvem har set mine oplysninger");
  const looks = page.locator(".looks__look");
  const by = (who: string, what: string) => looks.filter({ hasText: who }).filter({ hasText: what });
  const bakery = "Camilla Strand, din arbejdsgiver Nordlys Bageri ApS";
  await expect(by(bakery, "Så din fastholdelsesplan").first()).toBeVisible();
  await expect(by(bakery, "Skrev, sendte eller svarede"), "begun and sent").toHaveCount(2);
  await expect(by("Hanne Ravn", "Så din fastholdelsesplan").first()).toBeVisible();
  await expect(by("Hanne Ravn", "Skrev, sendte eller svarede")).toHaveCount(1);
  await inspect("access-log-retention");
});

test("a new version goes the same way, and the one before can still be read", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await (await Plan.of(server, "next-due")).reaches("acknowledged");
  await signIn("employer");
  await open(page, plan.page(), EMPLOYER_PAGE);
  await page.getByRole("button", { name: "Lav en ny version" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(EMPLOYER_PAGE);
  await open(page, plan.page("/plan/tasks"), "Hvilke opgaver kan løses?");
  await expect(fieldOf(page, "tasks.can")).toHaveValue(FULL["tasks.can"]);
  await fieldOf(page, "tasks.can").fill("Alt på dagholdet.");
  await saved(page);
  for (let screen = 0; screen < 5; screen += 1) {
    const heading = page.getByRole("heading", { level: 1 });
    const before = await heading.innerText();
    await next(page).click();
    await expect(heading).not.toHaveText(before);
  }
  await at(page, "Se planen igennem");
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await at(page, "Planen er sendt til Jonas Bak");
  await open(page, plan.page(), EMPLOYER_PAGE);
  await inspect("employer-two-versions");
  await page.getByRole("link", { name: /^Version 1, sendt/ }).click();
  await at(page, "Fastholdelsesplan, version 1");
  await expect(page.getByRole("article")).toContainText(FULL["tasks.can"]);
  await inspect("employer-version");
});
