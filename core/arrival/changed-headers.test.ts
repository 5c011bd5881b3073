import { expect, test } from "vitest";
import { changedHeaders } from "./changed-headers.ts";

test("fields that are gone or say something else are named; new ones and other spaces are nothing", () => {
  const sent = [
    { name: "Subject", value: "Mail test" },
    { name: "Date", value: "Sun, 29 Nov 2026 10:00:05 +0000" },
    { name: "Auto-Submitted", value: "auto-generated" },
  ];
  const arrived = [
    { name: "Received", value: "by mx" },
    { name: "SUBJECT", value: "[SPAM] Mail test" },
    { name: "date", value: "Sun, 29 Nov 2026\t10:00:05 +0000 " },
  ];
  expect(changedHeaders(sent, arrived)).toEqual({ lost: ["Auto-Submitted"], changed: ["Subject"] });
  expect(changedHeaders(sent, sent)).toEqual({ lost: [], changed: [] });
});
