// Nothing may go wrong unseen: console errors, uncaught exceptions and violations of the
// Content-Security-Policy fail the test in which they happen.
import type { Page } from "@playwright/test";

export class Watch {
  private readonly faults: string[] = [];
  private readonly expected: RegExp[] = [];

  async follow(page: Page): Promise<void> {
    page.on("console", (message) => {
      if (message.type() === "error") this.note(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.note(`exception: ${error.message}`));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }

  /** Chromium writes every refused or failed request to the console; a test that provokes one says so. */
  expectRefusal(status: number): void {
    this.expected.push(new RegExp(`status of ${status} `));
  }

  /** The same for requests that never reach the server. */
  expectNoConnection(): void {
    this.expected.push(/net::ERR_/);
  }

  unexpected(): string[] {
    return this.faults.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }

  private note(fault: string): void {
    this.faults.push(fault);
  }
}
