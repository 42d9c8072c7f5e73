// Which path is walked on which screen: a citizen's on the phone, an employer's and a
// caseworker's on the desktop, and the main ones on both.
import { basename } from "node:path";

/** Walked on both, because they are what everything else stands on. */
const BOTH = ["booking", "first-visit", "job-plan", "keyboard", "move-cancel", "preview", "retention-plan"];

const DESKTOP = [
  "case-page",
  "caseload",
  "caseload-long",
  "caseworker",
  "groups-staff",
  "import",
  "kpi",
  "preview-letters",
  "preview-reason",
  "preview-tried",
  "preview-ways",
  "retention-draft",
  "retention-employer",
  "retention-staff",
  "retention-writing",
  "round-table",
  "staff-plan",
];

const files = (names: string[]): RegExp => new RegExp(`/(${names.join("|")})\\.spec\\.ts$`);

/** The specs of each project; what is not named is a citizen's. */
export const PHONE_IGNORES = files(DESKTOP);
export const DESKTOP_MATCHES = files([...DESKTOP, ...BOTH]);

/** Is this spec walked on both screens? */
export function runsOnBoth(file: string): boolean {
  return BOTH.includes(basename(file, ".spec.ts"));
}
