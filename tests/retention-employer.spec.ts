// What the employer does with a retention plan: the employees, the hours, what has to be
// mended, what is said kindly, saying no, and what nobody else's employer gets to see.
import { at, expect, next, open, test } from "./support/fixtures.ts";
import { CPR_NUMBER, saved, section } from "./support/plan.ts";
import {
  CHECK,
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
  planIn,
  REASON,
  SCREENS,
  type Section,
} from "./support/retention.ts";

const JONAS = "Fastholdelsesplan for Jonas Bak";

test("the employees on sick leave, those who wait first, and nothing but what may be seen", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await (await Plan.of(server, "overdue")).reaches("requested");
  await signIn("employer");
  await open(page, "/employer", EMPLOYEES);
  const rows = (group: string) => page.getByRole("region", { name: group }).getByRole("listitem");
  const waits = rows("Venter på jer").first();
  await expect(waits).toContainText("Peter Dam");
  await expect(waits).toContainText("Sygemeldt siden 14. september 2026");
  await expect(waits).toContainText("Bedt om");
  await expect(rows("Planer i gang").filter({ hasText: "Line Krog" })).toContainText("Sendt til kommunen");
  const maja = rows("Medarbejdere uden plan").filter({ hasText: "Maja Holm" });
  await expect(maja).toContainText("bede kommunen om en hurtig opfølgning (fast track). Senest fredag den 27. november.");
  const main = page.getByRole("main");
  for (const other of ["Karim Said", "Lars Bro"]) await expect(main).not.toContainText(other);
  await expect(main).not.toContainText(CPR_NUMBER);
  await page.getByText("Hvad kan I se her?").click();
  await expect(page.getByText(/I kan ikke se, hvad medarbejderen fejler/)).toBeVisible();
  await inspect("employer-overview");
});

test("another company gets the same page as for a case that does not exist", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "submitted");
  await signIn("employer-other");
  watch.expectRefusal(404);
  await page.goto(plan.page());
  const missing = page.getByText(/Vi kan ikke finde det, du leder efter/);
  await expect(missing).toBeVisible();
  await expect(page.getByText("Jonas")).toHaveCount(0);
  await inspect("employer-not-theirs");
  for (const below of ["/plan/hours", "/check", "/versions/1", "/receipt", "/round-table"]) {
    await page.goto(plan.page(below));
    await expect(missing, below).toBeVisible();
    await expect(page.getByText("Jonas"), below).toHaveCount(0);
  }
});

test("says no with a reason: citizen and caseworker read it, and what can be done instead", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "requested");
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  await inspect("employer-requested");
  await page.getByRole("link", { name: "Sig nej til at lave en plan" }).click();
  await at(page, "Sig nej til at lave en plan");
  const no = page.getByText(/^Et nej er ikke endeligt/);
  await expect(no).toContainText("I kan aftale en gradvis tilbagevenden uden en plan");
  await expect(no, "nobody can invite them").not.toContainText("invitere");
  await page.getByLabel(/^Hvorfor\?/).fill(REASON);
  await inspect("employer-decline");
  await page.getByRole("button", { name: "Sig nej til en plan" }).click();
  await at(page, JONAS);
  await expect(page.locator("#plan-next")).toBeFocused();
  await expect(course(page)).toContainText("I har sagt nej");
  await expect(page.getByRole("button", { name: "Begynd på en ny plan" })).toBeVisible();
  await inspect("employer-declined");

  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  const card = page.getByRole("main").locator(".card").first();
  await expect(card).toContainText("Din arbejdsgiver har sagt nej til en plan");
  await expect(card).toContainText("Camilla Strand svarede mandag den 23. november");
  await expect(card).toContainText(REASON);
  await expect(card.getByRole("link", { name: "Book en samtale" })).toBeVisible();
  await expect(card.getByRole("link", { name: "Skriv det i Min plan" })).toBeVisible();
  await expect(card.getByRole("button", { name: "Bed om en plan igen" })).toBeVisible();
  await inspect("retention-declined");

  await signIn("caseworker-1");
  await open(page, plan.staffPage, JONAS);
  await expect(course(page)).toContainText("Arbejdsgiveren har sagt nej");
  await expect(section(page, "Det er der sket")).toContainText(REASON);
  await expect(page.getByText(/en gradvis tilbagevenden kan aftales uden en plan/)).toBeVisible();
  await expect(page.getByText(/hjælpemidler eller personlig assistance/)).toBeVisible();
  await inspect("staff-retention-declined");
});

