import { expect, test } from "vitest";
import { acknowledgeUrl, readLink } from "./sign-link.ts";

const linkOf = (url: string) => new URL(url).searchParams.get("link")!;

test("a link is for one incident in one channel", () => {
  const text = linkOf(acknowledgeUrl(7, 3));
  expect(readLink(text)).toMatchObject({ incidentId: 7, channelId: 3 });
  const signature = text.split(".")[2]!;
  for (const other of [`8.3.${signature}`, `7.4.${signature}`, `3.7.${signature}`, `73.${signature}`]) {
    expect(readLink(other), `as ${other}`).toBeNull();
  }
});

test("with any one character changed it is none of ours", () => {
  const text = linkOf(acknowledgeUrl(12, 34));
  const start = text.lastIndexOf(".") + 1;
  for (let at = start; at < text.length - 1; at++) {
    const changed = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
    expect(readLink(changed), `as ${changed}`).toBeNull();
  }
  expect(readLink(undefined)).toBeNull();
});

test("it fits into a text message beside what has to be said", () => {
  const { search, pathname } = new URL(acknowledgeUrl(2_000_000_000, 2_000_000_000));
  expect(`${pathname}${search}`.length).toBeLessThan(65);
});
