// How a conversation was: asked on Min side, answered in a minute, kept while it is typed, and
// answered by link without signing in. The team leader reads the remarks of counted answers.
import { Person } from "./support/api.ts";
import { at, expect, open, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";

const TITLE = "Hvordan var din samtale?";
const SATISFIED = "Hvor tilfreds er du med samtalen?";
const CLOSER = "Samtalen har bragt mig tættere på at komme i arbejde";
const REMARK = "Er der noget, du vil tilføje? (valgfrit)";

interface Data {
  cases: { satisfaction: { link: string | null; answer: { satisfied: number } | null }[] }[];
}

test("asked on Min side, answered, thanked, and not asked again", async ({
  page,
  signIn,
  inspect,
  server,
}) => {
  await signIn("no-employer");
  await open(page, "/my", "Min side");
  await inspect("satisfaction-my");
  await page.getByRole("link", { name: "Svar på spørgsmålene" }).click();
  await at(page, TITLE);
  await inspect("satisfaction");
  await page.getByRole("button", { name: "Send svaret" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Der er problemer" });
  await expect(summary).toBeFocused();
  await inspect("satisfaction-errors");
  await summary.getByRole("link", { name: "Vælg, hvor tilfreds du er med samtalen" }).click();
  const satisfied = page.getByRole("group", { name: SATISFIED });
  await expect(satisfied.getByLabel("Meget tilfreds")).toBeFocused();
  await satisfied.getByLabel("Tilfreds", { exact: true }).check();
  await expect(page.getByText("Vælg, hvor tilfreds du er med samtalen"), "mended").toHaveCount(0);
  await page.getByLabel(REMARK).fill("Mit nummer er 070761-4285");
  await expect(page.getByText("Fjern CPR-nummeret."), "marked while it is typed").toBeVisible();
  await page.getByRole("button", { name: "Send svaret" }).click();
  await expect(summary).toContainText("Fjern CPR-nummeret");
  await page.getByLabel(REMARK).fill("Jeg kunne selv vælge telefon.");
  await page.getByRole("group", { name: CLOSER }).getByLabel("Helt enig").check();
  await expect(summary, "all of it is mended").toBeHidden();
  await expect(page.getByText(/^Gemt kl\. \d+\.\d\d$/)).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByText(/^Saved at \d+:\d\d$/)).toBeVisible();
  await page.getByRole("button", { name: "Dansk" }).click();
  await page.reload();
  await expect(page.getByLabel(REMARK), "nothing typed is lost").toHaveValue(
    "Jeg kunne selv vælge telefon.",
  );
  await expect(satisfied.getByLabel("Tilfreds", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Send svaret" }).click();
  await expect(page.getByText("Tak for dit svar")).toBeVisible();
  await inspect("satisfaction-thanks");
  const lars = await Person.signedIn(server.url, "no-employer");
  const { cases } = await lars.get<Data>("/api/citizen/data");
  expect(cases[0].satisfaction[0].answer?.satisfied).toBe(4);
  await page.getByRole("link", { name: "Gå til Min side" }).click();
  await at(page, "Min side");
  await expect(page.getByRole("link", { name: "Svar på spørgsmålene" })).toHaveCount(0);
  await open(page, "/satisfaction", TITLE);
  await expect(page.getByText("Der er ikke noget at svare på lige nu")).toBeVisible();
  await inspect("satisfaction-nothing");
});

test("no thank you is an answer as well, by keyboard and in English", async ({ page, signIn }) => {
  await signIn("no-employer");
  await open(page, "/satisfaction", TITLE);
  await page.getByRole("button", { name: "English" }).click();
  await at(page, "How was your conversation?");
  const no = page.getByRole("button", { name: "No thank you, do not ask about this conversation" });
  await tabTo(page, no);
  await page.keyboard.press("Enter");
  await expect(page.getByText("That is quite all right")).toBeVisible();
});

test("by link without signing in, once, and what is typed survives a reload", async ({
  page,
  server,
  inspect,
}) => {
  const lars = await Person.signedIn(server.url, "no-employer");
  const { cases } = await lars.get<Data>("/api/citizen/data");
  const link = new URL(cases[0].satisfaction[0].link ?? "", server.url);
  const address = link.pathname + link.hash;
  await open(page, address, TITLE);
  await inspect("satisfaction-link");
  await page.getByRole("group", { name: SATISFIED }).getByLabel("Meget utilfreds").check();
  await page.getByLabel(REMARK).fill("Jeg ventede længe.");
  await page.reload();
  await expect(page.getByLabel(REMARK)).toHaveValue("Jeg ventede længe.");
  await page.getByRole("group", { name: CLOSER }).getByLabel("Uenig", { exact: true }).check();
  await page.getByRole("button", { name: "Send svaret" }).click();
  await expect(page.getByText("Er der allerede svaret, gælder det første svar.")).toBeVisible();
  const kept = await page.evaluate(() => Object.keys(sessionStorage).join());
  expect(kept, "nothing stays in the tab").not.toContain("satisfaction");
  // Opened again, and answered otherwise.
  await page.goto("/");
  await open(page, address, TITLE);
  await page.getByRole("button", { name: "Nej tak, spørg ikke om denne samtale" }).click();
  await expect(page.getByText("Er der allerede svaret, gælder det første svar.")).toBeVisible();
  await page.goto("/");
  await open(page, "/satisfaction/link#half", TITLE);
  await expect(page.getByText("Linket virker ikke.")).toBeVisible();
  await inspect("satisfaction-link-unknown");
});

test("the team leader reads the remarks of counted answers, and nobody else does", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("team-leader");
  await open(page, "/staff/remarks", "Borgernes bemærkninger til samtalerne");
  await expect(page.getByRole("heading", { level: 2, name: "oktober 2026" })).toBeVisible();
  await expect(page.getByText("18 svar, 2 med en bemærkning").first()).toBeVisible();
  await inspect("satisfaction-remarks");
  await signIn("caseworker-1");
  await open(page, "/staff/remarks", "Borgernes bemærkninger til samtalerne");
  await expect(page.getByText("Bemærkningerne er for teamledere.")).toBeVisible();
});
