import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { followMailLink, openMail } from "./mailbox.ts";

/** Somebody with an address of their own, so that stories do not meet each other. */
export type Person = { email: string; password: string };

export function newPerson(): Person {
  const some = randomBytes(5).toString("hex");
  return { email: `${some}@example.org`, password: `a few words ${some}` };
}

export async function signUp(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
}

export async function confirm(page: Page, { email, password }: Person): Promise<void> {
  await openMail(page, email, "Confirm your address");
  await followMailLink(page, /confirm/i);
  await page.getByLabel("The password you chose").fill(password);
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await page.waitForURL("**/monitors");
}

export async function signUpAndConfirm(page: Page, person: Person): Promise<void> {
  await signUp(page, person);
  await confirm(page, person);
}

/** Fills in the form; what comes of it is for the caller to see. */
export async function trySignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await trySignIn(page, person);
  await page.waitForURL("**/monitors");
}

export async function signOut(page: Page, { email }: Person): Promise<void> {
  await page.getByRole("button", { name: `Account of ${email}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
}
