// The round-table conversation: the employer offers times, the citizen books one that the
// caseworker also has free, and each of the three can see it and call it off.
import type { Page } from "@playwright/test";

import { at, expect, open, test } from "./support/fixtures.ts";
import { dayAndClock } from "./support/danish.ts";
import { saved, section } from "./support/plan.ts";
import { MINE, Plan } from "./support/retention.ts";

const OFFERS = "Tider til en rundbordssamtale";
const TABLE = "Rundbordssamtale";
const JONAS = "Fastholdelsesplan for Jonas Bak";
const TIME = / hos Hanne Ravn, Video$/;

interface Times {
  times: { slot_id: string; starts_at: string }[];
  offers: number;
}

/** The company offers a stretch of a day elsewhere. */
async function offers(plan: Plan, day: string, from = "09:00", to = "12:00"): Promise<void> {
  const employer = await plan.as("employer");
  const offer = { offers: [{ day, from, to }] };
  await employer.make(`/api/employer/cases/${plan.caseId}/round-table-offers`, offer);
}

/** The citizen books the first time there is. */
async function books(plan: Plan): Promise<string> {
  const citizen = await plan.as(plan.citizen);
  const { times } = await citizen.get<Times>("/api/citizen/round-table/times");
  await citizen.make("/api/citizen/round-tables", { slot_id: times[0].slot_id });
  return times[0].starts_at;
}

async function fillOffer(
  page: Page,
  number: number,
  [day, from, to]: [string, string, string],
): Promise<void> {
  const row = page.getByRole("group", { name: `Tid ${number}`, exact: true });
  await row.getByLabel("Dag").fill(day);
  await row.getByLabel("Fra kl.").fill(from);
  await row.getByLabel("Til kl.").fill(to);
}

test("the employer offers, the citizen books, and all three see it", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  test.slow();
  const plan = await Plan.of(server, "next-due");
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  await page.getByRole("link", { name: "Foreslå tider til en rundbordssamtale" }).click();
  await at(page, OFFERS);
  await inspect("employer-offers-none");
  await fillOffer(page, 1, ["2026-12-01", "09:00", "12:00"]);
  await page.getByRole("button", { name: "Tilføj en tid mere" }).click();
  const second = page.getByRole("group", { name: "Tid 2", exact: true });
  await expect(second.getByLabel("Dag")).toBeFocused();
  await fillOffer(page, 2, ["2026-12-02", "13:00", "15:00"]);
  await page.getByRole("button", { name: "Foreslå tiderne" }).click();
  await expect(page.getByText("Tiderne er foreslået. Medarbejderen kan vælge nu.")).toBeVisible();
  await expect(page.locator("#round-table-offers")).toBeFocused();
  const offered = page.locator(".offers > li");
  await expect(offered).toHaveCount(2);
  await expect(offered.first()).toContainText("tirsdag den 1. december");
  await expect(offered.first()).toContainText("Foreslået af Camilla Strand");
  await inspect("employer-offers");

  await signIn("next-due");
  await open(page, "/my", "Min side");
  await expect(page.getByText("Din arbejdsgiver har foreslået tider til en rundbordssamtale.")).toBeVisible();
  await inspect("my-round-table-offered");
  await open(page, "/retention-plan", MINE);
  await page.getByRole("link", { name: "Se tiderne" }).click();
  await at(page, TABLE);
  const citizen = await plan.as("next-due");
  const { times } = await citizen.get<Times>("/api/citizen/round-table/times");
  const buttons = page.getByRole("button", { name: TIME });
  await expect(buttons).toHaveCount(times.length);
  await inspect("round-table-times");
  await buttons.first().click();
  await expect(page.locator("#table-chosen")).toBeFocused();
  await inspect("round-table-chosen");
  await page.getByRole("button", { name: "Book tiden" }).click();
  await expect(page.getByRole("heading", { name: "Rundbordssamtalen er booket" })).toBeVisible();
  await expect(page.locator("#table-chosen")).toBeFocused();
  const when = dayAndClock(times[0].starts_at);
  const with_ = `${when} på video med Camilla Strand fra din arbejdsgiver og Hanne Ravn fra kommunen.`;
  await expect(page.locator("#table-chosen")).toContainText(with_.charAt(0).toUpperCase() + with_.slice(1));
  await inspect("round-table-booked");

  await signIn("employer");
  await open(page, plan.page(), JONAS);
  await expect(section(page, TABLE)).toContainText(`Der er aftalt en rundbordssamtale på video ${when}`);
  await open(page, plan.page("/round-table"), OFFERS);
  await expect(page.getByText("Fra jer: Camilla Strand. Fra kommunen: Hanne Ravn.")).toBeVisible();
  await inspect("employer-round-table-booked");

  await signIn("caseworker-1");
  await open(page, "/staff?week=2026-11-30", "Min uge");
  const row = page.getByRole("row", { name: /Jonas Bak/ });
  await expect(row).toContainText("Rundbordssamtale med Camilla Strand fra arbejdsgiveren");
  await expect(row).toContainText("Video");
  await inspect("staff-week-round-table");
  await row.getByRole("link", { name: JONAS }).click();
  await at(page, JONAS);
  await expect(section(page, TABLE)).toContainText("på video med Camilla Strand fra arbejdsgiveren");
  await inspect("staff-retention-round-table");
});

