import { expect, test } from "vitest";
import { maySecretStay } from "./may-secret-stay.ts";
import type { Pop3Target } from "./monitor.ts";

const login = { mechanism: "best", username: "probe@example.com" } as const;
const pop3: Pop3Target = { kind: "pop3", host: "mail.example.com", port: 2995, tls: "implicit", login };

test("a password stays for the same server and user, and never where another protocol would be spoken", () => {
  expect(maySecretStay(pop3, { ...pop3, until: "list" })).toBe(true);
  expect(maySecretStay(pop3, { ...pop3, until: undefined, kind: "imap" })).toBe(false);
});
