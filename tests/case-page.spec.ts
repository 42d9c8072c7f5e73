// The case page: the days of a case, why its deadline is what it is, giving it to a colleague, and
// letters as the citizen gets them with the day each leaves. In both widths, and by keyboard.
import type { Locator, Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, open, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { Plan, planIn } from "./support/retention.ts";

const REASON = "Hanne holder op, så Thomas følger dig herfra.";

async function openCase(page: Page, plan: Plan): Promise<void> {
  await open(page, `/staff/cases/${plan.caseId}`, plan.employee);
}

/** A row of the time line. */
function day(page: Page, what: string | RegExp): Locator {
  const line = page.getByRole("table", { name: "Tidslinje" });
  return line.getByRole("row").filter({ has: page.getByRole("rowheader", { name: what }) });
}

/** The letter as it looks. */
function letter(page: Page): Locator {
  return page.getByRole("article");
}

test("shows the days of a case as a picture and as a table, in order of time", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "acknowledged");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await expect(page.getByRole("img", { name: "Tidslinje" })).toBeVisible();
  const rows = page.getByRole("table", { name: "Tidslinje" }).getByRole("rowheader");
  await expect(rows.first()).toHaveText("Sygemeldt");
  for (const what of [
    "Sagen blev åbnet",
    "Samtale holdt",
    "Fastholdelsesplan modtaget, version 1",
    "Fastholdelsesplan kvitteret, version 1",
    "I dag",
    "Aftalt: 15 timer om ugen",
    "Samtale senest",
  ]) {
    await expect(day(page, what)).toHaveCount(1);
  }
  await expect(day(page, "I dag")).toContainText("23. november 2026");
  await inspect("staff-case-time-line");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("table", { name: "Time line" })).toContainText("Agreed: 15 hours a week");
});

test("says why the deadline is what it is, as the citizen reads it, and by which rules", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await Plan.of(server, "first-due");
  await signIn("caseworker-1");
  await openCase(page, plan);
  const deadline = page.locator("#deadline");
  await expect(deadline).toContainText(/^Frist/);
  await expect(deadline).toContainText("Det læser borgeren: Du blev sygemeldt");
  await expect(deadline).toContainText("Regelsæt: 2026, gælder fra 1. juli 2026.");
});

test("the list of the parts leads to each of them by keyboard", async ({ page, signIn, server }) => {
  const plan = await Plan.of(server, "booked");
  await signIn("caseworker-1");
  await openCase(page, plan);
  const list = page.getByRole("navigation", { name: "På siden" });
  await expect(list.getByRole("link")).toHaveCount(11);
  for (const [name, id] of [["Samtaleformer", "channels"], ["Selvbooking", "self-booking"]] as const) {
    await list.getByRole("link", { name }).click();
    await expect(page.locator(`#${id}`)).toBeFocused();
  }
  await tabTo(page, list.getByRole("link", { name: "Hvem har set sagen" }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#looks")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Se, hvem der har set sagen" })).toBeFocused();
});

test("gives a case to a colleague: counted, with a reason that the citizen reads", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "booked");
  await signIn("caseworker-1");
  await openCase(page, plan);
  const whose = page.locator("#caseworker");
  await expect(whose).toContainText("Hanne Ravn følger sagen. Ingen skift.");
  await whose.getByRole("button", { name: "Skift sagsbehandler" }).click();
  const dialog = page.getByRole("dialog", { name: "Skift sagsbehandler" });
  await expect(dialog).toContainText(/Samtalen .* bliver hos Hanne Ravn\./);
  const save = dialog.getByRole("button", { name: "Skift sagsbehandler" });
  await save.click();
  const summary = dialog.locator("#dialog-summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(summary).toContainText("Vælg, hvem der skal have sagen");
  await inspect("staff-case-change-errors");
  await dialog.getByRole("radio", { name: "Thomas Elm" }).check({ force: true });
  await expect(summary.getByRole("link"), "what is mended goes").toHaveCount(1);
  await save.click();
  await summary.getByRole("link").click();
  const reason = dialog.getByRole("textbox", { name: /Begrundelse/ });
  await expect(reason).toBeFocused();
  await reason.fill(REASON);
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Sagen har fået en ny sagsbehandler/)).toBeVisible();
  await expect(whose).toContainText("Thomas Elm følger sagen. 1 skift.");
  await expect(whose, "what is booked stays").toContainText(/er booket hos Hanne Ravn og bliver der/);
  await expect(whose.getByRole("row", { name: /Fra Hanne Ravn til Thomas Elm/ })).toContainText(REASON);
  await expect(whose.getByRole("button"), "it is not hers to give any more").toHaveCount(0);
  await expect(day(page, "Ny sagsbehandler: Thomas Elm")).toContainText("23. november 2026");
  await inspect("staff-case-changed");

  const message = page.getByRole("link", { name: /^Se beskeden, .*: Borgeren har fået en ny sagsbehandler/ });
  await message.click();
  await at(page, "Beskeden, som borgeren får den");
  await expect(letter(page)).toContainText("Din sagsbehandler er nu Thomas Elm.");
  // Why is whatever a caseworker has written: it is read behind the citizen's sign-in only.
  await expect(letter(page)).toContainText("Log på Genvej for at læse hvorfor.");
  await expect(letter(page)).not.toContainText(REASON);
  await expect(page.getByText(/^Beskeder sendes med det samme\. Sendes ikke endnu/)).toBeVisible();

  await signIn("booked");
  await open(page, "/access-log", "Hvem har set mine oplysninger");
  const looks = page.getByRole("listitem").filter({ hasText: "Hanne Ravn" });
  await expect(
    looks.filter({ hasText: "Gav din sag til en anden sagsbehandler" }).first(),
  ).toBeVisible();
  await open(page, "/my", "Min side");
  await expect(page.getByText("Thomas Elm").first()).toBeVisible();
});

