// The caseworker's side of a retention plan: what reached the municipality and nothing else,
// answering it, and the contact with the employer that each case asks for.
import type { Locator, Page } from "@playwright/test";

import { at, expect, open, test } from "./support/fixtures.ts";
import { section } from "./support/plan.ts";
import { COMMENTS, course, FULL, Plan, planIn, type State } from "./support/retention.ts";

const JONAS = "Fastholdelsesplan for Jonas Bak";

async function openCase(page: Page, plan: Plan): Promise<void> {
  await open(page, `/staff/cases/${plan.caseId}`, plan.employee);
}

/** The row of a citizen in the list of cases. */
function row(page: Page, citizen: string): Locator {
  return page.getByRole("row", { name: new RegExp(citizen) });
}

const BEFORE: State[] = ["requested", "drafting", "changes_asked", "approved"];

for (const state of BEFORE) {
  test(`${state}: nothing of the plan is seen before it is submitted`, async ({
    page,
    signIn,
    server,
    inspect,
  }) => {
    const plan = await planIn(server, "next-due", state);
    await signIn("caseworker-1");
    await open(page, plan.staffPage, JONAS);
    await expect(page.getByText("Der er ikke sendt en plan til kommunen.")).toBeVisible();
    await expect(page.getByText(/^Du ser kun det, der er sendt til kommunen/)).toBeVisible();
    const main = page.getByRole("main");
    for (const words of [FULL["tasks.can"], FULL["ramp.r1.days"], COMMENTS[0].text]) {
      await expect(main).not.toContainText(words);
    }
    await expect(page.getByRole("article")).toHaveCount(0);
    const moves = page.getByRole("region", { name: "Hvad kan du gøre?" }).getByRole("button");
    await expect(moves, "what stands still can be closed").toHaveText(["Afslut planen"]);
    await inspect(`staff-retention-${state}`);
  });
}

test("suggests a plan where there is none: the employer and the citizen see it", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await page.getByRole("link", { name: "Åbn fastholdelsesplanen" }).click();
  await at(page, JONAS);
  await inspect("staff-retention-none");
  await page.getByRole("button", { name: "Foreslå en plan til arbejdsgiveren" }).click();
  const dialog = page.getByRole("dialog", { name: "Foreslå en fastholdelsesplan?" });
  await expect(dialog).toContainText("Arbejdsgiveren må sige nej.");
  await inspect("staff-retention-suggest");
  await dialog.getByRole("button", { name: "Foreslå en plan til arbejdsgiveren" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Planen er foreslået/)).toBeVisible();
  await expect(course(page)).toContainText("Arbejdsgiveren er bedt om en plan");
  await signIn("next-due");
  await open(page, "/retention-plan", "Fastholdelsesplan");
  await expect(section(page, "Det er der sket")).toContainText("Foreslog, at der bliver lavet en plan");
  expect(await plan.state()).toBe("requested");
});

test("reads a plan as a picture first, asks with every field checked, and acknowledges", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  test.slow();
  const plan = await planIn(server, "next-due", "submitted");
  await signIn("caseworker-1");
  await open(page, plan.staffPage, JONAS);
  await expect(section(page, "Planen kort").getByRole("img")).toBeVisible();
  await expect(page.getByRole("article")).toContainText(FULL["care.considerations"]);
  await inspect("staff-retention-submitted");
  await page.getByRole("button", { name: "Stil et spørgsmål" }).click();
  const dialog = page.getByRole("dialog", { name: "Spørgsmål til version 1" });
  const field = dialog.getByLabel("Spørgsmål", { exact: true });
  const send = dialog.getByRole("button", { name: "Send spørgsmålet" });
  await send.click();
  await dialog.getByRole("link", { name: "Skriv et spørgsmål" }).click();
  await expect(field).toBeFocused();
  await inspect("staff-retention-ask");
  await field.fill("Gælder det 010280-1234?");
  await send.click();
  await expect(dialog.getByText(/CPR/).first()).toBeVisible();
  await field.fill("Hvem er på vagt sammen med Jonas?");
  await send.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Spørgsmålet er stillet/)).toBeVisible();
  await expect(course(page)).toContainText("Spørgsmålet venter på svar");
  await inspect("staff-retention-questioned");
  await page.getByRole("button", { name: "Kvittér for planen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Kvittér for planen" }).click();
  await expect(page.getByText("Du har kvitteret for version 1.")).toBeVisible();
  await expect(page.getByText(/Kvitteret 23\. november 2026/)).toBeVisible();
  await inspect("staff-retention-acknowledged");
});

