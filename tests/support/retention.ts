// The retention plan from the outside: brought into a state through the API, by the people who
// may, and written by the employer through the wizard.
import { expect, type Browser, type Locator, type Page } from "@playwright/test";

import { Person } from "./api.ts";
import { at, next, type Citizen, type Employer, type Persona } from "./fixtures.ts";
import type { Server } from "./server.ts";
import type { Watch } from "./watch.ts";

export const MINE = "Fastholdelsesplan";
export const EMPLOYEES = "Sygemeldte medarbejdere";
export const CHECK = "Se planen igennem";

const NAMES: Partial<Record<Citizen, string>> = {
  "first-due": "Maja Holm",
  "next-due": "Jonas Bak",
  booked: "Sofie Lund",
  overdue: "Peter Dam",
  exempt: "Line Krog",
  standby: "Ole Vang",
  withdrawn: "Mette Hede",
  "video-locked": "Karim Said",
  "no-times": "Ida Toft",
  "no-employer": "Lars Bro",
  closed: "Birthe Sø",
};

/** The wizard's screens: their addresses and what they ask. */
export const SCREENS = {
  parties: "Hvem er med i planen?",
  absence: "Fravær og vejen tilbage",
  tasks: "Hvilke opgaver kan løses?",
  hours: "Hvor mange timer om ugen?",
  care: "Hensyn og hjælpemidler",
  support: "Hvad ønsker I fra kommunen?",
  "follow-up": "Hvordan følger I op?",
} as const;

export type Section = keyof typeof SCREENS;

/** A plan in which every part says something: three steps up, the first begins today. */
export const FULL: Record<string, string> = {
  "party.contact.name": "Camilla Strand",
  "party.contact.role": "Daglig leder",
  "party.contact.phone": "70 10 40 12",
  "party.contact.email": "camilla@nordlysbageri.example",
  "party.union.name": "Jens Holt",
  workplace: "Nordlys Bageri, Havnegade 4",
  absence: "partial",
  "normal-hours": "37",
  "expected-return": "2027-03-01",
  goal: "Fuldt tilbage på dagholdet med egne opgaver.",
  "tasks.can": "Dekorere kager og tage imod bestillinger.",
  "tasks.cannot": "Løfte melsække og stå ved ovnen en hel vagt.",
  "tasks.changed": "Pakke ordrer ved hæve-sænke-bordet.",
  "ramp.r1.from": "2026-11-23",
  "ramp.r1.to": "2026-12-06",
  "ramp.r1.hours": "8",
  "ramp.r1.days": "Tirsdag og torsdag kl. 9-13",
  "ramp.r1.tasks": "Dekoration og bestillinger",
  "ramp.r2.from": "2026-12-07",
  "ramp.r2.to": "2027-01-03",
  "ramp.r2.hours": "15",
  "ramp.r2.days": "Mandag, onsdag og fredag kl. 8-13",
  "ramp.r2.tasks": "Dekoration, bestillinger og pakning",
  "ramp.r3.from": "2027-01-04",
  "ramp.r3.to": "2027-02-28",
  "ramp.r3.hours": "24,5",
  "ramp.r3.days": "Mandag til torsdag kl. 8-14",
  "ramp.r3.tasks": "Alt på dagholdet uden tunge løft",
  "care.considerations": "Ingen løft over 8 kg.",
  "care.aids": "Hæve-sænke-bord ved dekorationen.",
  "care.breaks": "Ti minutter hver time.",
  "support.aids": "yes",
  "support.round-table": "yes",
  "support-note": "Vi vil gerne have hjælp til at vælge bordet.",
  "follow-up.date": "2026-12-07",
  "follow-up.who": "Camilla Strand",
  "follow-up.fails": "Vi bliver på samme trin to uger mere.",
  "follow-up.contact": "Vi taler sammen hver fredag.",
};

export type State =
  | "requested"
  | "drafting"
  | "sent"
  | "changes_asked"
  | "approved"
  | "submitted"
  | "questioned"
  | "acknowledged"
  | "declined"
  | "closed";

export const COMMENTS = [
  { section: "hours", text: "Jeg vil gerne begynde med tre dage om ugen." },
  { section: "tasks", text: "Jeg kan også klare telefonen." },
];
export const QUESTION = "Hvem holder øje med, om timerne passer?";
export const REASON = "Vi har lige nu ingen opgaver, vi kan dele op.";

interface Draft {
  version: number;
  fields: { field: string; value: string; version: number }[];
}

interface Saved {
  saved: { field: string }[];
  conflicts: { field: string; value: string }[];
  refused: { field: string; code: string }[];
}

interface CourseView {
  course: { state: State; version?: number; last?: number };
}

/** A citizen's plan, and what the three parties do to it elsewhere. */
export class Plan {
  private readonly people = new Map<Persona, Promise<Person>>();

  private constructor(
    private readonly server: Server,
    readonly citizen: Citizen,
    readonly employee: string,
    readonly caseId: string,
  ) {}

  static async of(server: Server, citizen: Citizen): Promise<Plan> {
    const hanne = await Person.signedIn(server.url, "team-leader");
    const cases = await hanne.get<{ id: string; citizen: string }[]>("/api/staff/cases");
    const name = NAMES[citizen];
    const found = cases.find((row) => row.citizen === name);
    if (!name || !found) throw new Error(`no case of ${citizen}`);
    return new Plan(server, citizen, name, found.id);
  }

  /** Somebody who acts elsewhere. */
  as(persona: Persona): Promise<Person> {
    const known = this.people.get(persona) ?? Person.signedIn(this.server.url, persona);
    this.people.set(persona, known);
    return known;
  }

  /** The employer's page about it, or one below it. */
  page(below = ""): string {
    return `/employer/cases/${this.caseId}${below}`;
  }