test("i9: what is typed to give a case away is still there when the dialog was closed", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await signIn("caseworker-1");
  await openCase(page, plan);
  const change = page.getByRole("button", { name: "Skift sagsbehandler" });
  await change.click();
  const dialog = page.getByRole("dialog", { name: "Skift sagsbehandler" });
  const reason = dialog.getByRole("textbox", { name: /Begrundelse/ });
  await dialog.getByRole("radio", { name: "Thomas Elm" }).check({ force: true });
  await reason.fill(REASON);
  await dialog.getByRole("button", { name: "Fortryd" }).click();
  await expect(dialog).toBeHidden();
  await change.click();
  await expect(reason).toHaveValue(REASON);
  await expect(dialog.getByRole("radio", { name: "Thomas Elm" })).toBeChecked();

  // It is not hers to give, it turns out.
  const refused = `**/api/staff/cases/${plan.caseId}/caseworker`;
  await page.route(refused, (route) =>
    route.fulfill({
      status: 403,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "about:blank", title: "Forbidden", status: 403, code: "not_allowed" }),
    }),
  );
  watch.expectRefusal(403);
  await dialog.getByRole("button", { name: "Skift sagsbehandler" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Det må du ikke. Måske er du logget på");
  await inspect("staff-case-change-refused");
  await page.unroute(refused);
  await dialog.getByRole("button", { name: "Fortryd" }).click();

  // To another page and back: the desk has the reason.
  await page.getByRole("link", { name: "Se, hvem der har set sagen" }).click();
  await at(page, "Hvem har set sagen");
  await page.goBack();
  await at(page, plan.employee);
  await change.click();
  await expect(reason).toHaveValue(REASON);
  await dialog.getByRole("radio", { name: "Thomas Elm" }).check({ force: true });
  await dialog.getByRole("button", { name: "Skift sagsbehandler" }).click();
  await expect(page.getByText(/^Sagen har fået en ny sagsbehandler/)).toBeVisible();
});

