// Takes the README's pictures from a running demo: `node scripts/screenshots.mjs ADDRESS FIGURES`.
// FIGURES is a second one, whose database `genvej demo --cases 270 --history` has filled: that of the
// key figures.
import { chromium } from "playwright-core";

const [origin = "http://127.0.0.1:8080", figures = origin] = process.argv.slice(2);
const folder = "docs/screenshots";

async function signedIn(browser, key, viewport, at = origin) {
  const context = await browser.newContext({ viewport, locale: "da-DK", baseURL: at });
  await context.request.post("/api/session/demo", { data: { key }, headers: { Origin: at } });
  return context.newPage();
}

/** A call by whoever the page belongs to. */
async function call(page, method, path, data) {
  const headers = { Origin: origin, "Idempotency-Key": crypto.randomUUID() };
  const answer = await page.request.fetch(path, { method, data, headers });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? undefined : answer.json();
}

async function take(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
}

const browser = await chromium.launch({
  executablePath: process.env.GENVEJ_CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

const phone = await signedIn(browser, "next-due", { width: 375, height: 812 });
await phone.goto("/my");
await phone.getByRole("link", { name: "Book samtale" }).waitFor();
await take(phone, "phone-my");
await phone.getByRole("link", { name: "Book samtale" }).click();
await phone.getByRole("link", { name: /^Første ledige tid, .*Video$/ }).waitFor();
await phone.evaluate(() => window.scrollTo(0, 260));
await take(phone, "phone-book");
await phone.getByRole("link", { name: /^Første ledige tid, .*Video$/ }).click();
await phone.getByRole("button", { name: "Book tiden" }).click();
await phone.getByRole("heading", { name: "Din samtale er booket" }).waitFor();
await phone.evaluate(() => window.scrollTo(0, 260));
await take(phone, "phone-receipt");

const writer = await signedIn(browser, "booked", { width: 375, height: 812 });
for (const [path, name, sight] of [
  ["/plan", "phone-plan", "Planens dele"],
  ["/plan/a/can", "phone-question", "Hvad kan du allerede nu?"],
  ["/plan/versions/2", "phone-way-up", "Gradvist tilbage i arbejde"],
]) {
  await writer.goto(path);
  const heading = writer.getByRole("heading", { name: sight });
  await heading.first().waitFor();
  await heading.first().evaluate((one) => one.scrollIntoView({ block: "center" }));
  await take(writer, name);
}

const reader = await signedIn(browser, "exempt", { width: 375, height: 812 });
await reader.goto("/retention-plan");
await reader.getByRole("img").first().waitFor();
await reader.getByRole("img").first().evaluate((one) => one.scrollIntoView({ block: "center" }));
await take(reader, "phone-retention");

const employer = await signedIn(browser, "employer", { width: 1280, height: 800 });
await employer.goto("/employer");
await employer.getByRole("link", { name: /Line Krog/ }).first().click();
await employer.waitForURL(/cases/);
await employer.getByRole("img").first().waitFor();
await employer.getByRole("img").first().evaluate((one) => one.scrollIntoView({ block: "center" }));
await take(employer, "desktop-employer");

const desktop = await signedIn(browser, "caseworker-1", { width: 1280, height: 800 });
await desktop.goto("/staff");
await desktop.getByRole("heading", { name: "Min uge" }).waitFor();
await desktop.getByText("Pia Mose").first().waitFor();
await take(desktop, "desktop-week");

await desktop.goto("/staff/cases");
await desktop.getByRole("link", { name: "Jonas Bak" }).waitFor();
await take(desktop, "desktop-cases");
await desktop.getByRole("link", { name: "Jonas Bak" }).click();
await desktop.getByRole("button", { name: "Se som borger" }).click();
await desktop.frameLocator("iframe").getByRole("heading", { name: "Min side" }).waitFor();
await desktop.evaluate(() => window.scrollTo(0, 240));
await take(desktop, "desktop-preview");

// Last: somebody gives up the time that the first picture booked, and somebody else has waited for it.
const waiting = await signedIn(browser, "standby", { width: 375, height: 812 });
const list = await call(waiting, "GET", "/api/citizen/waiting-list");
await call(waiting, "PUT", "/api/citizen/waiting-list", { ...list.suggested, before: list.latest });
const { next_booking } = await call(phone, "GET", "/api/citizen/overview");
await call(phone, "POST", `/api/citizen/bookings/${next_booking.id}/cancellation`, {});
await waiting.goto("/waiting-list");
await waiting.getByRole("button", { name: "Tag tiden" }).waitFor();
await take(waiting, "phone-waiting");

const groups = await signedIn(browser, "exempt", { width: 375, height: 812 });
await groups.goto("/groups");
const seat = groups.getByRole("button", { name: "Jeg vil gerne med" }).first();
await seat.waitFor();
await seat.evaluate((one) => one.scrollIntoView({ block: "center" }));
await take(groups, "phone-groups");

const leader = await signedIn(browser, "team-leader", { width: 1280, height: 800 }, figures);
await leader.goto("/staff/kpi");
await leader.getByRole("img").first().waitFor();
await leader.evaluate(() => window.scrollTo(0, 520));
await take(leader, "desktop-figures");
await browser.close();
