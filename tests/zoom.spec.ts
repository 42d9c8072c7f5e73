// A narrow phone with text twice the size: nothing sticks out to the side, nothing is lost.
import { Person } from "./support/api.ts";
import { expect, expectNoSidewaysScrolling, settled, test } from "./support/fixtures.ts";
import { Plan, planIn } from "./support/retention.ts";

test.use({ viewport: { width: 320, height: 640 } });

test("320 px and 200 % text: no page scrolls sideways", async ({ page, signIn, server }) => {
  await signIn("booked");
  const booking = await (await Person.signedIn(server.url, "booked")).nextBooking();
  const ofBooked = ["/my", `/bookings/${booking?.id}`, `/bookings/${booking?.id}/move`];
  await large(page, [...ofBooked, `/bookings/${booking?.id}/cancel`, "/equipment"]);
  await large(page, ["/plan", "/plan/versions/2", "/plan/talk", "/plan/share", "/access-log"]);
  await large(page, ["/plan/a/job", "/plan/a/sure", "/plan/a/steps", "/plan/return"]);
  await large(page, ["/retention-plan", "/retention-plan/changes", "/retention-plan/approve"]);
  await signIn("next-due");
  const citizen = await Person.signedIn(server.url, "next-due");
  const first = (await citizen.freeTimes("phone")).first_free;
  const step = `/book/phone/${first?.slot_id}`;
  await large(page, ["/", "/my", "/book", "/book/phone", `${step}/details`, `${step}/check`]);
});

test("320 px and 200 % text: a caseworker reads a plan", async ({ page, signIn, server }) => {
  type Whose = { signed_in: { role: { case_id: string } } };
  const sofie = await Person.signedIn(server.url, "booked");
  const { case_id: id } = (await sofie.get<Whose>("/api/session")).signed_in.role;
  await signIn("caseworker-1");
  await large(page, ["/staff", `/staff/cases/${id}`, `/staff/cases/${id}/plan`]);
});

test("320 px and 200 % text: an employer reads and writes a plan", async ({
  page,
  signIn,
  server,
}) => {
  test.slow();
  const plan = await planIn(server, "next-due", "drafting");
  await signIn("employer");
  await large(page, ["/employer", plan.page(), plan.page("/check"), plan.page("/round-table")]);
  await large(page, ["parties", "hours", "support"].map((part) => plan.page(`/plan/${part}`)));
  const sofie = await Plan.of(server, "booked");
  await large(page, [sofie.page()]);
});

async function large(page: import("@playwright/test").Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
    });
    await test.step(path, async () => {
      await expectNoSidewaysScrolling(page);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  }
}
