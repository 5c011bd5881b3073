import { readFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { boundsOf } from "#core/monitor/bounds.ts";
import { askHttp } from "#network/http-client.ts";
import { DISGUISED, LOOPBACK_NAMES, METADATA, PRIVATE, UNUSABLE } from "#testing/address-corpus.ts";
import { LINE_BREAKS } from "#testing/line-breaks.ts";
import { printFigure } from "#testing/print-figure.ts";
import { formComplaints } from "#testing/provider/form-complaints.ts";
import {
  CHANGED,
  DEGRADED,
  DOWN,
  FLAPPING,
  HOSTILE_TEXTS,
  TEST,
  UP_AGAIN,
  WORSE,
  hostileMessage,
} from "#testing/provider/messages.ts";
import { sendContext } from "#testing/provider/send-context.ts";
import { makeSecret, playReceiver, WEBHOOK_URL } from "#testing/provider/webhook.ts";
import { listening } from "#testing/server/listening.ts";
import { playedDns } from "#testing/server/played-dns.ts";
import { messageKey } from "../message-key.ts";
import { webhookPayload } from "./payload.ts";
import { send } from "./send.ts";
import { webhookSettings, type WebhookSettings } from "./settings.ts";

const SECRET = makeSecret();
const SETTINGS: WebhookSettings = { url: WEBHOOK_URL, signingSecret: SECRET };

test("what is sent is verified by the package of Standard Webhooks", async () => {
  const receiver = await playReceiver(SECRET);
  expect(await send(SETTINGS, DOWN, receiver.context())).toEqual({ sent: true, receipt: "HTTP 204" });
  expect(receiver.asked[0]).toMatchObject({
    method: "POST",
    path: "/ehlowatch/7f3a9c1e",
    headers: { "webhook-id": "delivery-1-1700000000000" },
  });
  expect(receiver.asked[0]!.query.get("team")).toBe("4");
  expect(receiver.taken).toMatchObject([
    {
      type: "incident.opened",
      timestamp: "2023-11-14T22:13:20.000Z",
      data: {
        title: "Down: Mail in — rcpt 452",
        url: DOWN.url,
        monitor: { id: 3, name: "Mail in", kind: "smtp", target: "mx1.example.com:25" },
        incident: {
          key: messageKey(DOWN),
          status: "down",
          startedAt: DOWN.startedAt,
          endedAt: null,
          acknowledgeUrl: DOWN.acknowledgeUrl,
        },
        reason: { code: "rcpt.reply", stage: "rcpt", reply: { code: 452, enhanced: "4.3.1" } },
        diagnosis: { headline: DOWN.diagnosis.headline },
      },
    },
  ]);
});

test("every attempt of a delivery has the same id, and a recovery the key of its incident", async () => {
  const receiver = await playReceiver(SECRET, () => ({ status: 503, headers: { "Retry-After": "7" } }));
  const outcome = await send(SETTINGS, DOWN, receiver.context());
  expect(outcome).toEqual({ sent: false, next: "retry", reason: "HTTP 503", retryAfterMs: 7_000 });
  await send(SETTINGS, DOWN, receiver.context());
  await send(SETTINGS, UP_AGAIN, receiver.context({ idempotencyKey: "delivery-2-1700000000000" }));
  expect(receiver.asked.map(({ headers }) => headers["webhook-id"])).toEqual([
    "delivery-1-1700000000000",
    "delivery-1-1700000000000",
    "delivery-2-1700000000000",
  ]);
  const keys = receiver.taken.map(({ data }) => (data as unknown as { incident: { key: string } }).incident.key);
  expect(new Set(keys).size).toBe(1);
});

test("while a secret is renewed both verify, and then the new one only", async () => {
  const former = makeSecret();
  for (const [untilMs, isTaken] of [
    [60_000, true],
    [-1_000, false],
  ] as const) {
    const renewed = { ...SETTINGS, formerSecret: { secret: former, until: new Date(Date.now() + untilMs).toISOString() } };
    const [before, after] = [await playReceiver(former), await playReceiver(SECRET)];
    expect(await send(renewed, TEST, after.context())).toMatchObject({ sent: true });
    expect(await send(renewed, TEST, before.context())).toMatchObject({ sent: isTaken });
  }
});

test("somebody else's secret verifies nothing", async () => {
  const receiver = await playReceiver(makeSecret());
  expect(await send(SETTINGS, TEST, receiver.context())).toEqual({
    sent: false,
    next: "give-up",
    reason: "HTTP 401: No matching signature found",
  });
});

test.each([
  ["incident.opened", DEGRADED],
  ["incident.worsened", WORSE],
  ["incident.flapping", FLAPPING],
  ["incident.resolved", UP_AGAIN],
  ["monitor.changed", CHANGED],
  ["channel.test", TEST],
])("%s is a type of message", async (type, message) => {
  const receiver = await playReceiver(SECRET);
  expect(await send(SETTINGS, message, receiver.context())).toMatchObject({ sent: true });
  expect(receiver.taken).toMatchObject([{ type, data: { url: message.url } }]);
});

test.each([
  ["gone", { status: 410, body: "no such hook" }, "give-up", "HTTP 410: no such hook"],
  ["a redirect", { status: 302, headers: { Location: "http://127.0.0.1/" } }, "give-up", "HTTP 302: redirects are not followed"],
  ["no answer", "hang", "retry", "the server did not answer in time"],
  ["a connection that breaks", "break-off", "retry", "ECONNRESET"],
] as const)("%s", async (_, answer, next, reason) => {
  const receiver = await playReceiver(SECRET, () => answer);
  expect(await send(SETTINGS, DOWN, receiver.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
  expect(receiver.asked).toHaveLength(1);
});

describe("what others wrote is data:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const receiver = await playReceiver(SECRET);
    expect(await send(SETTINGS, hostileMessage(text), receiver.context())).toMatchObject({ sent: true });
    expect(receiver.asked[0]!.body.length).toBeLessThan(20_000);
    // Characters that move a cursor or reorder text are written out before they get here.
    expect(receiver.asked[0]!.body).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  });
});

