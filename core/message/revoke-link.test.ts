import { expect, test } from "vitest";
import { oneClickUrl, parseRevokeLink, revokePath } from "./revoke-link.ts";

const link = { teamId: 2_147_483_647, signature: "AAAAAAAAAAAAAAAAAAAA-_" };

test("a link is read as it was written, and needs no escaping in an address", () => {
  const text = new URL(revokePath(link), "https://watch.example.com").searchParams.get("link");
  expect(parseRevokeLink(text)).toEqual(link);
});

test("a mail program posts to the same link, on the same server", () => {
  expect(oneClickUrl(`https://watch.example.com:8443${revokePath(link)}`)).toBe(
    `https://watch.example.com:8443/api${revokePath(link)}`,
  );
});

test.each([
  undefined,
  ["7.AAAAAAAAAAAAAAAAAAAAAA"],
  "",
  "7",
  "7.short",
  "0.AAAAAAAAAAAAAAAAAAAAAA",
  "2147483648.AAAAAAAAAAAAAAAAAAAAAA",
  "7.3.AAAAAAAAAAAAAAAAAAAAAA",
  "AAAAAAAAAAAAAAAAAAAAAA",
  "7.AAAAAAAAAAAAAAAAAAAAAA\n",
  "7.AAAAAAAAAAAAAAAAAAAAA=",
])("%j is no link", (text) => {
  expect(parseRevokeLink(text)).toBeNull();
});
