import { expect, test } from "vitest";
import { isJunkFolder } from "./junk-folder.ts";

test.each([
  "Junk",
  "INBOX.Junk",
  "INBOX/Spam",
  "[Gmail]/Spam",
  "[Google Mail]/Spam",
  "Junk Email",
  "Junk E-mail",
  "Junk-E-Mail",
  "Bulk",
  "Bulk Mail",
  "Spamverdacht",
  "Courrier ind&AOk-sirable",
  "Courrier indésirable",
  "Correo no deseado",
])("%s is a folder for junk", (folder) => {
  expect(isJunkFolder(folder)).toBe(true);
});

test.each(["INBOX", "Not Junk", "Junkyard", "Spam reports", "spammers/answers", ""])("%s is none", (folder) => {
  expect(isJunkFolder(folder)).toBe(false);
});