const complaints = (typed: object) => formComplaints(webhookSettings, { ...SETTINGS, ...typed });

test("no URL that leads to ourselves is posted to, nor where a redirect leads (S07)", async () => {
  let connections = 0;
  const inside = await listening(
    net.createServer(() => connections++),
    "::",
  );
  const redirect = http.createServer((_, response) =>
    response.writeHead(307, { Location: `http://127.0.0.1:${inside.port}/` }).end(),
  );
  const outside = await listening(redirect);
  const dnsServers = await playedDns(() => "nxdomain");
  const hosted = boundsOf({ isEmbedded: false, ports: "any", ownAddresses: ["8.8.4.4"] });
  const context = sendContext({ ask: (request) => askHttp(request, { ...hosted, dnsServers, timeLimitMs: 2_000 }) });

  const hosts = [
    ...PRIVATE,
    ...METADATA,
    ...UNUSABLE,
    ...LOOPBACK_NAMES,
    "8.8.4.4",
    ...DISGUISED.filter((host) => host !== "00127.0.0.1"),
  ];
  const urls = hosts.flatMap((host) => {
    const authority = `${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${inside.port}`;
    return [`http://${authority}/`, `https://${authority}/`, `http://user:password@${authority}/`];
  });
  const others = ["ftp", "file", "gopher", "ws", "javascript", "data"].map((scheme) => `${scheme}://127.0.0.1:${inside.port}/`);
  let refused = 0;
  for (const url of [...urls, ...others]) {
    const settings = webhookSettings.schema.safeParse({ ...SETTINGS, url });
    const outcome = settings.success ? await send(settings.data, DOWN, context) : null; // said at the form
    if (outcome === null || !outcome.sent) refused++;
  }
  const followed = await send({ ...SETTINGS, url: `http://127.0.0.1:${outside.port}/` }, DOWN, sendContext());
  expect(followed).toEqual({ sent: false, next: "give-up", reason: "HTTP 307: redirects are not followed" });
  expect([refused, connections]).toEqual([urls.length + others.length, 0]);
  printFigure(
    "S07",
    `${refused} of ${urls.length + others.length} webhook URLs blocked, 1 of 1 redirects not followed, ${connections} connections`,
  );
});

