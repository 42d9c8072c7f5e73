// The team leader brings cases in from a file and takes data out: nothing happens before it is seen,
// nothing is half done, every error says what to do, and what comes out opens in a spreadsheet.
import { readFileSync } from "node:fs";

import type { Download, Locator, Page } from "@playwright/test";

import { Person } from "./support/api.ts";
import { at, expect, open, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";

const TITLE = "Ind- og udlæsning";
const HEADER = "case_number;cpr;name;caseworker;first_absence;opened_on;closed_on";

interface Row {
  number: string;
  cpr?: string;
  name?: string;
  caseworker?: string;
  opened?: string;
  closed?: string;
}

function line({ number, cpr, name, caseworker, opened, closed }: Row): string {
  const person = [number, cpr ?? "6201001000", name ?? "Søren Æbelø Åkjær"];
  const dates = ["02-11-2026", opened ?? "16-11-2026", closed ?? ""];
  return [...person, caseworker ?? "HARA", ...dates].join(";");
}

/** Rows with numbers of their own, each another person's. */
function rows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `F-${String(index).padStart(4, "0")}`,
    cpr: `610100${1000 + index}`,
  }));
}

function csv(list: Row[], header = HEADER): Buffer {
  return Buffer.from([header, ...list.map(line)].join("\r\n"), "latin1");
}

async function choose(page: Page, content: Buffer, name = "sager.csv"): Promise<void> {
  await page.getByLabel("Fil med sager").setInputFiles({ name, mimeType: "text/csv", buffer: content });
}

async function check(page: Page, content: Buffer): Promise<void> {
  await choose(page, content);
  await page.getByRole("button", { name: "Tjek filen" }).click();
}

function summary(page: Page): Locator {
  return page.locator("#error-summary");
}

function count(page: Page, what: string): Locator {
  return page.locator(".counts > div").filter({ hasText: what }).locator("dd");
}

async function text(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), "utf8");
}

