import { expect, test } from "vitest";
import { transcriptText } from "./transcript-text.ts";

test("a copied transcript says what was checked, and each line with its offset, stage and direction", () => {
  const heading = {
    monitorName: "Mail in",
    target: "mx1.example.com:25",
    at: "2026-05-05T10:00:00.000Z",
    verdict: "down: Greeting: 554",
  };
  const text = transcriptText(heading, [
    { direction: "note", atMs: 0.42, stage: "dns", text: "192.0.2.1" },
    { direction: "received", atMs: 512.4, stage: "greeting", text: "554 No SMTP service here", failed: true },
    { direction: "sent", atMs: 513, stage: "ehlo-tls", text: "EHLO a\u0007" },
  ]);
  expect(text).toBe(
    [
      "Mail in (mx1.example.com:25)",
      "2026-05-05T10:00:00.000Z",
      "down: Greeting: 554",
      "",
      "   0.4 ms  dns       · 192.0.2.1",
      "   512 ms  greeting  ← 554 No SMTP service here   <-- failed here",
      "   513 ms  ehlo      → EHLO a\\x07",
      "",
    ].join("\n"),
  );
});

test("a stage with a long name makes room for itself", () => {
  const heading = { monitorName: "Staff", target: "imap.example.com:993", at: "now", verdict: "up" };
  const text = transcriptText(heading, [
    { direction: "received", atMs: 1, stage: "greeting", text: "* OK ready" },
    { direction: "sent", atMs: 2, stage: "capability-tls", text: "a1 CAPABILITY" },
  ]);
  expect(text.split("\n").slice(4, 6)).toEqual(["   1.0 ms  greeting    ← * OK ready", "   2.0 ms  capability  → a1 CAPABILITY"]);
});

test("several ways to the server stand one after the other, each under its name", () => {
  const heading = { monitorName: "Mail in", target: "mx1.example.com:25", at: "now", verdict: "up" };
  const text = transcriptText(heading, [
    { direction: "received", atMs: 1, stage: "greeting", text: "220 a", path: "IPv4" },
    { direction: "received", atMs: 2, stage: "greeting", text: "220 b", path: "IPv6" },
    { direction: "sent", atMs: 3, stage: "quit", text: "QUIT", path: "IPv4" },
  ]);
  expect(text.split("\n").slice(3)).toEqual([
    "",
    "over IPv4",
    "   1.0 ms  greeting  ← 220 a",
    "   3.0 ms  quit      → QUIT",
    "",
    "over IPv6",
    "   2.0 ms  greeting  ← 220 b",
    "",
  ]);
  expect(transcriptText(heading, [])).toBe("Mail in (mx1.example.com:25)\nnow\nup\n\n");
});