test("a case that somebody else has given away meanwhile is not given twice", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  const plan = await Plan.of(server, "next-due");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await page.getByRole("button", { name: "Skift sagsbehandler" }).click();
  const dialog = page.getByRole("dialog", { name: "Skift sagsbehandler" });
  await dialog.getByRole("radio", { name: "Thomas Elm" }).check({ force: true });
  await dialog.getByRole("textbox", { name: /Begrundelse/ }).fill(REASON);
  const leader = await Person.signedIn(server.url, "team-leader");
  type Whose = { caseworker: { present: { id: string }; may_get: { id: string; name: string }[] } };
  const { caseworker } = await leader.get<Whose>(`/api/staff/cases/${plan.caseId}`);
  const to = caseworker.may_get.find((row) => row.name === "Gitte Fjord")?.id;
  const change = { from: caseworker.present.id, to, reason: "Jeg følger den selv." };
  expect(await leader.post(`/api/staff/cases/${plan.caseId}/caseworker`, change)).toBe(201);
  watch.expectRefusal(409);
  await dialog.getByRole("button", { name: "Skift sagsbehandler" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Gitte Fjord har sagen nu");
  await expect(dialog.getByRole("alert")).toContainText("Du kan ikke give den videre.");
  await expect(dialog.getByRole("textbox", { name: /Begrundelse/ })).toHaveValue(REASON);
  const save = dialog.getByRole("button", { name: "Skift sagsbehandler" });
  await expect(save, "it is not hers to give any more").toHaveCount(0);
  await dialog.getByRole("button", { name: "Fortryd" }).click();
  await expect(page.locator("#caseworker")).toContainText("Gitte Fjord følger sagen. 1 skift.");
});

test("somebody else was faster: the dialog says whose case it is now, and the next attempt counts", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await signIn("team-leader");
  await openCase(page, plan);
  await page.getByRole("button", { name: "Skift sagsbehandler" }).click();
  const dialog = page.getByRole("dialog", { name: "Skift sagsbehandler" });
  await dialog.getByRole("radio", { name: "Gitte Fjord" }).check({ force: true });
  await dialog.getByRole("textbox", { name: /Begrundelse/ }).fill(REASON);
  const hanne = await Person.signedIn(server.url, "caseworker-1");
  type Whose = { caseworker: { present: { id: string }; may_get: { id: string; name: string }[] } };
  const { caseworker } = await hanne.get<Whose>(`/api/staff/cases/${plan.caseId}`);
  const to = caseworker.may_get.find((row) => row.name === "Thomas Elm")?.id;
  const change = { from: caseworker.present.id, to, reason: "Jeg er syg." };
  expect(await hanne.post(`/api/staff/cases/${plan.caseId}/caseworker`, change)).toBe(201);
  watch.expectRefusal(409);
  const save = dialog.getByRole("button", { name: "Skift sagsbehandler" });
  await save.click();
  await expect(dialog.getByRole("alert")).toContainText("Thomas Elm har sagen nu");
  await expect(dialog).toContainText("Borgeren har nu Thomas Elm.");
  await expect(dialog.getByRole("radio", { name: "Gitte Fjord" })).toBeChecked();
  await expect(dialog.getByRole("radio", { name: "Hanne Ravn" }), "she can get it back").toHaveCount(1);
  await expect(dialog.getByRole("textbox", { name: /Begrundelse/ })).toHaveValue(REASON);
  await inspect("staff-case-change-stale");
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(page.locator("#caseworker")).toContainText("Gitte Fjord følger sagen. 2 skift.");
});