test("takes a version back that is not answered: the text is still there", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "sent");
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  await expect(page.getByRole("heading", { name: "I skal ikke gøre noget lige nu" })).toBeVisible();
  await inspect("employer-sent");
  await page.getByRole("button", { name: "Tag planen tilbage" }).click();
  await expect(page.locator("#plan-next")).toBeFocused();
  await expect(course(page)).toContainText("Bliver skrevet");
  await inspect("employer-drafting");
  await page.getByRole("link", { name: "Opgaver" }).click();
  await onScreen(page, "tasks");
  await expect(fieldOf(page, "tasks.can")).toHaveValue(FULL["tasks.can"]);
  await signIn("next-due");
  await open(page, "/retention-plan", MINE);
  await expect(page.getByText(FULL["ramp.r1.tasks"])).toHaveCount(0);
  await expect(course(page)).toContainText("Du får den at se, før den bliver sendt til kommunen.");
});

test("a new version is begun and dropped again: what was agreed stands", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "acknowledged");
  await plan.employerMoves("revise");
  await plan.types({ "tasks.can": "Passe telefonen." });
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  const next = page.locator(".next-step");
  await expect(next).toContainText("Den plan, I har aftalt, gælder, til den nye er godkendt.");
  await inspect("employer-revising");
  await page.getByRole("button", { name: "Drop den nye version" }).click();
  await expect(page.locator("#plan-drop-sure")).toBeFocused();
  await inspect("employer-drop-sure");
  await page.getByRole("button", { name: "Nej, skriv videre" }).click();
  await expect(page.locator("#plan-drop")).toBeFocused();
  await page.getByRole("button", { name: "Drop den nye version" }).click();
  await page.getByRole("button", { name: "Ja, drop den" }).click();
  await expect(page.locator("#plan-next")).toBeFocused();
  await expect(course(page)).toContainText("Læst af kommunen");
  await expect(section(page, "Det er der sket")).toContainText("Droppede den nye version");
  expect(await plan.state()).toBe("acknowledged");
  expect(await plan.stored("tasks.can"), "no word is lost").toBe("Passe telefonen.");
  // The next one begins with those words, and not with what was agreed.
  await expect(page.getByText(/^Den nye version begynder med det, I sidst skrev/)).toBeVisible();
  await page.getByRole("button", { name: "Lav en ny version" }).click();
  await expect(course(page)).not.toContainText("Læst af kommunen");
  await open(page, plan.page("/plan/tasks"), SCREENS.tasks);
  await expect(fieldOf(page, "tasks.can")).toHaveValue("Passe telefonen.");
});

test("too late to take back: somebody was faster, and the page shows where it is", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "sent");
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  await plan.citizenMoves("approve", { version: 1, remark: "" });
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Tag planen tilbage" }).click();
  await expect(page.getByText(/^En anden nåede det først/)).toBeVisible();
  await expect(course(page)).toContainText("Godkendt");
  await inspect("employer-too-late");
  await page.getByRole("button", { name: "Send planen til kommunen" }).click();
  await at(page, "Planen er sendt til kommunen");
  await inspect("employer-receipt-submitted");
});

test("the receipt says what happens next, and that NemRefusion is still to be reported", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page(), JONAS);
  const reminder = page.getByRole("region", { name: "Husk også" });
  const link = { name: /Gå til NemRefusion/ };
  await expect(reminder).toContainText("Timer til refusion skal stadig indberettes i NemRefusion.");
  await expect(reminder.getByRole("link", link)).toHaveAttribute("href", /virk\.dk/);
  await page.getByRole("link", { name: "Se planen igennem og send" }).click();
  await at(page, CHECK);
  await inspect("employer-check");
  await page.getByRole("button", { name: "Send til Jonas Bak" }).click();
  await at(page, "Planen er sendt til Jonas Bak");
  const main = page.getByRole("main");
  await expect(main).toContainText("Version 1 blev sendt mandag den 23. november");
  await expect(main).toContainText("Svarer medarbejderen ikke inden 7 dage, minder vi jer begge om det.");
  await expect(main.getByRole("link", link)).toHaveAttribute("href", /virk\.dk/);
  await expect(page.getByRole("button", { name: "Udskriv" })).toBeVisible();
  await inspect("employer-receipt");
});

