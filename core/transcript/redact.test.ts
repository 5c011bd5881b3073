import { expect, test } from "vitest";
import { redact } from "./redact.ts";
import { Secrets } from "./secrets.ts";

test("control characters are written out, a tab and other letters stay", () => {
  expect(redact("a\x00b\x1b[0m\x7f\x85\tc")).toBe("a\\x00b\\x1b[0m\\x7f\\x85\tc");
  expect(redact("ünïcode “kept” \u202egnp.exe")).toBe("ünïcode “kept” \\u202egnp.exe");
});

const wire = (text: string) => Buffer.from(text).toString("latin1");

test("letters of the wire in UTF-8 stay letters, and what hides among them is written out", () => {
  expect(redact(wire("Grüße, ようこそ – \u202egnp.exe\u0085"))).toBe("Grüße, ようこそ – \\u202egnp.exe\\x85");
  expect(redact(`${wire("ß")}\xff\x85`)).toBe("Ã\\x9fÿ\\x85"); // not UTF-8 as a whole
});

test("a secret is taken out before it is written out, and without a secret nothing is", () => {
  const secrets = new Secrets(["bell\x07pepper"]);
  expect(redact("no bell\x07pepper\x1b", secrets)).toBe("no [redacted]\\x1b");
  expect(redact("no bell\\x07pepper", secrets)).toBe("no [redacted]");
  const sharp = new Secrets(["süß und groß"]);
  for (const around of ["", "\xff", "\x1b", wire("\u202e")]) {
    const line = `no ${wire("süß und groß")} ${around}`;
    expect(redact(line, sharp)).toContain("no [redacted] ");
    expect(sharp.takenOutOf(redact(line))).toContain("no [redacted] "); // the other way round: what was read as a reply
  }
  expect(redact("EHLO x", new Secrets([""]))).toBe("EHLO x");
});
