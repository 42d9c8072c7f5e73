// What every browser test starts from: a server of its own, a page that is watched, and a way
// to be one of the demo's people.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

import { runsOnBoth } from "./screens.ts";
import { Server } from "./server.ts";
import { Watch } from "./watch.ts";

export { expect } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export type Citizen =
  | "first-due"
  | "next-due"
  | "booked"
  | "overdue"
  | "exempt"
  | "standby"
  | "withdrawn"
  | "video-locked"
  | "no-times"
  | "no-employer"
  | "closed";
export type Employer = "employer" | "employer-2" | "employer-other";
export type Persona = Citizen | Employer | "caseworker-1" | "caseworker-2" | "team-leader";

interface Fixtures {
  server: Server;
  watch: Watch;
  /** Signs in as one of the demo's people, without the front page. */
  signIn: (persona: Persona) => Promise<void>;
  /** axe, sideways scrolling, and a screenshot of the page as it stands, or of another's page;
   * on the phone and on the desktop, whichever of them the path runs on. */
  inspect: (name: string, other?: Page) => Promise<void>;
}

const SIZES = {
  phone: { width: 375, height: 667 },
  desktop: { width: 1280, height: 800 },
};

export const test = base.extend<Fixtures>({
  server: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  },

  baseURL: async ({ server }, use) => use(server.url),

  watch: [
    async ({ page }, use) => {
      const watch = new Watch();
      await watch.follow(page);
      await use(watch);
      expect(watch.unexpected(), "nothing went wrong unseen").toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ page, server }, use) => {
    await use(async (persona) => {
      const answer = await page.request.post(`${server.url}/api/session/demo`, {
        data: { key: persona },
        headers: { Origin: server.url },
      });
      expect(answer.ok(), `signing in as ${persona}: ${answer.status()}`).toBe(true);
    });
  },

  inspect: async ({ page }, use, info) => {
    const own = info.project.name as keyof typeof SIZES;
    const sizes = own === "phone" ? (["phone", "desktop"] as const) : (["desktop", "phone"] as const);
    await use(async (name, other = page) => {
      const before = other.viewportSize();
      // A path that runs on both is seen at each size by itself.
      for (const size of runsOnBoth(info.file) ? [own] : sizes) {
        if (size !== own) await other.setViewportSize(SIZES[size]);
        await inspected(other, `${size}/${name}`);
      }
      if (before) await other.setViewportSize(before);
    });
  },
});

async function inspected(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({
    path: `artifacts/screenshots/${name}.png`,
    fullPage: true,
    animations: "disabled",
  });
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze();
  const found = violations.map((violation) => ({
    rule: violation.id,
    where: violation.nodes.map((node) => node.target.join(" ")),
  }));
  expect(found, `axe on ${name}`).toEqual([]);
  await expectNoSidewaysScrolling(page);
}

/** The page is there when it has its heading and nothing is being fetched any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** Opens a page of the app and waits for its heading. */
export async function open(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await at(page, heading);
}

/** The page with this heading is shown, and the window's title says so too. */
export async function at(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  const title = typeof heading === "string" ? `${heading} – Genvej` : heading;
  await expect(page).toHaveTitle(title);
}

/** Nothing sticks out to the side. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, "no sideways scrolling").toBeLessThanOrEqual(0);
}

/** The name of the link to the first free time, of one form or of any. */
export function firstFree(form = ".*"): RegExp {
  return new RegExp(`^Første ledige tid, .* kl\\. .*, ${form}$`);
}

/** The name of a link to a free time in a form. */
export function timeIn(form: string): RegExp {
  return new RegExp(` kl\\. .*, hos .*, ${form}$`);
}

/** What leads on to the next step. */
export function next(page: Page): Locator {
  return page.getByRole("button", { name: "Næste" });
}