test("every screen of the wizard, empty and filled in", async ({ page, signIn, server, inspect }) => {
  test.slow();
  const plan = await Plan.of(server, "next-due");
  await plan.employerMoves("begin");
  await signIn("employer");
  const screens = Object.keys(SCREENS) as Section[];
  await open(page, plan.page("/plan/parties"), SCREENS.parties);
  for (const [index, screen] of screens.entries()) {
    await onScreen(page, screen);
    await expect(page.getByText(`Trin ${index + 1} af 7`)).toBeVisible();
    await inspect(`employer-empty-${screen}`);
    await leads(page, screens[index + 1] ?? "check");
  }
  await plan.types(FULL);
  await page.reload();
  for (const screen of screens) {
    await open(page, plan.page(`/plan/${screen}`), SCREENS[screen]);
    await inspect(`employer-full-${screen}`);
  }
});

test("three typical ways up fill the periods in, and ask before they replace what is written", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await Plan.of(server, "next-due");
  await plan.employerMoves("begin");
  await plan.types({ "expected-return": "2027-02-01" });
  await signIn("employer");
  await open(page, plan.page("/plan/hours"), SCREENS.hours);
  await expect(page.getByText(/^Skriv timer om ugen før sygemeldingen og de to dage/)).toBeVisible();
  await page.getByLabel("Timer om ugen før sygemeldingen").fill("37");
  const typical = page.getByRole("region", { name: "Begynd med et forslag" });
  await expect(typical.getByLabel("Første dag")).toHaveValue("2026-11-30");
  await expect(typical.getByLabel(/^Sidste dag/)).toHaveValue("2027-01-31");
  for (const pace of ["Langsomt", "Jævnt", "Hurtigt"]) {
    await expect(typical.getByRole("heading", { name: pace })).toBeVisible();
  }
  await inspect("employer-typical");
  await typical.getByRole("button", { name: "Brug forslaget: Jævnt" }).click();
  await expect(page.locator("#plan-periods")).toBeFocused();
  await expect(period(page, 1).getByLabel("Fra og med")).toHaveValue("2026-11-30");
  const first = await period(page, 1).getByLabel("Timer om ugen").inputValue();
  const bars = await page.locator(".plan-picture .ramp__bar").count();
  expect(bars).toBeGreaterThan(1);
  await saved(page);
  await period(page, 1).getByLabel("Hvilke dage og tider?").fill("Mandag og torsdag");

  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await typical.getByRole("button", { name: "Brug forslaget: Hurtigt" }).click();
  await expect.poll(() => asked).toEqual([
    "De perioder, der står her nu, bliver erstattet. Vil I det?",
  ]);
  await expect(period(page, 1).getByLabel("Timer om ugen")).toHaveValue(first);
  page.once("dialog", (dialog) => dialog.accept());
  await typical.getByRole("button", { name: "Brug forslaget: Hurtigt" }).click();
  await expect(period(page, 1).getByLabel("Timer om ugen")).not.toHaveValue(first);
  await expect(period(page, 1).getByLabel("Hvilke dage og tider?")).toHaveValue("");
  await saved(page);
  await page.reload();
  await at(page, SCREENS.hours);
  await expect(period(page, 1).getByLabel("Fra og med")).toHaveValue("2026-11-30");
  await leads(page, "care");
});

test("says what the hours mean, and asks for a reason where they go down", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await open(page, plan.page("/plan/hours"), SCREENS.hours);
  const picture = page.locator(".plan-picture");
  await period(page, 3).getByLabel("Timer om ugen").fill("34");
  await expect(picture).toContainText(
    "Fra den 4. januar er fraværet under 4 timer om ugen. Så regnes medarbejderen som fuldt raskmeldt.",
  );
  await period(page, 3).getByLabel("Timer om ugen").fill("10,5");
  await expect(picture).toContainText("Fra den 4. januar er der færre timer end før. Skriv hvorfor");
  await inspect("employer-hours-decrease");
  await next(page).click();
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "Skriv, hvorfor der er færre timer" }).click();
  const why = period(page, 3).getByLabel("Hvorfor er der færre timer end i perioden før?");
  await expect(why).toBeFocused();
  await why.fill("Bageriet har ferielukket.");
  await leads(page, "care");

  await open(page, plan.page("/plan/hours"), SCREENS.hours);
  await fillPeriod(page, 2, "2026-12-01", "2026-12-20", "40");
  await expect(picture).toContainText("Perioden fra den 1. december begynder, før den forrige er slut.");
  await expect(picture).toContainText("Der mangler dage før den 4. januar.");
  await expect(picture).toContainText("Fra den 1. december er der flere timer end før sygemeldingen.");
  await next(page).click();
  for (const message of [/begynder, før den forrige er slut/, /Timerne kan ikke være flere/]) {
    await expect(summary.getByRole("link", { name: message })).toBeVisible();
  }
  await inspect("employer-hours-errors");
});