test("a file is looked through before it is imported, once, and the same file again is nothing", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("team-leader");
  await page.goto("/staff");
  await page.getByRole("navigation").getByRole("link", { name: TITLE }).click();
  await at(page, TITLE);
  await inspect("import-empty");
  const leader = await Person.signedIn(server.url, "team-leader");
  const cases = async () => (await leader.get<unknown[]>("/api/staff/cases")).length;
  const before = await cases();

  await check(page, csv(rows(60)));
  await expect(page.getByRole("heading", { name: "Det sker, hvis du læser filen ind" })).toBeFocused();
  await expect(count(page, "Nye sager")).toHaveText("60");
  await expect(count(page, "Rækker med fejl")).toHaveText("0");
  await expect(page.getByText("Her er de første 50 af 60.")).toBeVisible();
  const button = page.getByRole("button", { name: "Læs 60 sager ind" });
  const rowsTable = page.getByRole("table", { name: "Det ændres" });
  const top = async (one: Locator) => (await one.boundingBox())!.y;
  expect(await top(button), "the button stands above the rows").toBeLessThan(await top(rowsTable));
  await inspect("import-report");
  expect(await cases(), "nothing has been changed yet").toBe(before);

  // Pressed again and again, it is sent once.
  let sent = 0;
  await page.route("**/api/staff/case-imports?plan=*", async (route) => {
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await button.click();
  const busy = page.getByRole("button", { name: "Vent lidt" }).last();
  await expect(busy).toHaveAttribute("aria-disabled", "true");
  await busy.click({ force: true });
  await busy.click({ force: true });
  await expect(page.getByRole("heading", { name: "Filen er læst ind" })).toBeVisible();
  await expect(page.locator("#receipt")).toBeFocused();
  const receipt = page.locator("#receipt");
  for (const words of ["sager.csv", "Gitte Fjord", "mandag den 23. november 2026 kl."]) {
    await expect(receipt).toContainText(words);
  }
  await expect(count(page, "Nye sager")).toHaveText("60");
  await expect(count(page, "Uændrede sager")).toHaveText("0");
  expect(sent).toBe(1);
  expect(await cases()).toBe(before + 60);
  await inspect("import-receipt");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Hent data ud" }), "on paper it is alone").toBeHidden();
  await expect(receipt).toBeVisible();
  await page.emulateMedia({ media: null });

  await page.getByRole("button", { name: "Læs en fil mere ind" }).click();
  await expect(page.getByLabel("Fil med sager")).toBeFocused();
  await check(page, csv(rows(60)));
  await expect(page.getByText("Der er ikke noget at læse ind.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Læs .* ind$/ })).toHaveCount(0);
  await inspect("import-unchanged");
});

test("every row that is wrong says what to do, and nothing is imported until it is mended", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  const [good, first, second] = rows(3);
  const wrong: Row[] = [
    good!,
    { ...first!, opened: "31-02-2026" },
    { ...good!, number: "=1+1", cpr: "101901234" },
    good!,
    { ...second!, caseworker: "NOBODY" },
  ];
  const half = Buffer.from(`${csv(wrong).toString("latin1")}\r\nF-9;610100`, "latin1");
  await check(page, half);
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText("Ret 5 rækker i filen");
  await expect(page.getByRole("button", { name: /^Læs .* ind$/ })).toHaveCount(0);
  const table = page.getByRole("table", { name: "Det skal rettes" });
  for (const [row, column, what, value] of [
    ["6", "caseworker", "Ingen sagsbehandler har de initialer.", "NOBODY"],
    ["3", "opened_on", "Skriv datoen som 31-01-2026", "31-02-2026"],
    ["4", "cpr", "Der mangler et ciffer.", "•••••••••"],
    ["5", "case_number", "Sagsnummeret står også i række 2.", "F-0000"],
    ["7", "Hele rækken", "Rækken er for kort.", ""],
  ] as const) {
    const found = table.getByRole("row").filter({ hasText: what }).filter({ hasText: column });
    await expect(found.getByRole("cell").nth(3)).toHaveText(value);
    await expect(found.getByRole("cell").first()).toHaveText(row!);
  }
  await inspect("import-refused");
  await summary(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Det sker, hvis du læser filen ind" })).toBeFocused();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent hele rapporten" }).click();
  const report = await text(download);
  expect(report.startsWith("\u{FEFF}Række;Sagsnummer;Resultat;"), report).toBe(true);
  expect(report).toContain("\r\n4;'=1+1;Fejl;cpr;•••••••••;Der mangler et ciffer.");
  expect(report).toContain("\r\n2;F-0000;Ny sag;;;");

  await choose(page, csv([good!, first!]));
  await expect(summary(page), "what was said of the old file is gone").toBeHidden();
  await page.getByRole("button", { name: "Tjek filen" }).click();
  await page.getByRole("button", { name: "Læs 2 sager ind" }).click();
  await expect(page.locator("#receipt")).toBeVisible();
  await expect(count(page, "Nye sager")).toHaveText("2");
});

for (const [what, content, words] of [
  ["no file at all", null, "Vælg en fil"],
  ["an empty file", Buffer.from(""), "Filen er tom. Vælg en anden fil"],
  ["no text", Buffer.from([0, 1, 2, 3]), /^Filens bogstaver kan ikke læses/],
  ["a file without a header", Buffer.from("1;2;3"), /^Den første række skal være kolonnenavnene/],
  ["a missing column", csv(rows(1), HEADER.replace("cpr;", "")), "Kolonnen cpr mangler. Tilføj den"],
  ["an unknown column", csv(rows(1), `${HEADER};fax`), /^Kolonnen fax findes ikke/],
  ["an open quote", csv([{ number: '"F-1' }]), /^Et anførselstegn i række 2/],
  ["a file that is too large", Buffer.alloc(17 * 1024 * 1024, "x"), /^Filen er for stor/],
] as const) {
  test(`${what} leads back to the field, with what to do`, async ({ page, signIn, inspect }) => {
    await signIn("team-leader");
    await open(page, "/staff/exchange", TITLE);
    if (content) await choose(page, content);
    await page.getByRole("button", { name: "Tjek filen" }).click();
    await expect(summary(page)).toBeFocused();
    const link = summary(page).getByRole("link");
    await expect(link).toHaveText(words);
    const message = page.locator("#file-error");
    await expect(message).toContainText((await link.textContent()) ?? "");
    await link.click();
    await expect(page.getByLabel("Fil med sager")).toBeFocused();
    if (what === "a missing column") await inspect("import-no-table");
  });
}

test("what a colleague changes meanwhile is not overwritten", async ({ page, signIn, server, watch }) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  const leader = await Person.signedIn(server.url, "team-leader");
  await check(page, csv(rows(1)));
  await page.getByRole("button", { name: "Læs 1 sag ind" }).click();
  await page.getByRole("button", { name: "Læs en fil mere ind" }).click();
  await check(page, csv([{ ...rows(1)[0]!, name: "Sofus Ny" }]));
  await expect(count(page, "Sager, der ændres")).toHaveText("1");

  interface Case { id: string; case_number: string }
  const found = (await leader.get<Case[]>("/api/staff/cases")).find((one) => one.case_number === "F-0000");
  interface Details { caseworker: { present: { id: string }; may_get: { id: string; name: string }[] } }
  const { caseworker } = await leader.get<Details>(`/api/staff/cases/${found!.id}`);
  const to = caseworker.may_get.find((one) => one.name === "Thomas Elm");
  const change = { from: caseworker.present.id, to: to!.id, reason: "Hanne er på ferie." };
  expect(await leader.post(`/api/staff/cases/${found!.id}/caseworker`, change)).toBe(201);

  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Læs 1 sag ind" }).click();
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText("Nogen har ændret en sag, mens du så på rapporten.");
  await page.getByRole("button", { name: "Tjek filen" }).click();
  const row = page.getByRole("table", { name: "Det ændres" }).getByRole("row").last();
  await expect(row).toContainText("Ændres: caseworker, name");
});

