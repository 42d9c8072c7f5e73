// A caseworker reads a plan that was shared, answers it, and keeps what was agreed. The citizen
// sees the answers, never the other way round before sharing.
import type { Locator, Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, open, settled, test } from "./support/fixtures.ts";

const SOFIE = "Plan for Sofie Lund";

async function openCase(page: Page, citizen: string): Promise<void> {
  await open(page, "/staff/cases", "Sager");
  await page.getByRole("link", { name: citizen }).click();
  await at(page, citizen);
}

async function openPlan(page: Page, citizen: string): Promise<void> {
  await openCase(page, citizen);
  await page.getByRole("link", { name: "Læs planen" }).click();
  await at(page, `Plan for ${citizen}`);
}

/** A part of the plan by its heading. */
function section(page: Page, heading: string | RegExp): Locator {
  const named = page.getByRole("heading", { level: 2, name: heading });
  return page.locator("section").filter({ has: named });
}

function agreeBox(page: Page, step: string): Locator {
  return page.getByRole("checkbox", { name: new RegExp(`^(Aftalt|Gemmer …) : ${step}`) });
}

test("reads a shared plan with its changes, its picture and its table", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await openCase(page, "Sofie Lund");
  await expect(page.getByText(/Version 2 er delt .* Den er ikke læst/)).toBeVisible();
  await expect(page.getByText(/kan borgeren ikke længere trække den tilbage/)).toBeVisible();
  await inspect("staff-case-plan");
  await page.getByRole("link", { name: "Læs planen" }).click();
  await at(page, SOFIE);
  await expect(page.getByText(/Version 2 er delt .* og læst første gang/)).toBeVisible();
  await inspect("staff-plan");

  const changes = section(page, "Ændret siden version 1");
  await expect(changes).toContainText("Plan A, Hvor sikker er jeg: ændret fra 5 til 6");
  await expect(changes).toContainText("nyt skridt “Aftale de første fire uger med min chef”");
  await expect(section(page, /^Plan A/)).toContainText("6 af 10: ret sikker");
  await expect(section(page, /^Plan B/)).toContainText("Ikke udfyldt: Hvad står i vejen?");

  const back = section(page, "Gradvist tilbage i arbejde");
  await expect(back.getByRole("img", { name: /Timer om ugen, trin for trin/ })).toBeVisible();
  const table = back.getByRole("table", { name: "Timer om ugen, trin for trin" });
  await expect(table.getByRole("row", { name: /6 timer .*2 uger/ })).toBeVisible();
  await expect(back).toContainText("I alt 180 timer arbejde i perioden.");
});

test("an earlier version is read, not answered", async ({ page, signIn, inspect }) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  const versions = page.getByRole("navigation", { name: "Versioner" });
  const first = versions.getByRole("link", { name: "Version 1", exact: true });
  await first.click();
  await expect(page).toHaveURL(/version=1/);
  await expect(page.getByText("Du ser en tidligere version.")).toBeVisible();
  await expect(first).toHaveAttribute("aria-current", "page");
  await expect(first, "the link that was pressed keeps the focus").toBeFocused();
  await expect(section(page, "Mit jobmål").getByText("Et godt og tydeligt mål.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Skriv en kommentar/ })).toHaveCount(0);
  await inspect("staff-plan-earlier");
});

test("the caseworker never sees the draft", async ({ page, signIn, inspect }) => {
  await signIn("caseworker-1");
  await openCase(page, "Jonas Bak");
  await expect(page.getByText("Borgeren har ikke delt en plan.")).toBeVisible();
  await page.getByRole("link", { name: "Åbn plan og aktiviteter" }).click();
  await at(page, "Plan for Jonas Bak");
  await settled(page);
  await expect(page.getByText("Bager på daghold")).toHaveCount(0);
  await inspect("staff-plan-none");
});

test("says when the goal names no job", async ({ page, signIn, inspect }) => {
  await signIn("caseworker-2");
  await openCase(page, "Lars Bro");
  await expect(page.getByText("Jobmålet er ikke konkret")).toBeVisible();
  await expect(page.getByText("Planen er et krav i denne sag.")).toBeVisible();
  await page.getByRole("link", { name: "Læs planen" }).click();
  await at(page, "Plan for Lars Bro");
  await expect(page.getByText(/Jobmålet nævner ikke et job/)).toBeVisible();
  await inspect("staff-plan-vague");
});

test("comments on a part: the citizen reads it there", async ({ page, signIn, inspect }) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  const button = page.getByRole("button", { name: "Skriv en kommentar: Plan C" });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Kommentar til Plan C" });
  await dialog.getByRole("button", { name: "Gem kommentaren" }).click();
  const words = dialog.getByRole("textbox", { name: "Kommentar" });
  const message = "Skriv en kommentar, som borgeren kan læse";
  await expect(dialog.locator("#dialog-summary")).toBeFocused();
  await dialog.getByRole("link", { name: message }).click();
  await expect(words).toBeFocused();
  await words.fill("x".repeat(1001));
  await expect(dialog.getByText("Du har brugt 1 tegn for meget").first()).toBeVisible();
  await inspect("staff-plan-comment");
  await words.fill("Skolen på Havnevej søger lige nu.\nسلام 👍");
  await dialog.getByRole("button", { name: "Gem kommentaren" }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page, /^Plan C/).getByText("Skolen på Havnevej")).toBeVisible();
  await expect(button, "the focus goes back where it came from").toBeFocused();

  await signIn("booked");
  await page.goto("/plan/versions/2");
  await expect(section(page, /^Plan C/).getByText(/سلام 👍/)).toBeVisible();
  await expect(section(page, /^Plan C/).getByText(/^Hanne Ravn, /)).toBeVisible();
});