test("no line break gets into a header, however it is spelled (S10)", async () => {
  const heard: string[] = [];
  const server = await listening(
    net.createServer((socket) => {
      let head = "";
      socket.on("data", (bytes) => {
        head += bytes.toString("latin1");
        if (!head.includes("\r\n\r\n") || !head.trimEnd().endsWith("}")) return;
        heard.push(head.slice(0, head.indexOf("\r\n\r\n")));
        socket.end("HTTP/1.1 204 No Content\r\n\r\n");
      });
    }),
  );
  const clean = {
    url: `http://127.0.0.1:${server.port}/hook`,
    headerName: "X-Api-Key",
    headerValue: "token-abc",
    signingSecret: SECRET,
  };
  await send(clean, DOWN, sendContext());
  const linesOfOne = heard[0]!.split("\r\n").length;

  let [tried, refused] = [0, 0];
  for (const field of ["url", "headerName", "headerValue"] as const) {
    for (const piece of LINE_BREAKS) {
      const forged = `${piece}X-Forged: 1`;
      for (const text of [
        forged + clean[field],
        `${clean[field].slice(0, -2)}${forged}${clean[field].slice(-2)}`,
        clean[field] + forged,
      ]) {
        tried++;
        const read = webhookSettings.schema.safeParse({ ...clean, [field]: text });
        if (!read.success) refused++;
        else await send(read.data, DOWN, sendContext());
      }
    }
  }
  expect(tried).toBeGreaterThanOrEqual(200);
  expect(heard).toHaveLength(1 + tried - refused);
  const injected = heard.filter((head) => head.split(/\r\n|\r|\n/).length !== linesOfOne || /^X-Forged/im.test(head));
  expect(injected).toEqual([]);
  printFigure("S10", `${tried} spellings in webhook URLs and headers: ${refused} refused, ${injected.length} injected`);
});

test("what is typed wrongly is said at its field", () => {
  expect(complaints({})).toEqual([]);
  expect(complaints({ headerName: "Authorization", headerValue: "Bearer abc" })).toEqual([]);
  expect(complaints({ url: "" })).toEqual(["url: Enter the URL that takes the messages."]);
  expect(complaints({ url: "hooks.example" })).toEqual(["url: This is not a URL."]);
  expect(complaints({ url: "ftp://hooks.example/" })).toEqual(["url: Only http and https URLs are asked."]);
  expect(complaints({ headerName: "Authorization" })).toEqual(["headerValue: Enter what the header says."]);
  expect(complaints({ headerValue: "Bearer abc" })).toEqual(["headerName: Enter the name of the header."]);
  for (const headerName of ["Host", "content-length", "Transfer-Encoding", "webhook-signature"])
    expect(complaints({ headerName, headerValue: "1" })).toEqual(["headerName: This header is set by Ehlowatch."]);
});

test("docs/webhook.md shows what is sent, and names every type", () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../docs/webhook.md"), "utf8");
  expect(text).toContain(webhookSettings.sample);
  for (const message of [DOWN, WORSE, FLAPPING, UP_AGAIN, CHANGED, TEST])
    expect(text).toContain(`| \`${webhookPayload(message, new Date()).type}\` |`);
});

test("where it leads is said without its key", () => {
  expect(webhookSettings.leadsTo(SETTINGS)).toBe("hooks.example");
});