  /** The caseworker's page about it. */
  get staffPage(): string {
    return `/staff/cases/${this.caseId}/retention-plan`;
  }

  get api(): string {
    return `/api/employer/cases/${this.caseId}/retention-plan`;
  }

  /** Where it is. */
  async state(): Promise<State | undefined> {
    const citizen = await this.as(this.citizen);
    type Known = { course: CourseView | null };
    const { course } = await citizen.get<Known>("/api/citizen/retention-plan");
    return course?.course.state;
  }

  async citizenMoves(move: string, more: object = {}): Promise<void> {
    const citizen = await this.as(this.citizen);
    await citizen.make("/api/citizen/retention-plan/moves", { move, ...more });
  }

  async employerMoves(move: string, more: object = {}, by: Employer = "employer"): Promise<void> {
    const employer = await this.as(by);
    await employer.make(`${this.api}/moves`, { move, ...more });
  }

  async staffMoves(move: string, more: object = {}): Promise<void> {
    const staff = await this.as("team-leader");
    await staff.make(`/api/staff/cases/${this.caseId}/retention-plan/moves`, { move, ...more });
  }

  /** What the server has of a field. */
  async stored(field: string): Promise<string> {
    const employer = await this.as("employer");
    const draft = await employer.get<Draft>(`${this.api}/draft`);
    return draft.fields.find((known) => known.field === field)?.value ?? "";
  }

  /** Sooner or later the server has that text in that field. */
  async expectStored(field: string, text: string): Promise<void> {
    await expect.poll(() => this.stored(field), { message: `${field} is stored` }).toBe(text);
  }

  /** Somebody of the company types, on top of everything stored. */
  async types(fields: Record<string, string>, by: Employer = "employer"): Promise<Saved> {
    const employer = await this.as(by);
    const draft = await employer.get<Draft>(`${this.api}/draft`);
    const known = new Map(draft.fields.map((one) => [one.field, one.version]));
    const changes = Object.entries(fields).map(([field, value]) => ({
      field,
      value,
      base: known.get(field) ?? 0,
    }));
    return employer.patch<Saved>(`${this.api}/draft`, { changes });
  }

  /** Somebody of the company sends what is typed. */
  async sends(by: Employer = "employer"): Promise<void> {
    const employer = await this.as(by);
    const { version } = await employer.get<Draft>(`${this.api}/draft`);
    await this.employerMoves("send", { draft_version: version }, by);
  }

  /** From nothing to that state, on the shortest way. */
  async reaches(state: State, fields: Record<string, string> = FULL): Promise<this> {
    await this.citizenMoves("request");
    if (state === "requested") return this;
    if (state === "declined") {
      await this.employerMoves("decline", { reason: REASON });
      return this;
    }
    await this.employerMoves("begin");
    await this.types(fields);
    if (state === "drafting") return this;
    await this.sends();
    return this.goesOn(state, 1);
  }

  /** From a version that was sent to a later state. */
  async goesOn(state: State, version: number): Promise<this> {
    if (state === "sent") return this;
    if (state === "changes_asked") {
      await this.citizenMoves("ask_changes", { version, comments: COMMENTS });
      return this;
    }
    await this.citizenMoves("approve", { version, remark: "" });
    if (state === "approved") return this;
    await this.citizenMoves("submit", { version });
    if (state === "questioned") await this.staffMoves("ask", { version, text: QUESTION });
    if (state === "acknowledged") await this.staffMoves("acknowledge", { version });
    if (state === "closed") await this.staffMoves("close", { reason: "" });
    return this;
  }
}

/** A citizen's plan in that state. */
export async function planIn(server: Server, citizen: Citizen, state: State): Promise<Plan> {
  return (await Plan.of(server, citizen)).reaches(state);
}

/** A browser of somebody else. */
export async function browserOf(
  browser: Browser,
  server: Server,
  watch: Watch,
  persona: Persona,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await watch.follow(page);
  const answer = await context.request.post(`${server.url}/api/session/demo`, {
    data: { key: persona },
    headers: { Origin: server.url },
  });
  expect(answer.ok(), `signing in as ${persona} in another browser`).toBe(true);
  return page;
}

/** Where the plan is: the state in a few words, since when, and who has the next move. */
export function course(page: Page): Locator {
  return page.locator(".course-line");
}

/** A period of the way up. */
export function period(page: Page, number: number): Locator {
  return page.getByRole("group", { name: `Periode ${number}`, exact: true });
}

/** Fills in a period. */
export async function fillPeriod(
  page: Page,
  number: number,
  from: string,
  to: string,
  hours: string,
): Promise<void> {
  await period(page, number).getByLabel("Fra og med").fill(from);
  await period(page, number).getByLabel("Til og med").fill(to);
  await period(page, number).getByLabel("Timer om ugen").fill(hours);
}

/** On a screen of the wizard. */
export async function onScreen(page: Page, section: Section): Promise<void> {
  await at(page, SCREENS[section]);
}

/** From one screen of the wizard to the next. */
export async function leads(page: Page, to: Section | "check"): Promise<void> {
  await next(page).click();
  await at(page, to === "check" ? CHECK : SCREENS[to]);
}

/** The field with that name in the draft. */
export function fieldOf(page: Page, name: string): Locator {
  return page.locator(`[id="plan-${name.replaceAll(".", "-")}"]`);
}

/** A part of the plan that the citizen can comment on: its line, and the comment. */
export function commentOn(page: Page, part: string): { summary: Locator; field: Locator } {
  const line = page.locator("summary").filter({ hasText: new RegExp(`^${part}`) });
  const details = page.locator("details").filter({ has: line });
  return { summary: line, field: details.getByLabel("Hvad skal være anderledes?") };
}