test("the citizen calls it off, and can choose again", async ({ page, signIn, server, inspect }) => {
  const plan = await Plan.of(server, "next-due");
  await offers(plan, "2026-12-01");
  await books(plan);
  await signIn("next-due");
  await open(page, "/retention-plan/round-table", TABLE);
  await page.getByText("Aflys rundbordssamtalen").click();
  await inspect("round-table-cancel");
  await page.getByRole("button", { name: "Ja, aflys" }).click();
  await expect(page.getByText(/^Rundbordssamtalen er aflyst/)).toBeVisible();
  await expect(page.getByRole("button", { name: TIME }).first()).toBeVisible();
  await inspect("round-table-cancelled");
});

test("the employer calls it off in two taps", async ({ page, signIn, server, inspect }) => {
  const plan = await Plan.of(server, "next-due");
  await offers(plan, "2026-12-01");
  await books(plan);
  await signIn("employer");
  await open(page, plan.page("/round-table"), OFFERS);
  await page.getByRole("button", { name: "Aflys samtalen" }).click();
  await expect(page.locator("#round-table-sure")).toBeFocused();
  await inspect("employer-round-table-cancel");
  await page.getByRole("button", { name: "Nej, behold den" }).click();
  await page.getByRole("button", { name: "Aflys samtalen" }).click();
  await page.getByRole("button", { name: "Ja, aflys samtalen" }).click();
  await expect(page.getByText(/^Samtalen er aflyst/)).toBeVisible();
  const citizen = await plan.as("next-due");
  const known = await citizen.get<{ round_table: unknown }>("/api/citizen/retention-plan");
  expect(known.round_table).toBeNull();
});

test("the caseworker calls it off, and it is told that nobody gets a message yet", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await offers(plan, "2026-12-01");
  await books(plan);
  await signIn("caseworker-1");
  await open(page, plan.staffPage, JONAS);
  await page.getByRole("button", { name: "Aflys rundbordssamtalen" }).click();
  const dialog = page.getByRole("dialog", { name: "Aflys rundbordssamtalen?" });
  await expect(dialog).toContainText("Der sendes ingen besked, så ring selv, hvis det haster.");
  await inspect("staff-round-table-cancel");
  watch.expectNoConnection();
  await page.route("**/cancellation", (route) => route.abort());
  await dialog.getByRole("button", { name: "Aflys rundbordssamtalen" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await page.unroute("**/cancellation");
  await dialog.getByRole("button", { name: "Aflys rundbordssamtalen" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Rundbordssamtalen er aflyst: /)).toBeVisible();
  await expect(page.getByRole("button", { name: "Aflys rundbordssamtalen" })).toHaveCount(0);
});

test("what is wrong with an offered time is said at its field, and what is typed stays", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await signIn("employer");
  await open(page, plan.page("/round-table"), OFFERS);
  await page.getByRole("button", { name: "Foreslå tiderne" }).click();
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  for (const message of [/^Vælg en dag/, /^Skriv, hvornår I kan fra/, /^Skriv, hvornår I kan til/]) {
    await expect(summary.getByRole("link", { name: message })).toBeVisible();
  }
  await inspect("employer-offers-errors");
  await fillOffer(page, 1, ["2026-11-20", "12:00", "09:00"]);
  await page.getByRole("button", { name: "Foreslå tiderne" }).click();
  await summary.getByRole("link", { name: /^Sluttidspunktet skal være senere/ }).click();
  await expect(page.getByLabel("Til kl.")).toBeFocused();
  await expect(summary.getByRole("link", { name: /^Vælg en dag fra i dag/ })).toBeVisible();
  await page.getByLabel("Til kl.").fill("15:00");
  await saved(page);
  await page.reload();
  await at(page, OFFERS);
  await expect(page.getByLabel("Dag")).toHaveValue("2026-11-20");
  await expect(page.getByLabel("Til kl.")).toHaveValue("15:00");
});

