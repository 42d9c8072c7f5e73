// Two words for the next conversation: offered on the receipt, given to the caseworker when the
// citizen says so, and taken back again.
import { Person } from "./support/api.ts";
import { at, expect, firstFree, open, test } from "./support/fixtures.ts";
import { expectStored, GOAL, part, PLAN, saved, TALK } from "./support/plan.ts";

const ABOUT = "Hvad vil du gerne tale om?";
const GIVE = "Giv ord og jobmål videre til samtalen";

interface Words {
  next_conversation: { booking: string; words: { goal: string; talk: string } | null } | null;
}

async function given(person: Person): Promise<{ goal: string; talk: string } | undefined> {
  const page = await person.get<Words>("/api/citizen/job-plan");
  const words = page.next_conversation?.words;
  return words ? { goal: words.goal, talk: words.talk } : undefined;
}

test("from the receipt: two words, handed over, changed and taken back", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  const maja = await Person.signedIn(server.url, "first-due");
  await signIn("first-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Fremmøde") }).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
  await expect(page.getByText("Vil du skrive to ord om din plan inden samtalen?")).toBeVisible();
  await page.getByRole("link", { name: "Skriv to ord" }).click();
  await at(page, TALK);
  await expect(page.getByText(/^Samtalen er .* kl\. .* \(Fremmøde\) med Hanne Ravn\.$/)).toBeVisible();
  await inspect("plan-talk");

  await page.getByRole("textbox", { name: ABOUT }).fill("Om jeg kan møde senere");
  await page.getByRole("textbox", { name: GOAL }).fill("Bager på daghold");
  await saved(page);
  expect(await given(maja), "nothing is handed over before one says so").toBeUndefined();
  await page.getByRole("button", { name: GIVE }).click();
  await expect(page.getByText(/^Hanne Ravn kan læse dine ord/)).toBeVisible();
  expect(await given(maja)).toEqual({ goal: "Bager på daghold", talk: "Om jeg kan møde senere" });
  await expect(page.getByRole("button", { name: /videre/ }), "there is nothing new").toHaveCount(0);
  await inspect("plan-talk-given");

  await page.getByRole("textbox", { name: ABOUT }).fill("Om jeg kan møde kl. 10");
  const again = page.getByRole("button", { name: "Giv det nye videre" });
  await expect(again).toBeVisible();
  await inspect("plan-talk-changed");
  await again.click();
  await expect(page.getByRole("definition").getByText("Om jeg kan møde kl. 10")).toBeVisible();
  await expect.poll(() => given(maja)).toMatchObject({ talk: "Om jeg kan møde kl. 10" });

  await page.getByRole("link", { name: "Til Min plan" }).click();
  await at(page, PLAN);
  await expect(part(page, "Ord til den næste samtale")).toContainText("Givet videre");
  await inspect("plan-words-given");
  await part(page, "Ord til den næste samtale").getByRole("link").click();
  await at(page, TALK);
  await page.getByRole("button", { name: "Tag ordene tilbage" }).click();
  await expect(page.getByText(/kan læse dine ord/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: GIVE })).toBeVisible();
  await expect(page.getByRole("textbox", { name: ABOUT })).toHaveValue("Om jeg kan møde kl. 10");
  expect(await given(maja)).toBeUndefined();
  await inspect("plan-talk-taken-back");
});

test("the words are not part of the plan that is shared", async ({ page, signIn }) => {
  await signIn("booked");
  await open(page, "/plan/versions/2", "Min plan, version 2");
  await expect(page.getByRole("heading", { level: 2, name: "Mit jobmål" })).toBeVisible();
  await expect(page.getByText("Hvad sker der, hvis jeg får det dårligt")).toHaveCount(0);
});

test("nothing to hand over is told at the field", async ({ page, signIn, inspect }) => {
  await signIn("booked");
  await open(page, "/plan/talk", TALK);
  await page.getByRole("textbox", { name: ABOUT }).fill(" ");
  await page.getByRole("textbox", { name: GOAL }).fill("");
  await page.getByRole("button", { name: /videre$/ }).click();
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await inspect("plan-talk-empty");
  await summary.getByRole("link", { name: /Skriv mindst et ord/ }).click();
  await expect(page.getByRole("textbox", { name: ABOUT })).toBeFocused();
});

test("no conversation: what is written is kept, and there is a way to book one", async ({
  page,
  signIn,
  server,
  inspect,
}) => {
  await signIn("first-due");
  await open(page, "/plan/talk", TALK);
  await expect(page.getByText(/Du har ingen samtale booket/)).toBeVisible();
  await page.getByRole("textbox", { name: ABOUT }).fill("Mine timer");
  await saved(page);
  await inspect("plan-talk-no-conversation");
  await expect(page.getByRole("button", { name: /videre/ })).toHaveCount(0);
  const maja = await Person.signedIn(server.url, "first-due");
  await expectStored(maja, "talk", "Mine timer");
  await page.getByRole("link", { name: "Book samtale" }).click();
  await at(page, "Book din opfølgningssamtale");
});

test("the conversation is cancelled meanwhile: the words stay, and it says so", async ({
  page,
  signIn,
  server,
  watch,
  inspect,
}) => {
  await signIn("booked");
  await open(page, "/plan/talk", TALK);
  await page.getByRole("textbox", { name: ABOUT }).fill("Noget helt andet");
  await saved(page);
  const sofie = await Person.signedIn(server.url, "booked");
  const booking = await sofie.nextBooking();
  const status = await sofie.post(`/api/citizen/bookings/${booking?.id}/cancellation`, {});
  expect(status).toBeLessThan(300);
  watch.expectRefusal(409);
  await page.getByRole("button", { name: "Giv det nye videre" }).click();
  await expect(page.getByText(/Samtalen er begyndt eller aflyst/)).toBeVisible();
  await inspect("plan-talk-over");
  await expectStored(sofie, "talk", "Noget helt andet");
});
