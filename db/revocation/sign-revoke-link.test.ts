import { expect, test } from "vitest";
import { parseRevokeLink } from "#core/message/revoke-link.ts";
import { acknowledgeUrl } from "../incident/sign-link.ts";
import { addressOfLink, revokeHref, revokeUrl } from "./sign-revoke-link.ts";

const linkOf = (url: string) => parseRevokeLink(new URL(url).searchParams.get("link"))!;

test("a link is for one address in one team, and does not say which", () => {
  const link = linkOf(revokeUrl(7, "ada@example.org"));
  expect(addressOfLink(link, ["bob@example.org", "ada@example.org"])).toBe("ada@example.org");
  expect(addressOfLink(link, ["bob@example.org", "ada@example.org.example"])).toBeNull();
  expect(addressOfLink(link, [])).toBeNull();
  expect(addressOfLink({ ...link, teamId: 8 }, ["ada@example.org"])).toBeNull();
  expect(revokeHref(7, "ada@example.org")).not.toContain("ada");
});

test("with any one character changed it is none of ours, and neither is what signs something else", () => {
  const link = linkOf(revokeUrl(7, "ada@example.org"));
  for (let at = 0; at < link.signature.length - 1; at++) {
    const changed = `${link.signature.slice(0, at)}${link.signature[at] === "A" ? "B" : "A"}${link.signature.slice(at + 1)}`;
    expect(addressOfLink({ teamId: 7, signature: changed }, ["ada@example.org"]), `as ${changed}`).toBeNull();
  }
  const signature = new URL(acknowledgeUrl(7, 7)).searchParams.get("link")!.split(".")[2]!;
  expect(addressOfLink({ teamId: 7, signature }, ["ada@example.org", "incident 7, channel 7"])).toBeNull();
});
