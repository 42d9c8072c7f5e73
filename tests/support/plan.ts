// The job plan from the outside: what is stored of it, what another device or the caseworker
// does to it meanwhile.
import { expect, type Browser, type Locator, type Page } from "@playwright/test";

import { Person } from "./api.ts";
import type { Citizen } from "./fixtures.ts";
import type { Server } from "./server.ts";
import type { Watch } from "./watch.ts";

export const DRAFT = "/api/citizen/drafts/job-plan";
export const PLAN = "Min plan for at komme tilbage";
export const GOAL = "Hvilket job eller hvilke opgaver går du efter?";
export const STEPS = "Hvad er dit næste skridt – og hvornår?";
export const RETURN = "Hvordan vil du gerne op i tid?";
export const SHARE = "Se planen, og del den";
export const TALK = "Ord til samtalen";

/** The questions about a leg, in order. */
export const QUESTIONS = [
  "Hvilket job eller hvilke opgaver?",
  "Hvorfor er det realistisk?",
  "Hvad kan du allerede nu?",
  "Hvad står i vejen?",
  "Hvilken støtte har du brug for?",
  "Hvor sikker er du på, at det kan lykkes?",
];

interface Draft {
  version: number;
  fields: { field: string; value: string; version: number }[];
}

interface Saved {
  saved: { field: string }[];
  conflicts: { field: string; value: string }[];
  refused: { field: string; code: string }[];
}

/** What the server has of a field. */
export async function stored(person: Person, field: string): Promise<string> {
  const draft = await person.get<Draft>(DRAFT);
  return draft.fields.find((known) => known.field === field)?.value ?? "";
}

/** Sooner or later the server has that text in that field. */
export async function expectStored(person: Person, field: string, text: string): Promise<void> {
  await expect.poll(() => stored(person, field), { message: `${field} is stored` }).toBe(text);
}

/** The person types on another device, on top of everything stored. */
export async function typesElsewhere(
  person: Person,
  fields: Record<string, string>,
): Promise<Saved> {
  const known = new Map((await person.get<Draft>(DRAFT)).fields.map((one) => [one.field, one]));
  const changes = Object.entries(fields).map(([field, value]) => ({
    field,
    value,
    base: known.get(field)?.version ?? 0,
  }));
  return person.patch<Saved>(DRAFT, { changes });
}

/** Shares what is stored as the next version. */
export async function sharesElsewhere(person: Person): Promise<void> {
  const { version } = await person.get<Draft>(DRAFT);
  const status = await person.post("/api/citizen/job-plan/versions", { draft_version: version });
  expect(status, "sharing").toBeLessThan(300);
}

/** The address of a citizen's plan, as that citizen's caseworker asks for it. */
export async function planOf(caseworker: Person, citizen: string): Promise<string> {
  const cases = await caseworker.get<{ id: string; citizen: string }[]>("/api/staff/cases");
  const found = cases.find((row) => row.citizen === citizen);
  return `/api/staff/cases/${found?.id}/job-plan`;
}

/** The caseworker opens the newest version. */
export async function opened(server: Server, citizen: string): Promise<void> {
  const caseworker = await Person.signedIn(server.url, "caseworker-1");
  await caseworker.get(await planOf(caseworker, citizen));
}

/** Another phone or computer of the same person, or of another. */
export async function anotherDevice(
  browser: Browser,
  server: Server,
  watch: Watch,
  citizen: Citizen,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await watch.follow(page);
  const answer = await context.request.post(`${server.url}/api/session/demo`, {
    data: { key: citizen },
    headers: { Origin: server.url },
  });
  expect(answer.ok(), `signing in as ${citizen} on another device`).toBe(true);
  return page;
}

/** Another tab of the same browser. */
export async function anotherTab(page: Page, watch: Watch): Promise<Page> {
  const tab = await page.context().newPage();
  await watch.follow(tab);
  return tab;
}

/** Everything typed is stored, and the page says so. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole("status").getByText(/^Gemt kl\. \d\d\.\d\d$/)).toBeVisible();
}

/** The only text on a screen with one question. */
export function answer(page: Page): Locator {
  return page.getByRole("main").getByRole("textbox");
}

/** A part of the plan in the overview's list. */
export function part(page: Page, name: string): Locator {
  const parts = page.getByRole("region", { name: "Planens dele" });
  return parts.getByRole("listitem").filter({ hasText: name });
}

/** A section of the plan as a document, or of the overview, by its heading. */
export function section(page: Page, heading: string | RegExp): Locator {
  const named = page.getByRole("heading", { level: 2, name: heading });
  return page.locator("section").filter({ has: named });
}

/** A step or a period of the way up. */
export function row(page: Page, name: string): Locator {
  return page.getByRole("group", { name, exact: true });
}

/** What the browser itself keeps of what is not stored yet. */
export async function keptCopies(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith("genvej-kept."))
      .map((name) => localStorage.getItem(name) ?? ""),
  );
}

/** Everything the browser itself keeps, as far as it can be read there. */
export async function readableCopies(page: Page): Promise<string> {
  const stored = await page.evaluate(() =>
    [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat(),
  );
  for (const [, packed] of stored.map((text) => /^\d{13}:(.+)$/.exec(text) ?? [])) {
    if (packed) stored.push(Buffer.from(packed, "base64").toString("utf8"));
  }
  return stored.join("\n").replace(/^\d{13}:/gm, "");
}

/** What looks like a CPR number. */
export const CPR_NUMBER = /(?<!\d)\d{6}-?\d{4}(?!\d)/;
