import { followMailLink, openMail, readMailText } from "./mailbox.ts";
import { newPerson, signIn, signOut, signUp, trySignIn } from "./person.ts";
import { expect, test } from "./story.ts";

test("somebody signs up, confirms, signs out and signs in again", async ({ page, person }) => {
  await expect(page.getByRole("heading", { name: "Monitors", level: 1 })).toBeVisible();
  await signOut(page, person);
  await page.goto("/monitors");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, person);
});

test("a wrong password and an unknown address are told the same", async ({ page, person }) => {
  await signOut(page, person);
  const sentence = page.getByRole("alert").filter({ hasText: "This address and this password do not go together." });

  await trySignIn(page, { ...person, password: "not the password" });
  await expect(sentence).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);

  await trySignIn(page, newPerson());
  await expect(sentence).toBeVisible();
});

test("a forgotten password is replaced through the mailbox, and every open session ends", async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const elsewhere = await browser.newPage({ baseURL });
  await signIn(elsewhere, person);

  await signOut(page, person);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await openMail(page, person.email, "Choose a new password");
  const text = await readMailText(page);
  const link = /http\S+\/reset\?token=\S+/.exec(text)![0];
  await page.getByRole("tab", { name: "HTML" }).click();
  await followMailLink(page, /password/i);
  await page.getByLabel("New password").fill("another few words");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await page.waitForURL("**/monitors");

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await trySignIn(elsewhere, person);
  await expect(elsewhere.getByText("do not go together")).toBeVisible();
  await signIn(elsewhere, { ...person, password: "another few words" });

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await elsewhere.close();
});

test("a changed password ends the sessions elsewhere and keeps this one", async ({ page, person, browser, baseURL }) => {
  const elsewhere = await browser.newPage({ baseURL });
  await signIn(elsewhere, person);

  await page.goto("/settings");
  await page.getByLabel("Old password").fill(person.password);
  await page.getByLabel("New password").fill("another few words");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status").filter({ hasText: /password/i })).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.goto("/monitors");
  await expect(page).toHaveURL(/\/monitors$/);
  await elsewhere.close();
});

test("signing up with an address that has an account tells nobody but its owner", async ({ page, person }) => {
  await signOut(page, person);
  const stranger = newPerson();
  await signUp(page, stranger);
  const toStranger = await page.getByRole("main").innerText();
  await signUp(page, { ...person, password: "somebody else's idea" });
  const toOwner = await page.getByRole("main").innerText();
  expect(toOwner.replaceAll(person.email, "ADDRESS")).toBe(toStranger.replaceAll(stranger.email, "ADDRESS"));

  await openMail(page, person.email, "You already have an account");
  await signIn(page, person);
});

test("a sign-up is confirmed only with the password that was chosen", async ({ page }) => {
  const person = newPerson();
  await signUp(page, person);
  await openMail(page, person.email, "Confirm your address");
  await followMailLink(page, /confirm/i);
  await page.getByLabel("The password you chose").fill("not the password");
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(page.getByLabel("The password you chose")).toHaveAccessibleDescription(/not the password that was chosen/);
});
