// A citizen's pages in a caseworker's frame.
import { expect, type Frame, type FrameLocator, type Locator, type Page } from "@playwright/test";

import { Person } from "./api.ts";
import { open, test as base, type Citizen } from "./fixtures.ts";
import type { Server } from "./server.ts";

/** Jonas Bak's case is Hanne Ravn's (`caseworker-1`); he may choose the form. */
export const JONAS: { persona: Citizen; name: string } = { persona: "next-due", name: "Jonas Bak" };
export const READ_ONLY = "Du kan ikke ændre noget i en visning.";
export const CONTROLS = "Vis på en anden måde";
export const HIDDEN = "Hvorfor ser borgeren ikke flere tider?";

export async function caseOf(server: Server, citizen: string): Promise<string> {
  const leader = await Person.signedIn(server.url, "team-leader");
  const cases = await leader.get<{ id: string; citizen: string }[]>("/api/staff/cases");
  const found = cases.find((row) => row.citizen === citizen);
  if (!found) throw new Error(`the team has no case of ${citizen}`);
  return found.id;
}

/** Opens a case of one's own, and its citizen's pages. */
export async function seeAsCitizen(page: Page, server: Server, citizen = JONAS.name): Promise<void> {
  await open(page, `/staff/cases/${await caseOf(server, citizen)}`, citizen);
  await page.getByRole("button", { name: "Se som borger" }).click();
  await shows(page, `Som borgeren ser det: ${citizen}`);
}

/** Tests that begin at a citizen's pages. */
export const test = base.extend<{
  /** Signs in as Hanne and opens the pages of a citizen of hers; of Jonas unless another is named. */
  see: (citizen?: string) => Promise<void>;
}>({
  see: async ({ page, signIn, server }, use) => {
    await use(async (citizen = JONAS.name) => {
      await signIn("caseworker-1");
      await seeAsCitizen(page, server, citizen);
    });
  },
});

/** The page around the frame is there, and so is the citizen's page in it. */
export async function shows(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await expect(inside(page).getByRole("heading", { level: 1 })).toBeVisible();
}

/** What is in the frame. */
export function inside(page: Page): FrameLocator {
  return page.frameLocator("iframe.preview-frame");
}

/** The frame itself, to go to another of the citizen's pages in it. */
export async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator("iframe.preview-frame").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("there is no frame");
  return frame;
}

/** Goes to one of the citizen's pages in the frame. */
export async function goInside(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await (await frameOf(page)).goto(path);
  await expect(inside(page).getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

export function banner(page: Page): Locator {
  return page.getByRole("region", { name: "Visning" });
}

/** What explains that something was not done. */
export function explanation(page: Page): Locator {
  return page.locator(".preview-tried");
}

/** Opens one of the parts around the frame. */
export async function unfold(page: Page, summary: string): Promise<void> {
  await page.locator("summary", { hasText: summary }).click();
}
