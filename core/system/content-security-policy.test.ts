import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { contentSecurityPolicy, TOAST_STYLE_HASHES } from "./content-security-policy.ts";

test("scripts run by nonce alone, never because they are inline", () => {
  const scripts = contentSecurityPolicy("abc", false)
    .split("; ")
    .find((directive) => directive.startsWith("script-src"));
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
});

test("the style sheet of the installed toasts is the one that is allowed", () => {
  const code = readFileSync(path.join(import.meta.dirname, "../../node_modules/sonner/dist/index.mjs"), "utf8");
  const literal = /__insertCSS\((".*")\);/.exec(code)![1]!;
  const css = JSON.parse(literal.replaceAll(String.raw`\'`, "'")) as string;
  expect(TOAST_STYLE_HASHES).toContain(`sha256-${createHash("sha256").update(css).digest("base64")}`);
});
