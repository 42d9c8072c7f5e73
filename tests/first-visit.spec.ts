// What a browser gets before the app has started, and the rules the server sends with it.
import { expect, firstFree, open, test } from "./support/fixtures.ts";

test("the header and a skeleton are there before the app is", async ({ page, signIn, inspect }) => {
  await signIn("next-due");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/book", { waitUntil: "commit" });
  await expect(page.getByRole("banner")).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("Genvej");
  await expect(page.getByRole("main")).toBeVisible();
  const folder = `artifacts/screenshots/${test.info().project.name}`;
  await page.screenshot({ path: `${folder}/skeleton.png` });
  // The times are there, too, and lead on, while the app is still on its way.
  const early = page.getByRole("link", { name: firstFree("Telefon") });
  await expect(early).toBeVisible();
  const [href, before] = [await early.getAttribute("href"), await early.boundingBox()];
  await page.screenshot({ path: `${folder}/book-before-the-app.png`, fullPage: true });
  release();
  await expect(page.getByRole("button", { name: "Log af" })).toBeVisible();
  expect(await early.getAttribute("href")).toBe(href);
  expect(await early.boundingBox(), "nothing moves under a finger").toEqual(before);
  await expect(page.getByRole("link", { name: firstFree("Telefon") })).toBeVisible();
  await inspect("book-after-skeleton");
});

test("every page forbids inline scripts and styles, and framing", async ({ request, server }) => {
  for (const path of ["/", "/my", "/book", "/staff/calendar"]) {
    const answer = await request.get(server.url + path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(policy, path).toContain("'wasm-unsafe-eval'");
    expect(policy, path).not.toContain("unsafe-inline");
    expect(policy, path).not.toContain("'unsafe-eval'");
    expect(policy, path).toContain("frame-ancestors 'self'");
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
  }
});

test("hashed files are kept for ever, the page itself is not", async ({ request, server }) => {
  const page = await request.get(`${server.url}/book`);
  expect(page.headers()["cache-control"]).toMatch(/no-cache|no-store/);
  const wasm = /[\w./-]+\.wasm/.exec(await page.text())?.[0] ?? "";
  const answer = await request.get(new URL(wasm, server.url).href, {
    headers: { "Accept-Encoding": "br" },
  });
  expect(answer.headers()["cache-control"]).toContain("immutable");
  expect(answer.headers()["content-encoding"]).toBe("br");
  expect(answer.headers()["content-type"]).toBe("application/wasm");
});

test("an unknown path of the API is a problem, not a page", async ({ request, server }) => {
  const answer = await request.get(`${server.url}/api/unknown`);
  expect(answer.status()).toBe(404);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
});

test("no session secret and no civil registration number in the browser's storage", async ({
  page,
  signIn,
}) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).not.toMatch(/\d{6}-?\d{4}/);
  const cookies = await page.context().cookies();
  for (const cookie of cookies) {
    expect(cookie.httpOnly, cookie.name).toBe(true);
    expect(stored).not.toContain(cookie.value);
  }
  expect(await page.evaluate(() => document.cookie)).toBe("");
});