test("when the server is not reached nothing is lost, and trying again does it once", async ({
  page,
  signIn,
  watch,
}) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  await check(page, csv(rows(3)));
  const button = page.getByRole("button", { name: "Læs 3 sager ind" });
  await expect(button).toBeVisible();
  watch.expectRefusal(503);
  // It is done, and the answer is lost on the way.
  await page.route("**/api/staff/case-imports?plan=*", async (route) => {
    await route.fetch();
    await route.fulfill({ status: 503, body: "" });
  });
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "Det lykkedes ikke." })).toBeVisible();
  await page.unroute("**/api/staff/case-imports?plan=*");
  await button.click();
  await expect(page.locator("#receipt")).toBeVisible();
  await expect(count(page, "Nye sager")).toHaveText("3");
});

test("the page says what a file must look like, and begins one", async ({ page, signIn, inspect }) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  await page.getByText("Sådan skal filen se ud").click();
  const columns = page.getByRole("table", { name: "Kolonner" });
  await expect(columns.getByRole("row")).toHaveCount(15);
  await expect(page.getByRole("listitem").filter({ hasText: "HARA" })).toContainText("Hanne Ravn");
  await inspect("import-columns");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent en tom skabelon" }).click();
  const template = await text(download);
  expect(template.trim().split(";")).toHaveLength(14);
  await check(page, Buffer.from(`${template}F-1;6101001000;Åse;hara;2026-11-02;2026-11-16;;;;;;;;`));
  await expect(count(page, "Nye sager")).toHaveText("1");
});

