// The browser tests: Chromium against the real release binary, as a phone and as a desktop.
import { defineConfig } from "@playwright/test";

import { DESKTOP_MATCHES, PHONE_IGNORES } from "./support/screens.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../artifacts/test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A machine that stalls for seconds must not read as a broken product. What passes only the
  // second time is counted apart, by name, in the summary of `cargo xtask test`.
  retries: 1,
  // A path with several screens, each inspected at two sizes, on a slow machine.
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: [["list"], ["html", { outputFolder: "../artifacts/report", open: "never" }]],
  use: {
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.GENVEJ_CHROMIUM ?? "/usr/bin/chromium",
      // Chromium refuses its sandbox to root, which is who runs the tests in a container.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "phone", testIgnore: PHONE_IGNORES, use: { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true } },
    { name: "desktop", testMatch: DESKTOP_MATCHES, use: { viewport: { width: 1280, height: 800 } } },
  ],
});
