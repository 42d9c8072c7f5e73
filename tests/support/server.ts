// The real server with the demo municipality, one for each test: what one test books, no other
// test sees.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The moment at which every test begins: a Monday morning, four weeks before Christmas. */
export const NOW = "2026-11-23T08:00:00+01:00";

const BINARY = process.env.GENVEJ_BIN ?? "target/release/genvej";

export class Server {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** With so many further cases in the first team, when a number is given, and what fourteen months
   * leave behind in them. */
  static async start(now = NOW, cases = 0, history = false): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), "genvej-test-"));
    if (cases > 0) {
      const database = `sqlite://${join(folder, "demo.sqlite")}`;
      const crowd = ["demo", "--cases", String(cases), "--now", now, "--database", database];
      if (history) crowd.push("--history");
      execFileSync(BINARY, crowd, { stdio: "ignore" });
    }
    return Server.serve(folder, now);
  }

  /** Stops, and starts anew with the same database at a later moment. */
  async later(now: string): Promise<Server> {
    await this.kill();
    return Server.serve(this.folder, now);
  }

  private static async serve(folder: string, now: string): Promise<Server> {
    const database = `sqlite://${join(folder, "demo.sqlite")}`;
    const child = spawn(
      BINARY,
      ["serve", "--demo", "--now", now, "--listen", "127.0.0.1:0", "--database", database],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let log = "";
    child.stderr?.on("data", (chunk) => (log += chunk));
    const line = await firstLine(child);
    const address = /127\.0\.0\.1:\d+/.exec(line ?? "")?.[0];
    if (!address) {
      throw new Error(`the server gave no address: ${line ?? ""}\n${log}`);
    }
    return new Server(`http://${address}`, child, folder);
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((resolve) => this.child.once("exit", resolve));
      this.child.kill("SIGKILL");
      await ended;
    }
  }
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve(undefined));
    child.once("error", () => resolve(undefined));
  });
}