test("closes a plan with a reason that the two can read", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "acknowledged");
  await signIn("caseworker-1");
  await open(page, plan.staffPage, JONAS);
  await page.getByRole("button", { name: "Afslut planen" }).click();
  const dialog = page.getByRole("dialog", { name: "Afslut fastholdelsesplanen?" });
  await dialog.getByLabel("Begrundelse (valgfri)").fill("Jonas er tilbage på fuld tid.");
  await inspect("staff-retention-close");
  await dialog.getByRole("button", { name: "Afslut planen" }).click();
  await expect(page.getByText("Fastholdelsesplanen er afsluttet.")).toBeVisible();
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  await expect(section(page, "Det er der sket")).toContainText("Jonas er tilbage på fuld tid.");
  await expect(page.getByRole("button", { name: "Begynd på en ny plan" })).toBeVisible();
  await inspect("employer-closed");
});

test("somebody was faster: the page says so, and the question typed is still there", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "submitted");
  await signIn("caseworker-1");
  await open(page, plan.staffPage, JONAS);
  await page.getByRole("button", { name: "Stil et spørgsmål" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Spørgsmål", { exact: true }).fill("Passer timerne?");
  await plan.staffMoves("acknowledge", { version: 1 });
  await plan.employerMoves("revise");
  watch.expectRefusal(409);
  await dialog.getByRole("button", { name: "Send spørgsmålet" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Nogen kom først/)).toBeVisible();
  await expect(course(page)).toContainText("Arbejdsgiveren skriver på planen.");
  const unsent = page.getByRole("main").locator(".alert-warning");
  await expect(unsent.filter({ hasText: "Dit spørgsmål er ikke sendt" })).toContainText("Passer timerne?");
  await inspect("staff-retention-faster");
  await page.getByRole("button", { name: "Kassér teksten" }).click();
  await expect(page.getByText("Passer timerne?")).toHaveCount(0);
});

test("an earlier version is read, not answered", async ({ page, signIn, server, inspect }) => {
  const plan = await planIn(server, "next-due", "acknowledged");
  await plan.employerMoves("revise");
  await plan.types({ "tasks.can": "Alt på dagholdet." });
  await plan.sends();
  await plan.goesOn("submitted", 2);
  await signIn("caseworker-1");
  await open(page, plan.staffPage, JONAS);
  await expect(page.getByRole("article")).toContainText("Alt på dagholdet.");
  const versions = page.getByRole("navigation", { name: "Versioner" });
  await versions.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(page).toHaveURL(/version=1/);
  await expect(page.getByText(/^Du læser en tidligere version/)).toContainText("venter på dig");
  await expect(page.getByRole("article")).toContainText(FULL["tasks.can"]);
  await expect(page.getByRole("button", { name: "Kvittér for planen" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Stil et spørgsmål" })).toHaveCount(0);
  await inspect("staff-retention-earlier");
});

test("a case without an employer has nobody to make a plan with", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "no-employer");
  await signIn("caseworker-2");
  await openCase(page, plan);
  await expect(page.getByText(/^Sagen har ingen arbejdsgiver, så der er ingen/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Åbn fastholdelsesplanen" })).toHaveCount(0);
  await open(page, plan.staffPage, "Fastholdelsesplan for Lars Bro");
  await inspect("staff-retention-no-employer");
});

test("the list marks who waits for the municipality, and whose employer is not contacted", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await open(page, "/staff/cases", "Sager");
  await expect(row(page, "Line Krog")).toContainText("Fastholdelsesplan venter");
  await expect(row(page, "Line Krog")).not.toContainText("Arbejdsgiver ikke kontaktet");
  await expect(row(page, "Peter Dam")).toContainText("Arbejdsgiver ikke kontaktet");
  await expect(row(page, "Karim Said")).not.toContainText("Arbejdsgiver ikke kontaktet");
  await inspect("staff-cases-marks");
});

test("records a contact with the employer, with every field checked", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "overdue");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await expect(page.getByText(/^Kontakt Nordlys Bageri ApS før eller ved første samtale/)).toContainText("Overskredet");
  await inspect("staff-contact-late");
  await page.getByRole("button", { name: "Registrér kontakt" }).click();
  const dialog = page.getByRole("dialog", { name: "Registrér kontakt" });
  await dialog.getByLabel("Dato").fill("2026-11-24");
  await dialog.getByRole("button", { name: "Gem kontakten" }).click();
  const summary = dialog.locator(".error-summary");
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "Vælg en dato, der ikke ligger i fremtiden" }).click();
  await expect(dialog.getByLabel("Dato")).toBeFocused();
  for (const message of [/^Vælg, hvordan arbejdsgiveren/, /^Skriv, hvad der kom ud af kontakten/]) {
    await expect(summary.getByRole("link", { name: message })).toBeVisible();
  }
  await inspect("staff-contact-errors");
  await dialog.getByLabel("Dato").fill("2026-11-20");
  await dialog.getByRole("radio", { name: "Telefon" }).check({ force: true });
  await dialog.getByLabel("Hvad kom der ud af det?").fill("Peter kan begynde med fire timer.");
  await expect(summary).toBeHidden();
  await dialog.getByRole("button", { name: "Gem kontakten" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Kontakten er registreret.")).toBeVisible();
  const contact = page.getByRole("row", { name: /Peter kan begynde med fire timer/ });
  await expect(contact).toContainText("Kontaktet: Telefon");
  await expect(contact).toContainText("20. november 2026");
  await expect(contact).toContainText("Hanne Ravn");
  await expect(page.getByText(/^Nordlys Bageri ApS er kontaktet/)).toContainText("Udført");
  await inspect("staff-contact-done");
  await open(page, "/staff/cases", "Sager");
  await expect(row(page, "Peter Dam")).not.toContainText("Arbejdsgiver ikke kontaktet");
});

