// No word is ever lost (I9): what is typed is on the server within a second of a pause, and
// until then locked up in the browser, whatever happens to page, network and session.
import { Person } from "./support/api.ts";
import { at, expect, open, settled, test } from "./support/fixtures.ts";
import {
  answer,
  anotherTab,
  CPR_NUMBER,
  expectStored,
  GOAL,
  keptCopies,
  PLAN,
  QUESTIONS,
  readableCopies,
  saved,
  stored,
} from "./support/plan.ts";

const WORDS = "Bager på daghold, 15 timer om ugen";
const UNSAVED = "Ikke gemt endnu – vi prøver igen";

test("i9: saved within a second of a pause, and it says when", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  // On the page's own clock: from the last key to the moment the request leaves.
  await answer(page).evaluate((field) =>
    field.addEventListener("input", (event) => {
      (window as { typedAt?: number }).typedAt = event.timeStamp;
    }),
  );
  await answer(page).pressSequentially("Bager");
  await saved(page);
  await inspect("draft-saved");
  const waited = await page.evaluate(() => {
    const calls = performance.getEntriesByType("resource");
    const sent = calls.filter((call) => call.name.endsWith("/drafts/job-plan")).at(-1);
    return (sent?.startTime ?? Infinity) - ((window as { typedAt?: number }).typedAt ?? 0);
  });
  expect(waited, "milliseconds from the last key to the save").toBeLessThan(1000);
  expect(await stored(await Person.signedIn(server.url, "first-due"), "goal")).toBe("Bager");
});

test("i9: reload, also within the pause", async ({ page, signIn }) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill(WORDS);
  await saved(page);
  await page.reload();
  await at(page, GOAL);
  await expect(answer(page)).toHaveValue(WORDS);
  await answer(page).fill(`${WORDS} og om natten`);
  await page.reload();
  await at(page, GOAL);
  await expect(answer(page)).toHaveValue(`${WORDS} og om natten`);
});

test("i9: the tab is closed within the pause", async ({ page, signIn, server, watch }) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill(WORDS);
  await page.close({ runBeforeUnload: true });
  const tab = await anotherTab(page, watch);
  await open(tab, "/plan/goal", GOAL);
  await expect(answer(tab)).toHaveValue(WORDS);
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", WORDS);
});

test("i9: from one screen to the next and back, faster than the pause", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("first-due");
  await open(page, "/plan/a/job", QUESTIONS[0]);
  for (const [index, words] of ["et", "to", "tre"].entries()) {
    await at(page, QUESTIONS[index]);
    await answer(page).fill(words);
    await page.getByRole("button", { name: "Næste" }).click();
  }
  await at(page, QUESTIONS[3]);
  await page.goBack();
  await expect(answer(page)).toHaveValue("tre");
  const maja = await Person.signedIn(server.url, "first-due");
  for (const [field, words] of [["a.job", "et"], ["a.why", "to"], ["a.can", "tre"]]) {
    await expectStored(maja, field, words);
  }
});

test("i9: the network is off while typing, and on again", async ({
  page,
  context,
  signIn,
  server,
  watch,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill("Bager");
  await saved(page);
  watch.expectNoConnection();
  await context.setOffline(true);
  await answer(page).fill(WORDS);
  await expect(page.getByText(UNSAVED)).toBeVisible();
  await inspect("draft-offline");
  await page.getByRole("link", { name: "Gem og fortsæt senere" }).click();
  await at(page, PLAN);
  await expect(page.getByText(UNSAVED), "it says so on the next page too").toBeVisible();
  await page.goBack();
  await at(page, GOAL);
  await expect(answer(page)).toHaveValue(WORDS);
  await context.setOffline(false);
  await saved(page);
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", WORDS);
  await expect.poll(() => keptCopies(page), { message: "nothing stays here" }).toEqual([]);
});

test("i9: a server that stumbles is tried again by itself", async ({
  page,
  signIn,
  server,
  watch,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  watch.expectRefusal(500);
  const problem = { type: "about:blank", title: "Error", status: 500, code: "internal" };
  await page.route("**/drafts/job-plan", (route) =>
    route.fulfill({ status: 500, contentType: "application/problem+json", json: problem }),
  );
  await answer(page).fill(WORDS);
  await expect(page.getByText(UNSAVED)).toBeVisible();
  await page.unroute("**/drafts/job-plan");
  await expect(page.getByText(/^Gemt kl\./)).toBeVisible({ timeout: 15_000 });
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", WORDS);
});

test("i9: the network is off, the tab is closed, and both are back", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await settled(page);
  await expect(answer(page)).toBeVisible();
  watch.expectNoConnection();
  await context.setOffline(true);
  await answer(page).fill(WORDS);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.close();
  await context.setOffline(false);
  const tab = await anotherTab(page, watch);
  await open(tab, "/plan/goal", GOAL);
  await expect(answer(tab)).toHaveValue(WORDS);
  await saved(tab);
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", WORDS);
  await expect.poll(() => keptCopies(tab), { message: "the copy goes with the save" }).toEqual([]);
});

test("i9: who is signed in is known last: what is typed is there all the same", async ({
  page,
  signIn,
}) => {
  await signIn("next-due");
  const late = { session: 400, "citizen/draft-key": 900 };
  for (const [call, wait] of Object.entries(late)) {
    await page.route(`**/api/${call}`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      await route.continue();
    });
  }
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toHaveValue("Bager på daghold, først 15 timer om ugen");
});