test("what a colleague is writing is neither offered in my name nor in my way", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await plan.types({
    "offers.c1.day": "2026-12-01",
    "offers.c1.from": "09:00",
    "offers.c1.to": "12:00",
    "offers.c2.day": "2026-12-04",
  });
  await signIn("employer-2");
  await open(page, plan.page("/round-table"), OFFERS);
  await expect(page.getByText("Camilla Strand er ved at skrive tider")).toBeVisible();
  await expect(page.getByRole("group", { name: /^Tid \d/ })).toHaveCount(1);
  await inspect("employer-offers-of-a-colleague");
  await fillOffer(page, 1, ["2026-12-02", "13:00", "15:00"]);
  await saved(page);
  await page.reload();
  await at(page, OFFERS);
  await expect(page.getByRole("group", { name: /^Tid \d/ })).toHaveCount(1);
  await expect(page.getByLabel("Dag")).toHaveValue("2026-12-02");
  await page.getByRole("button", { name: "Foreslå tiderne" }).click();
  await expect(page.getByText("Tiderne er foreslået. Medarbejderen kan vælge nu.")).toBeVisible();
  const offered = page.locator(".offers > li");
  await expect(offered).toHaveCount(1);
  await expect(offered).toContainText("Foreslået af Bo Lind");
  expect(await plan.stored("offers.c1.day")).toBe("2026-12-01");
  expect(await plan.stored("offers.c2.day")).toBe("2026-12-04");

  await signIn("employer");
  await open(page, plan.page("/round-table"), OFFERS);
  await expect(page.getByRole("group", { name: /^Tid \d/ })).toHaveCount(2);
});

test("an offered time is taken back", async ({ page, signIn, server, inspect }) => {
  const plan = await Plan.of(server, "next-due");
  await offers(plan, "2026-12-01");
  await signIn("employer");
  await open(page, plan.page("/round-table"), OFFERS);
  await page.getByRole("button", { name: /^Fjern tiden tirsdag den 1\. december/ }).click();
  await expect(page.getByText("Tiden er fjernet.")).toBeVisible();
  await expect(page.locator("#round-table-offers")).toBeFocused();
  await expect(page.getByText("I har ikke foreslået nogen tider.")).toBeVisible();
  await inspect("employer-offer-withdrawn");
});

test("no time offered, or none that fits: the page says which, and whom to ring", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await signIn("next-due");
  await open(page, "/retention-plan/round-table", TABLE);
  await expect(page.getByText("Din arbejdsgiver har ikke foreslået nogen tider endnu")).toBeVisible();
  await inspect("round-table-none");
  await offers(plan, "2026-12-06", "19:00", "21:00");
  await page.reload();
  await expect(page.getByText("Ingen af tiderne passer lige nu")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Ring/ }).first()).toBeVisible();
  await inspect("round-table-none-fits");
});

test("taken meanwhile: the page says so, and shows what is left", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const [jonas, line] = await Promise.all([Plan.of(server, "next-due"), Plan.of(server, "exempt")]);
  await offers(jonas, "2026-12-01");
  await offers(line, "2026-12-01");
  await signIn("next-due");
  await open(page, "/retention-plan/round-table", TABLE);
  const buttons = page.getByRole("button", { name: TIME });
  const before = await buttons.count();
  const citizen = await jonas.as("next-due");
  const { times } = await citizen.get<Times>("/api/citizen/round-table/times");
  const other = await line.as("exempt");
  await other.make("/api/citizen/round-tables", { slot_id: times[0].slot_id });
  await buttons.first().click();
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Book tiden" }).click();
  await expect(page.getByText("Tiden er lige blevet taget. Vælg en anden tid.")).toBeVisible();
  await expect(buttons).not.toHaveCount(before);
  await inspect("round-table-taken");
  await buttons.first().click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await expect(page.getByRole("heading", { name: "Rundbordssamtalen er booket" })).toBeVisible();
});

test("booked while more times are being written: the employer is told", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  const plan = await Plan.of(server, "next-due");
  await offers(plan, "2026-12-01");
  await signIn("employer");
  await open(page, plan.page("/round-table"), OFFERS);
  await fillOffer(page, 1, ["2026-12-03", "09:00", "12:00"]);
  await books(plan);
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Foreslå tiderne" }).click();
  await expect(page.getByText(/^Der er allerede aftalt en rundbordssamtale/)).toBeVisible();
  await expect(page.getByText(/^Der er aftalt en rundbordssamtale på video/)).toBeVisible();
});

test("books in English", async ({ page, signIn, server, inspect }) => {
  const plan = await Plan.of(server, "next-due");
  await offers(plan, "2026-12-01");
  await signIn("next-due");
  await open(page, "/retention-plan/round-table", TABLE);
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Round-table conversation");
  await page.getByRole("button", { name: /with Hanne Ravn, Video$/ }).first().click();
  await page.getByRole("button", { name: "Book the time" }).click();
  await expect(page.getByRole("heading", { name: "The round-table conversation is booked" })).toBeVisible();
  await inspect("round-table-english");
});
