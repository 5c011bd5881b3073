import { expect, onTestFinished, test } from "vitest";
import { answerTo, type Said } from "#testing/server/play-dns-messages.ts";
import { playDnsOverHttps, respond, type HttpsQuery } from "#testing/server/play-dns-over-https.ts";
import { resolverFor } from "./resolver-for.ts";

const NAME = "mx.example";
const FOUND: Said = { answers: [{ type: "A", name: NAME, ttl: 300, data: "192.0.2.1" }], isSecure: true };

async function played(play: (query: HttpsQuery) => void) {
  const server = await playDnsOverHttps(play);
  onTestFinished(() => server.close());
  const { url, cas, sessions } = server;
  return { sessions, resolver: () => resolverFor({ kind: "https", url, cas }, { tryMs: 300, tries: 1 }) };
}

test("a question goes out as RFC 8484 has it, and questions of several runs share a connection", async () => {
  const seen: HttpsQuery[] = [];
  const { resolver, sessions } = await played((query) => {
    seen.push(query);
    respond(query, answerTo(query, FOUND));
  });
  expect(await resolver().ask(NAME, "A")).toMatchObject({ outcome: "found", isSecure: true, records: [{ data: "192.0.2.1" }] });
  await Promise.all([resolver().ask(NAME, "A"), resolver().ask(NAME, "A")]);
  expect(sessions.size).toBe(1);
  expect(seen).toHaveLength(3);
  expect(seen[0]!.headers).toMatchObject({
    ":method": "POST",
    ":path": "/dns-query?from=us",
    "content-type": "application/dns-message",
    accept: "application/dns-message",
  });
});

test.each<[string, (query: HttpsQuery) => void, object]>([
  ["403", (query) => respond(query, Buffer.alloc(0), { ":status": 403 }), { outcome: "refused", detail: "HTTP 403" }],
  ["503", (query) => respond(query, Buffer.alloc(0), { ":status": 503 }), { outcome: "servfail", detail: "HTTP 503" }],
  [
    "a redirect",
    (query) => respond(query, Buffer.alloc(0), { ":status": 307, location: "https://127.0.0.1/" }),
    { outcome: "servfail", detail: "HTTP 307" },
  ],
  ["a page", (query) => respond(query, answerTo(query, FOUND), { "content-type": "text/html" }), { outcome: "malformed" }],
  ["half an answer", (query) => respond(query, answerTo(query, FOUND).subarray(0, 30)), { outcome: "malformed" }],
  [
    "somebody else's answer",
    (query) => respond(query, answerTo(query, { ...FOUND, id: query.message.id! ^ 1 })),
    { outcome: "malformed" },
  ],
  ["64 KiB and more", (query) => respond(query, Buffer.alloc(65_536)), { outcome: "too-large" }],
  ["nothing", () => undefined, { outcome: "timeout" }],
  ["an end without an answer", ({ stream }) => stream.close(), { outcome: "malformed" }],
  ["an error", ({ stream }) => stream.close(2), { outcome: "unreachable", detail: "ERR_HTTP2_STREAM_ERROR over HTTPS" }],
])("what comes to nothing has a word of its own: %s", async (_, play, expected) => {
  const { resolver } = await played(play);
  expect(await resolver().ask(NAME, "A")).toMatchObject(expected);
});

test("a connection that is gone is made anew", async () => {
  const { resolver, sessions } = await played((query) => respond(query, answerTo(query, FOUND)));
  await resolver().ask(NAME, "A");
  for (const session of sessions) session.close();
  await expect.poll(() => resolver().ask(NAME, "A")).toMatchObject({ outcome: "found" });
  expect(sessions.size).toBe(2);
});

test("nobody listens there", async () => {
  const answer = await resolverFor({ kind: "https", url: "https://127.0.0.1:1/" }).ask(NAME, "A");
  expect(answer).toMatchObject({ outcome: "unreachable", detail: "ECONNREFUSED over HTTPS" });
});
