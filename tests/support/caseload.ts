// The list of cases as it is found on the page.
import { expect, type Locator, type Page } from "@playwright/test";

import type { Persona } from "./fixtures.ts";
import type { Server } from "./server.ts";

export const CASES = "/staff/cases";

export function rows(page: Page): Locator {
  return page.locator(".case-list tbody tr");
}

export function row(page: Page, citizen: string): Locator {
  return rows(page).filter({ has: page.getByRole("link", { name: citizen, exact: true }) });
}

export function chip(page: Page, label: string): Locator {
  return page.getByRole("button", { name: new RegExp(`^${label} \\([\\d.]+\\)$`) });
}

export function search(page: Page): Locator {
  return page.getByLabel("Søg på navn, sagsnummer eller sagsbehandler");
}

/** Signs in on a server of the test's own. */
export async function signInAt(page: Page, server: Server, persona: Persona): Promise<void> {
  const answer = await page.request.post(`${server.url}/api/session/demo`, {
    data: { key: persona },
    headers: { Origin: server.url },
  });
  expect(answer.ok(), `signing in as ${persona} at ${server.url}`).toBe(true);
}
