import { expect, test } from "vitest";
import { redact } from "./redact.ts";

test("control characters are written out, a tab and other letters stay", () => {
  expect(redact("a\x00b\x1b[0m\x7f\x85\tc")).toBe("a\\x00b\\x1b[0m\\x7f\\x85\tc");
  expect(redact("ünïcode “kept” \u202egnp.exe")).toBe("ünïcode “kept” \\u202egnp.exe");
});

test("a secret is taken out wherever it stands, and no secret takes nothing out", () => {
  expect(redact("AUTH PLAIN c2VjcmV0 and c2VjcmV0", ["c2VjcmV0"])).toBe("AUTH PLAIN [redacted] and [redacted]");
  expect(redact("EHLO x", [""])).toBe("EHLO x");
});
