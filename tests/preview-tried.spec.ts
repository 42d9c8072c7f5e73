// What a citizen would change is explained to a caseworker who looks at their pages, by what it would
// have been, and nothing is changed (I6): each change there is, by the citizen's own button.
import type { Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { expect, test, timeIn } from "./support/fixtures.ts";
import { PLAN, SHARE, sharesElsewhere, TALK } from "./support/plan.ts";
import {
  banner,
  explanation,
  frameOf,
  goInside,
  inside,
  JONAS,
  READ_ONLY,
  seeAsCitizen,
  shows,
} from "./support/preview.ts";
import { Plan, planIn } from "./support/retention.ts";

const WORDS = "Det her er ikke mine ord";

/** It is explained as what it would have been. */
async function explains(page: Page, what: string): Promise<void> {
  await expect(explanation(page)).toContainText(`Her ville borgeren ${what}. ${READ_ONLY}`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await inside(page).getByRole("button", { name }).first().click();
}

/** Everything the citizen can read of it, before and after. */
async function unchanged(person: Person, path: string, look: () => Promise<void>): Promise<void> {
  const before = await person.get(path);
  await look();
  expect(await person.get(path)).toEqual(before);
}

test("moving and cancelling a conversation, and signing out", async ({ page, signIn, server }) => {
  await signIn("caseworker-1");
  await seeAsCitizen(page, server, "Sofie Lund");
  const sofie = await Person.signedIn(server.url, "booked");
  const booking = await sofie.nextBooking();
  await unchanged(sofie, "/api/citizen/overview", async () => {
    await goInside(page, "/my", "Min side");
    await inside(page).getByRole("link", { name: "Flyt" }).click();
    await inside(page).getByRole("link", { name: "Se flere tider: Video" }).click();
    await inside(page).getByRole("main").getByRole("link", { name: timeIn("Video") }).last().click();
    await press(page, "Flyt samtalen");
    await explains(page, "flytte samtalen");

    await goInside(page, `/bookings/${booking?.id}/cancel`, "Aflys din samtale");
    await press(page, "Aflys samtalen");
    await explains(page, "aflyse samtalen");
  });
  await press(page, "Log af");
  await expect(explanation(page)).toContainText("Her ville borgeren logge af.");
  await page.reload();
  await shows(page, "Som borgeren ser det: Sofie Lund");
});

test("handing words over for a conversation", async ({ page, signIn, server }) => {
  const sofie = await Person.signedIn(server.url, "booked");
  await signIn("caseworker-1");
  await seeAsCitizen(page, server, "Sofie Lund");
  await unchanged(sofie, "/api/citizen/job-plan", async () => {
    await goInside(page, "/plan/talk", TALK);
    await inside(page).getByRole("textbox").first().fill(WORDS);
    await press(page, /videre$/);
    await explains(page, "give sagsbehandleren noget med til samtalen");
  });
});

test("taking a shared plan back", async ({ page, signIn, server }) => {
  const jonas = await Person.signedIn(server.url, JONAS.persona);
  await sharesElsewhere(jonas);
  await signIn("caseworker-1");
  await seeAsCitizen(page, server);
  await unchanged(jonas, "/api/citizen/job-plan", async () => {
    await goInside(page, "/plan", PLAN);
    await press(page, "Tag planen tilbage");
    await explains(page, "trække en delt plan tilbage");
  });
});

/** What a page does when its button is pressed. */
async function sends(page: Page, path: string, body: object): Promise<void> {
  const call = { path, body: JSON.stringify(body) };
  await (await frameOf(page)).evaluate(async ({ path, body }) => {
    await fetch(path, { method: "POST", body });
  }, call);
}

test("what the municipality has not got is not shown, and neither shared nor approved", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await planIn(server, "next-due", "approved");
  await signIn("caseworker-1");
  await seeAsCitizen(page, server);
  await expect(banner(page)).toContainText("Det, borgeren ikke har sendt til kommunen, vises ikke her.");
  // The buttons are with the plans, which are not there; were they pressed, it would be explained.
  await goInside(page, "/plan/share", SHARE);
  await expect(inside(page).getByRole("button", { name: "Del med din sagsbehandler" })).toHaveCount(0);
  await sends(page, "/api/citizen/job-plan/versions", {});
  await explains(page, "dele sin plan med sagsbehandleren");
  await goInside(page, "/retention-plan", /.+/);
  await expect(inside(page).getByRole("button", { name: "Send til kommunen" })).toHaveCount(0);
  await sends(page, "/api/citizen/retention-plan/moves", { move: "approve" });
  await explains(page, "sende eller svare i fastholdelsesplanen");
  expect(await plan.state()).toBe("approved");
});

test("telling that a step did not go", async ({ page, signIn, server }) => {
  await planIn(server, "next-due", "acknowledged");
  const jonas = await Person.signedIn(server.url, JONAS.persona);
  await signIn("caseworker-1");
  await seeAsCitizen(page, server);
  await expect(banner(page)).not.toContainText("vises ikke her");
  await unchanged(jonas, "/api/citizen/retention-plan", async () => {
    await goInside(page, "/retention-plan/steps/2026-11-23", "Det gik ikke");
    // What is typed goes first, and is not saved; so nothing is told.
    await inside(page).getByLabel("Hvad gik ikke?").fill(WORDS);
    await press(page, "Fortæl det til din sagsbehandler");
    await expect(explanation(page)).toContainText(`blive gemt. ${READ_ONLY}`);
    await sends(page, "/api/citizen/retention-plan/step-reports", { from: "2026-11-23", text: WORDS });
    await explains(page, "sende eller svare i fastholdelsesplanen");
  });
});

test("a move in the retention plan", async ({ page, signIn, server }) => {
  const plan = await planIn(server, "next-due", "requested");
  await signIn("caseworker-1");
  await seeAsCitizen(page, server);
  await goInside(page, "/retention-plan", /.+/);
  await press(page, "Træk ønsket tilbage");
  await explains(page, "sende eller svare i fastholdelsesplanen");
  expect(await plan.state()).toBe("requested");
});

test("booking and cancelling a round-table conversation", async ({ page, signIn, server }) => {
  const plan = await Plan.of(server, "next-due");
  const employer = await plan.as("employer");
  const offers = [{ day: "2026-12-01", from: "09:00", to: "12:00" }];
  await employer.make(`/api/employer/cases/${plan.caseId}/round-table-offers`, { offers });
  const jonas = await plan.as("next-due");
  await signIn("caseworker-1");
  await seeAsCitizen(page, server);
  type Times = { times: { slot_id: string }[] };
  const path = "/api/citizen/round-table/times";
  await unchanged(jonas, path, async () => {
    await goInside(page, "/retention-plan/round-table", "Rundbordssamtale");
    await press(page, / hos Hanne Ravn, Video$/);
    await press(page, "Book tiden");
    await explains(page, "booke eller aflyse en rundbordssamtale");
  });
  const { times } = await jonas.get<Times>(path);
  await jonas.make("/api/citizen/round-tables", { slot_id: times[0].slot_id });
  await unchanged(jonas, path, async () => {
    await goInside(page, "/retention-plan/round-table", "Rundbordssamtale");
    await inside(page).getByText("Aflys rundbordssamtalen").click();
    await press(page, "Ja, aflys");
    await explains(page, "booke eller aflyse en rundbordssamtale");
  });
});
