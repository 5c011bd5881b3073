import fc from "fast-check";
import { expect, test } from "vitest";
import { Secrets } from "./secrets.ts";

const SECRET = "Tr0ub4dor&3 söß";
const onTheWire = Buffer.from(SECRET).toString("latin1");
const told = (text: string, secret = SECRET) => new Secrets([secret]).takenOutOf(text);

/** A password as people have it: printable, perhaps not ASCII, long enough to be one. */
const password = fc.string({ minLength: 4, maxLength: 40, unit: "grapheme" }).filter((text) => text.length >= 4);

test.each([
  ["as it is", onTheWire],
  ["as a note of ours has it", SECRET],
  ["in base64", Buffer.from(SECRET).toString("base64")],
  ["in base64 for URLs", Buffer.from(SECRET).toString("base64url")],
  ["in a blob of PLAIN", Buffer.from(`\0joe\0${SECRET}`).toString("base64")],
  ["in hex", Buffer.from(SECRET).toString("hex")],
  ["in upper-case hex", Buffer.from(SECRET).toString("hex").toUpperCase()],
  ["in a URL", encodeURIComponent(SECRET)],
  ["in a URL in lower case", "Tr0ub4dor%263%20s%c3%b6%c3%9f"],
  ["in a form", "Tr0ub4dor%263+s%C3%B6%C3%9F"],
  ["in the body of a message", "Tr0ub4dor&3 s=C3=B6=C3=9F"],
  ["in its header", "Tr0ub4dor=263_s=C3=B6=C3=9F"],
  ["in a header that encodes little", "Tr0ub4dor&3_s=C3=B6=C3=9F"],
  ["in capitals", Buffer.from(SECRET.toUpperCase()).toString("latin1")],
  ["in small letters", Buffer.from(SECRET.toLowerCase()).toString("latin1")],
  ["in capitals, in base64", Buffer.from(SECRET.toUpperCase()).toString("base64")],
  ["with its case swapped", Buffer.from("tR0UB4DOR&3 SÖSS").toString("latin1")],
])("a secret %s is taken out", (_, form) => {
  expect(told(`535 5.7.8 got "${form}", no`)).toBe('535 5.7.8 got "[redacted]", no');
});

test("in base64, whatever stands before and after it, the whole of it is taken out", () => {
  fc.assert(
    fc.property(
      password,
      fc.string(),
      fc.string(),
      fc.constantFrom("base64" as const, "base64url" as const),
      (secret, a, z, form) => {
        const blob = Buffer.from(`${a}${secret}${z}`).toString(form);
        expect(told(`AUTH PLAIN ${blob} x`, secret)).toBe("AUTH PLAIN [redacted] x");
      },
    ),
    { numRuns: 1_000 },
  );
});

test("no form of any secret is left, whatever stands around it", () => {
  const forms = [
    (secret: string) => Buffer.from(secret).toString("latin1"),
    (secret: string) => Buffer.from(secret).toString("hex"),
    (secret: string) => encodeURIComponent(secret),
    (secret: string) => Buffer.from(secret).toString("base64"),
  ];
  fc.assert(
    fc.property(password, fc.constantFrom(...forms), fc.string(), fc.string(), (secret, form, a, z) => {
      expect(told(`${a} ${form(secret)} ${z}`, secret)).not.toContain(form(secret));
    }),
    { numRuns: 1_000 },
  );
});

test("what a server cuts off or wraps at 76 columns is taken out too", () => {
  const token = "ya29.a0AfH6SMBx9vQ2kqLw8-mZ7yTt3nB1cD5eF".repeat(8);
  const blob = Buffer.from(`user=joe\x01auth=Bearer ${token}\x01\x01`).toString("base64");
  for (const line of blob.match(/.{1,76}/g)!.slice(1, -1)) expect(told(`535-${line}`, token)).toBe("535-[redacted]");
  expect(told(`502 unknown: AUTH ${token.slice(0, 60)} ...`, token)).toBe("502 unknown: AUTH [redacted] ...");
  for (const length of [70, 76, 83]) {
    const rest = blob.replace(/=+$/, "").slice(-(length % 19) - 12);
    expect(told(`535-${rest}`, `${token}\x01\x01`), `a rest of ${rest.length}`).toBe("535-[redacted]");
  }
  expect(told("got Tr0ub4dor&3 s")).toBe("got [redacted]");
});

test("words that a password happens to hold stay", () => {
  expect(told("Invalid password or user", "mypassword-1")).toBe("Invalid password or user");
});

test("a short secret is taken out where it stands alone, and nothing else is harmed", () => {
  expect(told("220 mail.example ready", "a")).toBe("220 mail.example ready");
  expect(told('535 wrong password "ab"', "ab")).toBe('535 wrong password "[redacted]"');
  expect(told("334 YWI=", "ab")).toBe("334 [redacted]=");
  expect(told("535 5.7.8 no 535", "535")).toBe("535 5.7.8 no [redacted]");
});

test("what a reply begins with stays, whatever the secret is", () => {
  expect(told("+OK OK", "OK")).toBe("+OK [redacted]");
  expect(told("-ERR what is ERR", "ERR")).toBe("-ERR what is [redacted]");
  expect(told("* OK [CAPABILITY IMAP4rev1] OK", "OK")).toBe("* OK [CAPABILITY IMAP4rev1] [redacted]");
  expect(told("OK", "OK")).toBe("[redacted]");
});

test("a line that was sent is taken out as it is", () => {
  const secrets = new Secrets();
  secrets.hideExactly("AGFiAGFi");
  expect(secrets.takenOutOf("500 what is AUTH PLAIN AGFiAGFi")).toBe("500 what is AUTH PLAIN [redacted]");
});

test("without a secret a text is handed back as it is", () => {
  expect(new Secrets().isEmpty).toBe(true);
  expect(new Secrets(["", ""]).isEmpty).toBe(true);
  expect(told("220 mail.example", "")).toBe("220 mail.example");
});
