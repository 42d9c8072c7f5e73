// Sessions end, connections drop: nothing typed is lost, and the way back is one press long.
import { at, expect, firstFree, next, open, test } from "./support/fixtures.ts";

test("signing in and out on the front page", async ({ page, inspect }) => {
  await open(page, "/", "Når du er sygemeldt");
  await inspect("front");
  await page.getByRole("button", { name: /Skal have sin næste samtale/ }).click();
  await at(page, "Min side");
  await inspect("my-next-due");
  await page.getByRole("button", { name: "Log af" }).click();
  await at(page, "Når du er sygemeldt");
  await expect(page.getByRole("button", { name: "Log af" })).toHaveCount(0);
});

test("five minutes before the session ends one can stay signed in", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("next-due");
  await page.route("**/api/session", async (route) => {
    const answer = await route.fetch();
    const session = await answer.json();
    session.signed_in.expires_in_seconds = 290;
    await route.fulfill({ response: answer, json: session });
  });
  await open(page, "/my", "Min side");
  const dialog = page.getByRole("dialog", { name: "Du bliver snart logget af" });
  await expect(dialog).toBeVisible();
  await inspect("session-ends-soon");
  await page.unroute("**/api/session");
  await dialog.getByRole("button", { name: "Forbliv logget på" }).click();
  await expect(dialog).toBeHidden();
});

test("the session is gone while I type: I sign in again and go on", async ({
  page,
  context,
  signIn,
  watch,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await page.getByRole("link", { name: /Tilføj deltagere eller emner/ }).click();
  await at(page, "Deltagere og emner");
  watch.expectRefusal(401);
  await context.clearCookies();
  await page.getByRole("textbox", { name: /Er der andet/ }).fill("Det her må ikke gå tabt.");
  const dialog = page.getByRole("dialog", { name: "Du er blevet logget ud" });
  await expect(dialog).toBeVisible();
  await inspect("session-ended");
  await dialog.getByRole("button", { name: /Log på igen/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("textbox", { name: /Er der andet/ })).toHaveValue(
    "Det her må ikke gå tabt.",
  );
  await next(page).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
  await expect(page.getByRole("main")).toContainText("Det her må ikke gå tabt.");
});

test("no connection: the page says so, and trying again works", async ({
  page,
  context,
  signIn,
  watch,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/my", "Min side");
  watch.expectNoConnection();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Book samtale" }).click();
  await expect(page.getByRole("button", { name: "Prøv igen" })).toBeVisible();
  await inspect("offline");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByRole("link", { name: firstFree("Telefon") })).toBeVisible();
});

test("no answer while booking: pressing again books, and only once", async ({
  page,
  signIn,
  watch,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/book", "Book din opfølgningssamtale");
  await page.getByRole("link", { name: firstFree("Telefon") }).click();
  await at(page, "Tjek, og book tiden");
  watch.expectNoConnection();
  // The server books, but its answer is lost on the way.
  await page.route("**/api/citizen/bookings", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Book tiden" }).click();
  await expect(page.getByText(/Vi fik ikke svar/)).toBeVisible();
  await inspect("book-no-answer");
  await page.unroute("**/api/citizen/bookings");
  await page.getByRole("button", { name: "Book tiden" }).click();
  await at(page, "Din samtale er booket");
});

test("the server stumbles: the page says whose fault it is and offers a way on", async ({
  page,
  signIn,
  watch,
  inspect,
}) => {
  await signIn("next-due");
  watch.expectRefusal(500);
  await page.route("**/api/citizen/overview", (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      json: { type: "about:blank", title: "Internal Server Error", status: 500, code: "internal" },
    }),
  );
  await page.goto("/my");
  await expect(page.getByText(/Det er en fejl hos os/)).toBeVisible();
  await inspect("server-error");
  await page.unroute("**/api/citizen/overview");
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByRole("link", { name: "Book samtale" })).toBeVisible();
});