test("leaves the contact out with a reason, and keeps what is typed until it is saved", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await Plan.of(server, "first-due");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await expect(page.getByText(/^Kontakt Nordlys Bageri ApS før eller ved første/)).toContainText("Senest");
  await page.getByRole("button", { name: "Registrér kontakt" }).click();
  const dialog = page.getByRole("dialog", { name: "Registrér kontakt" });
  await dialog.getByRole("radio", { name: "Kontakten undlades" }).check({ force: true });
  await dialog.getByRole("button", { name: "Gem kontakten" }).click();
  await dialog.getByRole("link", { name: "Skriv, hvorfor kontakten undlades" }).click();
  const reason = dialog.getByLabel("Hvorfor undlades kontakten?");
  await expect(reason).toBeFocused();
  await reason.fill("Maja holder selv kontakten.");
  await inspect("staff-contact-left-out");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Du er begyndt på at registrere en kontakt/)).toBeVisible();
  await page.getByRole("button", { name: "Fortsæt registreringen" }).click();
  await expect(reason).toHaveValue("Maja holder selv kontakten.");
  watch.expectNoConnection();
  await page.route("**/employer-contacts", (route) => route.abort());
  await dialog.getByRole("button", { name: "Gem kontakten" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: /forbindelse/ })).toBeVisible();
  await expect(reason).toHaveValue("Maja holder selv kontakten.");
  await page.unroute("**/employer-contacts");
  await dialog.getByRole("button", { name: "Gem kontakten" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Kontakten til Nordlys Bageri ApS blev undladt/)).toContainText("Undladt");
});

test("what is to be told and is not sent yet stands on the case", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "questioned");
  await signIn("caseworker-1");
  await openCase(page, plan);
  const messages = page.getByRole("table", { name: "Beskeder, der ikke er sendt" });
  const told = (what: string) => messages.getByRole("row", { name: new RegExp(what) });
  await expect(told("Planen er klar til borgeren").first()).toContainText("Ikke sendt");
  await expect(told("Planen er klar til borgeren").first()).toContainText("Borgeren");
  await expect(told("Kommunen har stillet et spørgsmål")).toContainText("Arbejdsgiveren");
  await expect(page.getByText(/^Genvej sender ikke beskeder endnu/)).toBeVisible();
  await inspect("staff-messages");
});

test("reads a plan in English, and the question typed stays", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "submitted");
  await signIn("caseworker-1");
  await open(page, plan.staffPage, JONAS);
  await page.getByRole("button", { name: "Stil et spørgsmål" }).click();
  await page.getByRole("dialog").getByLabel("Spørgsmål", { exact: true }).fill("Who is on duty?");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Retention plan of Jonas Bak");
  await inspect("staff-retention-english");
  await page.getByRole("button", { name: "Ask a question" }).click();
  await expect(page.getByRole("dialog").getByLabel("Question", { exact: true })).toHaveValue("Who is on duty?");
});
