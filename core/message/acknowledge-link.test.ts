import { expect, test } from "vitest";
import { acknowledgeLinkText, acknowledgePath, parseAcknowledgeLink } from "./acknowledge-link.ts";

const link = { incidentId: 7, channelId: 2_147_483_647, signature: "AAAAAAAAAAAAAAAAAAAA-_" };

test("a link is read as it was written, and needs no escaping in an address", () => {
  expect(parseAcknowledgeLink(acknowledgeLinkText(link))).toEqual(link);
  expect(new URL(acknowledgePath(link), "https://watch.example.com").searchParams.get("link")).toBe(acknowledgeLinkText(link));
});

test.each([
  undefined,
  ["7.3.AAAAAAAAAAAAAAAAAAAAAA"],
  "",
  "7",
  "7.3",
  "7.3.short",
  "0.3.AAAAAAAAAAAAAAAAAAAAAA",
  "2147483648.3.AAAAAAAAAAAAAAAAAAAAAA",
  "7.3.AAAAAAAAAAAAAAAAAAAAAA.",
  " 7.3.AAAAAAAAAAAAAAAAAAAAAA",
  "7.3.AAAAAAAAAAAAAAAAAAAAAA\n",
  "7.3.AAAAAAAAAAAAAAAAAAAAA=",
])("%j is no link", (text) => {
  expect(parseAcknowledgeLink(text)).toBeNull();
});