test("nothing that is kept in the browser can be read there", async ({
  page,
  context,
  signIn,
  watch,
}) => {
  await signIn("first-due");
  const key = await page.request.get("/api/citizen/draft-key");
  const secret = ((await key.json()) as { key: string }).key;
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toBeVisible();
  watch.expectNoConnection();
  await context.setOffline(true);
  await answer(page).fill(`${WORDS} 010203-1234`);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);

  const everything = await page.evaluate(async () => ({
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  expect(everything).toMatchObject({ cookies: "", databases: 0, caches: 0 });
  const cookies = (await context.cookies()).map((cookie) => cookie.value);
  const readable = await readableCopies(page);
  for (const word of ["Bager", "daghold", "goal", "Maja", secret, ...cookies]) {
    expect(readable, `${word} is nowhere`).not.toContain(word);
  }
  expect(readable, "no CPR number").not.toMatch(CPR_NUMBER);
  await context.setOffline(false);
  await saved(page);
});

test("nothing stays in the browser for more than a day", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toBeVisible();
  watch.expectNoConnection();
  await context.setOffline(true);
  await answer(page).fill(WORDS);
  await expect.poll(() => keptCopies(page)).toHaveLength(1);
  await page.close();
  await context.setOffline(false);
  const tab = await anotherTab(page, watch);
  // A page of the same place without the app.
  const elsewhere = `${server.url}/elsewhere`;
  const empty = '<title>Elsewhere</title><link rel="icon" href="data:,">';
  await context.route(elsewhere, (route) =>
    route.fulfill({ contentType: "text/html", body: empty }),
  );
  await tab.goto(elsewhere);
  const aged = (hours: number) =>
    tab.evaluate((hours) => {
      const name = Object.keys(localStorage).find((name) => name.startsWith("genvej-kept.")) ?? "";
      const copy = (localStorage.getItem(name) ?? "").split(":")[1];
      localStorage.setItem(name, `${Date.now() - hours * 60 * 60 * 1000}:${copy}`);
    }, hours);
  await aged(23);
  await tab.goto("/my");
  await at(tab, "Min side");
  expect(await keptCopies(tab), "within a day it is still there").toHaveLength(1);
  await tab.goto(elsewhere);
  await aged(25);
  await tab.goto("/my");
  await at(tab, "Min side");
  expect(await keptCopies(tab)).toEqual([]);
  await open(tab, "/plan/goal", GOAL);
  await expect(answer(tab)).toHaveValue("");
});

test("i9: the session is gone while I type, and I sign in again", async ({
  page,
  context,
  signIn,
  server,
  watch,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toBeVisible();
  watch.expectRefusal(401);
  await context.clearCookies();
  await answer(page).fill(WORDS);
  const dialog = page.getByRole("dialog", { name: "Du er blevet logget ud" });
  await expect(dialog).toBeVisible();
  await inspect("draft-session-ended");
  await dialog.getByRole("button", { name: "Log på igen som Maja Holm" }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(answer(page)).toHaveValue(WORDS);
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", WORDS);
});

test("i9: another person on the same phone sees nothing of it, and the first gets it back", async ({
  page,
  context,
  signIn,
  server,
  watch,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toBeVisible();
  watch.expectRefusal(401);
  await context.clearCookies();
  await answer(page).fill(WORDS);
  const dialog = page.getByRole("dialog", { name: "Du er blevet logget ud" });
  await dialog.getByRole("button", { name: "Gå til forsiden i stedet" }).click();
  await at(page, "Når du er sygemeldt");
  await page.getByRole("button", { name: /Line Krog/ }).click();
  await expect(page.getByRole("banner")).toContainText("Line Krog");
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toHaveValue("");
  await expect(page.getByText(WORDS)).toHaveCount(0);
  await answer(page).fill("Frisør");
  await saved(page);
  const copies = () => keptCopies(page);
  await expect.poll(copies, { message: "the first person's, which only they open" }).toHaveLength(1);

  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toHaveValue(WORDS);
  await saved(page);
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", WORDS);
  expect(await stored(await Person.signedIn(server.url, "exempt"), "goal")).toBe("Frisør");
});

test("i9: another person signs in before the save has left: it is stored with the first", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("first-due");
  await open(page, "/plan/goal", GOAL);
  await answer(page).fill(WORDS);
  await page.getByRole("link", { name: "Vælg en anden person" }).click();
  await at(page, "Når du er sygemeldt");
  await page.getByRole("button", { name: /Line Krog/ }).click();
  await expect(page.getByRole("banner")).toContainText("Line Krog");
  await open(page, "/plan/goal", GOAL);
  await expect(answer(page)).toHaveValue("");
  expect(await stored(await Person.signedIn(server.url, "exempt"), "goal")).toBe("");
  await expectStored(await Person.signedIn(server.url, "first-due"), "goal", WORDS);
});