test("i9: the reason of a decision is there again after its dialog is closed, and only there", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await Plan.of(server, "first-due");
  await signIn("caseworker-1");
  await openCase(page, plan);
  const dialog = page.getByRole("dialog");
  const reason = dialog.getByRole("textbox", { name: /Begrundelse/ });
  const unlock = (form: string) => page.getByRole("button", { name: `Lås op: ${form}` });
  await unlock("Telefon").click();
  await reason.fill("Du bor langt væk.");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await unlock("Video").click();
  await expect(reason, "another decision").toHaveValue("");
  await dialog.getByRole("button", { name: "Fortryd" }).click();
  await page.getByRole("link", { name: "Se alle breve og beskeder til borgeren" }).click();
  await at(page, "Breve og beskeder til borgeren");
  await page.goBack();
  await at(page, "Maja Holm");
  await unlock("Telefon").click();
  await expect(reason).toHaveValue("Du bor langt væk.");
  await dialog.getByRole("button", { name: "Gem beslutningen" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Lås Telefon" }).click();
  await expect(reason, "the opposite decision").toHaveValue("");
});

test("i9: why a conversation is cancelled is there again after the dialog is closed", async ({
  page,
  signIn,
  server,
}) => {
  const plan = await Plan.of(server, "booked");
  await signIn("caseworker-1");
  await openCase(page, plan);
  const cancel = page.getByRole("button", { name: /^Aflys: Sofie Lund/ });
  const dialog = page.getByRole("dialog");
  await cancel.click();
  await dialog.getByRole("textbox", { name: /Begrundelse/ }).fill("Jeg er syg.");
  await page.keyboard.press("Escape");
  await expect(cancel).toBeFocused();
  await cancel.click();
  await expect(dialog.getByRole("textbox", { name: /Begrundelse/ })).toHaveValue("Jeg er syg.");
});

test("a decision letter is seen before it is decided, with the day it leaves", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "first-due");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await page.getByRole("button", { name: "Lås op: Telefon" }).click();
  const dialog = page.getByRole("dialog");
  const reason = dialog.getByRole("textbox", { name: /Begrundelse/ });
  await reason.fill("Du bor langt væk.");
  const see = dialog.getByRole("button", { name: "Se brevet, som borgeren får det" });
  await see.click();
  await expect(dialog.getByRole("region", { name: "Sådan bliver brevet" })).toBeFocused();
  await expect(letter(page)).toContainText("Kære Maja Holm");
  await expect(letter(page)).toContainText("Dine samtaler kan holdes på telefon");
  await expect(letter(page)).toContainText("Du bor langt væk.");
  await expect(letter(page)).toContainText("Hvis du ikke er enig");
  await expect(dialog.getByText(/^Brevet sendes mandag den 23\. november 2026\./)).toBeVisible();
  await inspect("staff-letter-preview");
  await reason.fill("Du bor langt væk, og bussen kører ikke.");
  await expect(letter(page), "it is not the letter any more").toHaveCount(0);
  await expect(dialog.getByText("Du har ændret begrundelsen. Se brevet igen.")).toBeVisible();
  await see.click();
  await expect(letter(page)).toContainText("bussen kører ikke");
  await dialog.getByRole("button", { name: "Gem beslutningen" }).click();
  await expect(dialog).toBeHidden();
  const decided = page.locator("#decisions").getByRole("row", { name: /Telefon blev låst op/ });
  await decided.getByRole("link", { name: /^Se brevet, som borgeren får det/ }).click();
  await at(page, "Brevet, som borgeren får det");
  await expect(letter(page)).toContainText("bussen kører ikke");
});

test("a letter decided on a Friday waits for Monday, and says why", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "video-locked");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await page.getByRole("link", { name: /^Se brevet, som borgeren får det: Video blev låst/ }).click();
  await at(page, "Brevet, som borgeren får det");
  await expect(page.getByRole("main")).toContainText(
    "Brevet sendes mandag den 23. november 2026, så det ikke kommer op til en fridag. " +
      "Lørdag den 21. november er weekend. Sendes ikke endnu fra Genvej.",
  );
  await expect(letter(page)).toContainText("Eksempel Kommune");
  await expect(letter(page)).toContainText("mandag den 23. november 2026");
  await inspect("staff-letter");
  await page.getByRole("button", { name: "Engelsk" }).click();
  await expect(letter(page)).toHaveAttribute("lang", "en");
  await expect(letter(page)).toContainText("Dear Karim Said");
  await expect(page.getByRole("heading", { level: 1 }), "the page stays in Danish").toHaveText(
    "Brevet, som borgeren får det",
  );
  await inspect("staff-letter-english");
  await page.getByRole("link", { name: "Alle breve og beskeder" }).click();
  await at(page, "Breve og beskeder til borgeren");
  const row = page.getByRole("row", { name: /Dine samtaler kan ikke holdes på video/ });
  await expect(row).toContainText("Afgørelsesbrev");
  await expect(row.getByText("Ikke sendt"), "nothing leaves yet, and none looks as if it had").toBeVisible();
  const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
  await expect(page.getByText("Ikke sendt", { exact: true })).toHaveCount(await rows.count());
  await inspect("staff-letters");
});

test("who has seen the case is what the citizen reads, and this look is there", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "booked");
  await signIn("caseworker-1");
  await openCase(page, plan);
  await page.getByRole("link", { name: "Se, hvem der har set sagen" }).click();
  await at(page, "Hvem har set sagen");
  const newest = page.locator(".looks__look").first();
  await expect(newest).toContainText("Så, hvem der har set dine oplysninger");
  await expect(newest).toContainText("Hanne Ravn");
  await inspect("staff-case-looks");
});