test("a comment that could not be sent keeps its text", async ({ page, signIn, watch, inspect }) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  await page.route("**/job-plan/comments", (route) => route.abort());
  watch.expectNoConnection();
  await page.getByRole("button", { name: "Skriv en kommentar: Mit jobmål" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Lad os tale om det på fredag.");
  await dialog.getByRole("button", { name: "Gem kommentaren" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await inspect("staff-plan-comment-failed");
  await expect(dialog.getByRole("textbox")).toHaveValue("Lad os tale om det på fredag.");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.unroute("**/job-plan/comments");
  await page.getByRole("button", { name: "Skriv en kommentar: Mit jobmål" }).click();
  await expect(dialog.getByRole("textbox")).toHaveValue("Lad os tale om det på fredag.");
  await dialog.getByRole("button", { name: "Gem kommentaren" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Lad os tale om det på fredag.")).toHaveCount(1);
});

test("comments with the keyboard alone; what is not sent is there after another page", async ({
  page,
  signIn,
}) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  const button = page.getByRole("button", { name: "Skriv en kommentar: Plan A" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toBeFocused();
  const words = dialog.getByRole("textbox");
  while (!(await words.evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("Godt tænkt.");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await page.getByRole("link", { name: "Tilbage til sagen" }).click();
  await at(page, "Sofie Lund");
  await page.getByRole("link", { name: "Læs planen" }).click();
  await at(page, SOFIE);
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(words).toHaveValue("Godt tænkt.");
  await words.focus();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Gem kommentaren" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(section(page, /^Plan A/).getByText("Godt tænkt.")).toBeVisible();
});

test("a step shows as agreed only once the server has said so", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/agreed-steps", async (route) => {
    await held;
    await route.continue();
  });
  const box = agreeBox(page, "Prøve hørebøffer");
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("Gemmer …").first()).toBeVisible();
  await expect(box).not.toBeChecked();
  await inspect("staff-plan-agreeing");
  letThrough();
  await expect(box).toBeChecked();
  await expect(box, "the box that was pressed keeps the focus").toBeFocused();
  await expect(page.getByText("Skridtet er aftalt: Prøve hørebøffer")).toBeVisible();
  await page.reload();
  await at(page, SOFIE);
  await expect(box).toBeChecked();
  await box.click();
  await expect(box).not.toBeChecked();
  await expect(page.getByText("Skridtet er ikke længere aftalt")).toBeVisible();
});

test("an agreement that fails changes nothing and says so", async ({ page, signIn, watch }) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  await page.route("**/agreed-steps", (route) => route.abort());
  watch.expectNoConnection();
  const box = agreeBox(page, "Prøve hørebøffer");
  await box.click();
  await expect(page.locator(".notice .alert-error")).toBeVisible();
  await expect(box).not.toBeChecked();
});

test("adds an activity with every field checked, and removes it", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  await page.getByRole("button", { name: "Tilføj aktivitet" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Gem aktiviteten" }).click();
  const summary = dialog.locator(".error-summary");
  await expect(summary).toBeFocused();
  for (const message of ["Vælg en type", "Skriv, hvad aktiviteten er", "Vælg den første dag"]) {
    await expect(summary.getByRole("link", { name: message })).toBeVisible();
  }
  await inspect("staff-plan-activity-errors");
  await summary.getByRole("link", { name: "Skriv, hvad aktiviteten er" }).click();
  await expect(dialog.getByLabel("Beskrivelse")).toBeFocused();
  await dialog.getByLabel("Beskrivelse").fill("Praktik i skolens køkken");
  await expect(summary.getByRole("link", { name: "Skriv, hvad aktiviteten er" })).toHaveCount(0);

  await dialog.getByLabel("Type").selectOption({ label: "Virksomhedspraktik" });
  await dialog.getByLabel("Første dag").fill("2026-12-07");
  await dialog.getByLabel(/^Sidste dag/).fill("2026-12-01");
  await dialog.getByLabel(/^Timer om ugen/).fill("mange");
  await dialog.getByRole("button", { name: "Gem aktiviteten" }).click();
  await expect(summary.getByRole("link", { name: /kan ikke ligge før/ })).toBeVisible();
  await expect(summary.getByRole("link", { name: /som et tal, fx 18,5/ })).toBeVisible();
  await dialog.getByLabel(/^Sidste dag/).fill("2027-01-29");
  await dialog.getByLabel(/^Timer om ugen/).fill("18,5");
  await expect(summary).toBeHidden();
  await dialog.getByRole("button", { name: "Gem aktiviteten" }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole("row", { name: /Praktik i skolens køkken/ });
  await expect(row).toContainText("18,5 timer");
  await inspect("staff-plan-activities");

  const citizen = await Person.signedIn(server.url, "booked");
  type Activities = { activities: { description: string }[] };
  const known = async () =>
    (await citizen.get<Activities>("/api/citizen/job-plan")).activities.map(
      (activity) => activity.description,
    );
  expect(await known()).toContain("Praktik i skolens køkken");

  await row.getByRole("button", { name: /^Fjern aktiviteten/ }).click();
  await inspect("staff-plan-activity-remove");
  await dialog.getByRole("button", { name: "Fjern aktiviteten" }).click();
  await expect(page.getByText("Aktiviteten er fjernet: Praktik i skolens køkken.")).toBeVisible();
  await expect(row).toHaveCount(0);
  expect(await known()).not.toContain("Praktik i skolens køkken");
});

test("the citizen's words stand at the conversation, in the week and on the case", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await open(page, "/staff", "Min uge");
  const row = page.getByRole("row", { name: /Sofie Lund/ });
  await expect(row).toContainText("Vil gerne tale om: Hvad sker der, hvis jeg får det dårligt");
  await inspect("staff-week-words");
  await openCase(page, "Sofie Lund");
  const words = page.locator(".given-words");
  await expect(words).toContainText("Borgerens ord til samtalen");
  await expect(words).toContainText("Hvad sker der, hvis jeg får det dårligt i den første uge?");
});

test("a closed case's plan can be read and not added to", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  type Whose = { signed_in: { role: { case_id: string } } };
  const birthe = await Person.signedIn(server.url, "closed");
  const { case_id: id } = (await birthe.get<Whose>("/api/session")).signed_in.role;
  await signIn("caseworker-1");
  await open(page, `/staff/cases/${id}/plan`, "Plan for Birthe Sø");
  await expect(page.getByText(/^Sagen er afsluttet/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Tilføj aktivitet" })).toHaveCount(0);
  await inspect("staff-plan-closed");
});

test("reads a plan in English, and what is being written stays", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("caseworker-1");
  await openPlan(page, "Sofie Lund");
  const words = page.getByRole("dialog").getByRole("textbox");
  await page.getByRole("button", { name: "Skriv en kommentar: Plan B" }).click();
  await words.fill("Please speak slowly.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Plan of Sofie Lund");
  await expect(section(page, "Changed since version 1")).toContainText("How sure am I");
  await expect(section(page, "Plan A – back to my own job")).toBeVisible();
  await expect(section(page, "Back to work step by step")).toContainText("6 hours");
  await inspect("staff-plan-english");
  await page.getByRole("button", { name: "Write a comment: Plan B" }).click();
  await expect(words).toHaveValue("Please speak slowly.");
});
