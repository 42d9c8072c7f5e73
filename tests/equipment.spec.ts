// Trying out camera, microphone, speaker and connection before a video meeting.
import { expect, open, test } from "./support/fixtures.ts";

test.use({
  permissions: ["camera", "microphone"],
  launchOptions: {
    executablePath: process.env.GENVEJ_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  },
});

test("each part can be tried, and there is a phone number if it fails", async ({
  page,
  signIn,
  inspect,
}) => {
  await signIn("next-due");
  await open(page, "/equipment", "Tjek dit udstyr til video");
  await page.getByRole("button", { name: "Tjek kameraet" }).click();
  await expect(page.getByText("Kameraet virker")).toBeVisible();
  await page.getByRole("button", { name: "Tjek mikrofonen" }).click();
  await expect(page.getByText(/Mikrofonen virker|Vi kan ikke høre noget/)).toBeVisible();
  await page.getByRole("button", { name: "Afspil en tone" }).click();
  await expect(page.getByText("Tonen er afspillet")).toBeVisible();
  await page.getByRole("button", { name: "Tjek forbindelsen" }).click();
  await expect(page.getByText(/Forbindelsen er (god nok|langsom)/)).toBeVisible();
  await expect(page.getByRole("main").getByText(/\d\d\s\d\d\s\d\d\s\d\d/)).toBeVisible();
  await inspect("equipment");
});