test("by keyboard alone, a file is checked and imported, and data is taken out", async ({
  page,
  signIn,
}) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  await tabTo(page, page.getByLabel("Fil med sager"));
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "sager.csv", mimeType: "text/csv", buffer: csv(rows(2)) });
  await tabTo(page, page.getByRole("button", { name: "Tjek filen" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Det sker, hvis du læser filen ind" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Læs 2 sager ind" }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#receipt")).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: "Samtaler og hvordan de gik" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Kontakter med arbejdsgivere" })).toBeChecked();
  await tabTo(page, page.getByRole("button", { name: "Hent filen" }));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("genvej-employer-contacts.csv");
});

test("data is taken out for a period, as a file a spreadsheet opens and as JSON", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  let download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent filen" }).click();
  const file = await text(download);
  expect(file.startsWith("\u{FEFF}case_number;conversation_id;"), "with a mark in front").toBe(true);
  expect(file.trim().split("\r\n").length).toBeGreaterThan(5);
  await expect(page.getByRole("status").filter({ hasText: "genvej-bookings.csv" })).toBeVisible();
  await inspect("export-fetched");

  await page.getByRole("radio", { name: "Hvor planerne er" }).check();
  await page.getByRole("radio", { name: "JSON til programmer" }).check();
  await page.getByLabel("Fra og med").fill("0001-11-20");
  await page.getByRole("button", { name: "Hent filen" }).click();
  await expect(summary(page).getByRole("link")).toHaveText("Vælg en dato mellem 1900 og 2199");
  await page.getByLabel("Fra og med").fill("2026-11-20");
  await page.getByLabel("Til og med").fill("2026-11-01");
  await page.getByRole("button", { name: "Hent filen" }).click();
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText("Vælg en slutdato, der ikke ligger før startdatoen");
  await inspect("export-wrong-period");
  await page.getByLabel("Til og med").fill("2026-11-30");
  download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent filen" }).click();
  const export_ = JSON.parse(await text(download)) as { from: string; export: string };
  expect([export_.export, export_.from]).toEqual(["plans", "2026-11-20"]);
  await expect(summary(page)).toBeHidden();
});

test("a caseworker has no link to it and is told whose it is", async ({ page, signIn }) => {
  await signIn("caseworker-1");
  await open(page, "/staff/exchange", TITLE);
  await expect(page.getByText("Kun teamledere kan læse sager ind og hente data ud.")).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: TITLE })).toHaveCount(0);
  await expect(page.getByLabel("Fil med sager")).toHaveCount(0);
});

test("a change of caseworker that came in a file says so on the case and in the log", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  for (const caseworker of ["HARA", "THEL"]) {
    await check(page, csv([{ ...rows(1)[0]!, caseworker }]));
    await page.getByRole("button", { name: "Læs 1 sag ind" }).click();
    if (caseworker === "HARA") await page.getByRole("button", { name: "Læs en fil mere ind" }).click();
  }
  await expect(count(page, "Sager, der ændres")).toHaveText("1");
  await expect(page.locator("#receipt")).toBeVisible();
  const leader = await Person.signedIn(server.url, "team-leader");
  interface Case { id: string; case_number: string }
  const found = (await leader.get<Case[]>("/api/staff/cases")).find((one) => one.case_number === "F-0000");
  await open(page, `/staff/cases/${found!.id}`, "Søren Æbelø Åkjær");
  await expect(page.getByText("Læst ind fra fagsystemet")).toBeVisible();
  await open(page, `/staff/cases/${found!.id}/access-log`, /.+/);
  await expect(page.getByText("Læste din sag ind fra kommunens fagsystem").first()).toBeVisible();
});

test("in English as well", async ({ page, signIn, inspect }) => {
  await signIn("team-leader");
  await open(page, "/staff/exchange", TITLE);
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "Import and export");
  const nameless = { number: "F-1", name: " " };
  const file = { name: "x.csv", mimeType: "text/csv", buffer: csv([nameless, ...rows(1)]) };
  await page.getByLabel("File of cases").setInputFiles(file);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(summary(page)).toContainText("Mend 1 row of the file");
  await expect(page.getByRole("table", { name: "What must be mended" })).toContainText("Fill the cell");
  await inspect("import-english");
});
