import { expect, test } from "vitest";
import { composeAccountMail } from "./compose-account-mail.tsx";

test("the confirmation carries its link once and says for how long it works", async () => {
  const confirmUrl = "https://watch.example.com/confirm?token=abc-_123";
  const { subject, text, html } = await composeAccountMail({ kind: "confirm_address", confirmUrl });
  expect(subject).toBe("Confirm your address");
  expect(text.split(confirmUrl)).toHaveLength(2);
  expect(text).toContain("once, for 1 day");
  expect(html).toContain(`href="${confirmUrl}"`);
});

test("who has an account already is told so, and how to sign in or choose a new password", async () => {
  const { text } = await composeAccountMail({
    kind: "already_registered",
    signInUrl: "https://watch.example.com/sign-in",
    resetUrl: "https://watch.example.com/forgot",
  });
  expect(text).toContain("https://watch.example.com/sign-in");
  expect(text).toContain("https://watch.example.com/forgot");
  expect(text).not.toContain("token");
});

test("the reset carries its link and says for how long it works", async () => {
  const resetUrl = "https://watch.example.com/reset?token=abc";
  const { text } = await composeAccountMail({ kind: "reset_password", resetUrl });
  expect(text).toContain(resetUrl);
  expect(text).toContain("once, for 30 minutes");
});
