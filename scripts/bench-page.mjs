// Measures a cold first visit to the booking page, as a phone on a poor network sees it, and
// beside it the floor: a static page of the same text and styles.
//
// Both are served by the same relay in front of the real server. The relay passes everything
// on unchanged, except that `/book?floor` is answered with the booking page as Chromium
// rendered it, its scripts taken out, compressed once with brotli as the real page is, and
// under the same headers. The style sheets and fonts come from the server in both cases, the
// network and the processor are slowed down in the browser in the same way, so the only
// difference is the app: its bytes, its start, and its questions to the API.
import { createServer, Agent, request as forward } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";

const RUNS = 5;
const NETWORK = { latency: 150, throughput: (1.6 * 1000 * 1000) / 8 };
const SLOWER_PROCESSOR = 4;
const PAINT_LIMIT = 1.15;
const TIMES_LIMIT = 2;
const PERSONA = "next-due";

const server = process.env.GENVEJ_ADDRESS;
const [host, port] = server.split(":");
const agent = new Agent({ keepAlive: true });
let floor;

function serveFloor(answer) {
  const { "content-length": _length, "content-encoding": _coding, ...headers } = floor.headers;
  answer.writeHead(200, { ...headers, "content-encoding": "br", "content-length": floor.body.length });
  answer.end(floor.body);
}

const relay = createServer((question, answer) => {
  if (floor && question.url === "/book?floor") return serveFloor(answer);
  const { method, url: path, headers } = question;
  const onward = forward({ host, port, agent, method, path, headers }, (reply) => {
    answer.writeHead(reply.statusCode, reply.headers);
    reply.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  question.pipe(onward);
});

function watchThePage() {
  const seen = { times: null, blocking: 0 };
  Object.defineProperty(window, "__seen", { value: seen });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.blocking += Math.max(0, task.duration - 50);
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    const text = document.querySelector("main")?.textContent ?? "";
    if (!/kl\. \d{1,2}\.\d\d/.test(text)) return requestAnimationFrame(look);
    // The frame that holds the times has been painted when the next one begins.
    requestAnimationFrame(() => (seen.times = performance.now()));
  };
  requestAnimationFrame(look);
}

async function visit(browser, origin, path) {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    isMobile: true,
    hasTouch: true,
    locale: "da-DK",
  });
  const signedIn = await context.request.post(`${origin}/api/session/demo`, {
    data: { key: PERSONA },
    headers: { Origin: origin },
  });
  if (!signedIn.ok()) throw new Error(`signing in: ${signedIn.status()}`);
  const page = await context.newPage();
  const browserSide = await context.newCDPSession(page);
  const traffic = { bytes: 0, requests: 0 };
  browserSide.on("Network.loadingFinished", ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    traffic.requests += 1;
  });
  await browserSide.send("Network.enable");
  await browserSide.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: NETWORK.latency,
    downloadThroughput: NETWORK.throughput,
    uploadThroughput: NETWORK.throughput,
  });
  await browserSide.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
  await page.addInitScript(watchThePage);
  await page.goto(origin + path, { waitUntil: "commit" });
  await page.waitForFunction(() => window.__seen.times !== null, undefined, { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  const measured = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    times: window.__seen.times,
    blocking: window.__seen.blocking,
  }));
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  await context.close();
  return { ...measured, times: Math.max(measured.times, measured.paint), ...traffic, html };
}

/** The page as rendered, without what starts the app. */
function withoutScripts(html) {
  return `<!doctype html>${html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link\b[^>]*rel="?(?:modulepreload|preload)"?[^>]*>/g, (link) =>
      /as="?(?:font|style)"?/.test(link) ? link : "",
    )}`;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function medians(visits) {
  const of = (key) => median(visits.map((visit) => visit[key]));
  const keys = ["bytes", "requests", "paint", "times", "blocking"];
  return Object.fromEntries(keys.map((key) => [key, of(key)]));
}

function line(name, result) {
  const cells = [
    `${(result.bytes / 1000).toFixed(1)} kB`,
    String(result.requests),
    `${(result.paint / 1000).toFixed(2)} s`,
    `${(result.times / 1000).toFixed(2)} s`,
    `${Math.round(result.blocking)} ms`,
  ];
  return name.padEnd(14) + cells.map((cell) => cell.padStart(14)).join("");
}

await new Promise((resolve) => relay.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${relay.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.GENVEJ_CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

// One visit that is not counted: it warms the browser and the server, and gives the floor.
const rendered = await visit(browser, origin, "/book");
const real = await fetch(`${origin}/book`);
floor = {
  body: brotliCompressSync(withoutScripts(rendered.html)),
  headers: Object.fromEntries(real.headers),
};

const visits = { floor: [], page: [] };
for (let run = 0; run < RUNS; run += 1) {
  visits.floor.push(await visit(browser, origin, "/book?floor"));
  visits.page.push(await visit(browser, origin, "/book"));
}
await browser.close();
relay.close();

const result = { floor: medians(visits.floor), page: medians(visits.page) };
const paint = result.page.paint / result.floor.paint;
const times = result.page.times / result.floor.times;
const heads = ["bytes", "requests", "first paint", "times shown", "blocking"];
console.log(" ".repeat(14) + heads.map((head) => head.padStart(14)).join(""));
console.log(line("static floor", result.floor));
console.log(line("booking page", result.page));
console.log(`first paint: ${paint.toFixed(2)} x the floor (at most ${PAINT_LIMIT})`);
console.log(`times shown: ${times.toFixed(2)} x the floor (at most ${TIMES_LIMIT})`);
process.exitCode = paint <= PAINT_LIMIT && times <= TIMES_LIMIT ? 0 : 1;
process.exit();
