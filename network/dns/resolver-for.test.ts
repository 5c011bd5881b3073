import type { Answer } from "dns-packet";
import { describe, expect, onTestFinished, test } from "vitest";
import { answerTo, nothing, playDnsMessages, type PlayedQuery, type Said } from "#testing/server/play-dns-messages.ts";
import { Deadline } from "../deadline.ts";
import { readDnsServers } from "./dns-servers.ts";
import { resolverFor, type ResolverOptions } from "./resolver-for.ts";

const NAME = "mx.example";
const FOUND: Said = { answers: [{ type: "A", name: NAME, ttl: 300, data: "192.0.2.1" }] };
const OTHER: Said = { answers: [{ type: "A", name: NAME, ttl: 300, data: "192.0.2.66" }] };
const [FORMERR, SERVFAIL, NXDOMAIN, NOTIMP, REFUSED, BADVERS] = [1, 2, 3, 4, 5, 16];

type Play = Parameters<typeof playDnsMessages>[0];
const alwaysSays =
  (said: Said): Play =>
  (query) => [answerTo(query, said)];

async function played(play: Play) {
  const server = await playDnsMessages(play);
  onTestFinished(() => server.close());
  return server;
}

async function asked(play: Play, options: ResolverOptions = {}) {
  const { address, queries } = await played(play);
  const resolver = resolverFor(readDnsServers([address]), { tryMs: 150, ...options });
  return { answer: await resolver.ask(NAME, "A"), queries, resolver };
}

const liesFirst =
  (lie: (query: PlayedQuery) => Buffer): Play =>
  (query) => [lie(query), answerTo(query, FOUND)];

const leadTo =
  (next: (name: string) => string | null): Play =>
  (query) => {
    const to = next(query.name);
    return [
      answerTo(query, {
        answers: to === null ? [{ type: "A", name: query.name, ttl: 9, data: "192.0.2.1" }] : [alias(query.name, to)],
      }),
    ];
  };

const silence: Play = () => [];

const alias = (name: string, data: string): Answer => ({ type: "CNAME", name, ttl: 60, data });

test("a query asks a resolver to do the work, with EDNS, 1,232 bytes, DO and AD", async () => {
  const { queries } = await asked(alwaysSays(FOUND));
  const [{ message }] = queries as [PlayedQuery];
  expect(message).toMatchObject({
    flag_rd: true,
    flag_ad: true,
    flag_cd: false,
    questions: [{ name: NAME, type: "A", class: "IN" }],
  });
  expect(message.additionals).toMatchObject([{ type: "OPT", udpPayloadSize: 1_232, flag_do: true, ednsVersion: 0 }]);
});

test("ids and ports are those that nobody can guess", async () => {
  const ports = new Set<number>();
  const { address, queries } = await played((query) => [answerTo(query, FOUND)]);
  const resolver = resolverFor(readDnsServers([address]));
  await Promise.all(Array.from({ length: 50 }, (_, at) => resolver.ask(`${at}.example`, "A")));
  queries.forEach(({ message }) => ports.add(message.id!));
  expect(ports.size).toBeGreaterThan(40);
  expect(Math.max(...ports) - Math.min(...ports)).toBeGreaterThan(10_000);
});

describe("what is not the answer is not listened to:", () => {
  const believed = { outcome: "found", records: [{ data: "192.0.2.1" }] };
  test.each<[string, (query: PlayedQuery) => Buffer]>([
    ["another id", (query) => answerTo(query, { ...OTHER, id: (query.message.id! + 1) & 0xffff })],
    ["another name", (query) => answerTo(query, { ...OTHER, questions: [{ name: "other.example", type: "A" }] })],
    ["another type", (query) => answerTo(query, { ...OTHER, questions: [{ name: NAME, type: "AAAA" }] })],
    ["no question", (query) => answerTo(query, { ...OTHER, questions: [] })],
    [
      "two questions",
      (query) => answerTo(query, { ...OTHER, questions: [...query.message.questions!, { name: NAME, type: "A" }] }),
    ],
    [
      "a query",
      (query) => {
        const bytes = answerTo(query, OTHER);
        bytes.writeUInt8(bytes.readUInt8(2) & 0x7f, 2);
        return bytes;
      },
    ],
    ["a single byte", () => Buffer.from([1])],
    ["nothing", () => Buffer.alloc(0)],
  ])("%s", async (_, lie) => {
    const { answer, resolver } = await asked(liesFirst(lie));
    expect(answer).toMatchObject(believed);
    expect(resolver.asked).toBe(1);
  });

  test("another port", async () => {
    const { answer } = await asked(async (query) => {
      await query.sendFromElsewhere(answerTo(query, OTHER));
      return [answerTo(query, FOUND)];
    });
    expect(answer).toMatchObject(believed);
  });

  test("a record of another name, class or type", async () => {
    const strangers: Answer[] = [
      { type: "A", name: "other.example", ttl: 1, data: "192.0.2.66" },
      { type: "A", name: NAME, class: "CH", ttl: 1, data: "192.0.2.66" },
      { type: "TXT", name: NAME, ttl: 1, data: "192.0.2.66" },
    ];
    const { answer } = await asked(alwaysSays({ answers: [...strangers, ...FOUND.answers!] }));
    expect(answer).toMatchObject({ ...believed, records: { length: 1 }, ttlS: 300 });
  });
});

describe("what became of a question:", () => {
  test.each<[string, Play, object]>([
    ["no answer", () => [], { outcome: "timeout" }],
    [
      "no name",
      alwaysSays({ rcode: NXDOMAIN, authorities: [nothing("example")] }),
      { outcome: "nxdomain", ttlS: 60, isSecure: false },
    ],
    ["no record", alwaysSays({ authorities: [nothing("example", 900)] }), { outcome: "nodata", ttlS: 300 }],
    ["no record, and not for how long", alwaysSays({}), { outcome: "nodata", ttlS: 0 }],
    ["refused", alwaysSays({ rcode: REFUSED }), { outcome: "refused", detail: null }],
    [
      "refused, and why",
      alwaysSays({ rcode: REFUSED, errors: [{ code: 18, text: "not\u001b you" }] }),
      { outcome: "refused", detail: "Prohibited: not\\x1b you" },
    ],
    ["could not", alwaysSays({ rcode: SERVFAIL }), { outcome: "servfail", detail: null }],
    [
      "could not, and why",
      alwaysSays({ rcode: SERVFAIL, errors: [{ code: 22 }, { code: 23, text: "192.0.2.1:53" }] }),
      { outcome: "servfail", detail: "No Reachable Authority; Network Error: 192.0.2.1:53" },
    ],
    [
      "signatures that ended",
      alwaysSays({ rcode: SERVFAIL, errors: [{ code: 7 }] }),
      { outcome: "bogus", detail: "Signature Expired" },
    ],
    ["a code that nobody knows", alwaysSays({ rcode: SERVFAIL, errors: [{ code: 999 }] }), { detail: "Extended DNS Error 999" }],
    ["not today", alwaysSays({ rcode: 9 }), { outcome: "servfail", detail: "NOTAUTH" }],
    [
      "bytes that are no message",
      (query) => [Buffer.concat([idOf(query), Buffer.from("no DNS at all")])],
      { outcome: "malformed" },
    ],
    ["half a message", (query) => [answerTo(query, FOUND).subarray(0, 40)], { outcome: "malformed" }],
    ["more than a message", (query) => [Buffer.concat([answerTo(query, FOUND), Buffer.from("more")])], { outcome: "malformed" }],
    [
      "another server's name",
      alwaysSays({ authorities: [{ type: "NS", name: "example", data: "ns.example" }] }),
      { outcome: "refused" },
    ],
    ["secure", alwaysSays({ ...FOUND, isSecure: true }), { outcome: "found", isSecure: true }],
    ["a TTL that is none", alwaysSays({ answers: [{ ...FOUND.answers![0]!, ttl: 2 ** 31 } as Answer] }), { ttlS: 0 }],
  ])("%s", async (_, play, expected) => {
    expect((await asked(play)).answer).toMatchObject(expected);
  });

  test("nobody listens there", async () => {
    const { address, close } = await playDnsMessages(() => []);
    await close();
    const answer = await resolverFor(readDnsServers([address])).ask(NAME, "A");
    expect(answer).toMatchObject({ outcome: "unreachable", detail: "127.0.0.1 ECONNREFUSED" });
    expect(answer.ms).toBeLessThan(1_000);
  });

  test.each(["a..example", `${"a".repeat(64)}.example`, `${"a.".repeat(130)}example`, ".example", "bü cher.example"])(
    "a name that cannot be (%s) is not asked for",
    async (name) => {
      const { address, queries } = await played(() => []);
      expect(await resolverFor(readDnsServers([address])).ask(name, "A")).toMatchObject({ outcome: "nxdomain" });
      expect(queries).toEqual([]);
    },
  );
});

describe("signatures that do not hold, where the server does not say so:", () => {
  test("what is not checked is answered, and what is checked is not", async () => {
    const { answer, queries } = await asked((query) => [answerTo(query, query.isChecked ? { rcode: SERVFAIL } : FOUND)]);
    expect(answer).toMatchObject({ outcome: "bogus", detail: expect.stringContaining("not checked") });
    expect(queries.map(({ isChecked }) => isChecked)).toEqual([true, false, true]);
  });

  test("a server that was only in trouble for a moment is believed", async () => {
    const { answer } = await asked((query) => [answerTo(query, query.nth === 1 ? { rcode: SERVFAIL } : FOUND)]);
    expect(answer).toMatchObject({ outcome: "found" });
  });
});

describe("a server that does not know EDNS is asked without:", () => {
  test.each([FORMERR, NOTIMP, BADVERS])("RCODE %i", async (rcode) => {
    const { answer, queries } = await asked((query) => [answerTo(query, query.hasEdns ? { rcode, questions: [] } : FOUND)]);
    expect(answer).toMatchObject({ outcome: "found" });
    expect(queries.map(({ hasEdns }) => hasEdns)).toEqual([true, false]);
  });

  test("and where that does not help either, it could not", async () => {
    const { answer } = await asked(alwaysSays({ rcode: FORMERR }));
    expect(answer).toMatchObject({ outcome: "servfail", detail: "FORMERR" });
  });
});

describe("over TCP", () => {
  const truncated =
    (overTcp: Play): Play =>
    (query) =>
      query.isOverTcp ? overTcp(query) : [answerTo(query, { isTruncated: true })];

  test.each<[string, Play, object]>([
    ["comes what did not fit", alwaysSays(FOUND), { outcome: "found" }],
    ["it does not fit either", alwaysSays({ ...FOUND, isTruncated: true }), { outcome: "too-large" }],
    ["comes somebody else's answer", (query) => [answerTo(query, { ...FOUND, id: 0 })], { outcome: "malformed" }],
    ["come bytes that are no message", () => [Buffer.alloc(65_535)], { outcome: "malformed" }],
    ["comes an empty message", () => [Buffer.alloc(0)], { outcome: "malformed" }],
    ["comes nothing", () => [], { outcome: "timeout" }],
  ])("%s", async (_, overTcp, expected) => {
    const { answer } = await asked(truncated(overTcp));
    expect(answer).toMatchObject(expected);
  });

  test("an answer in pieces is put together", async () => {
    const answers: Answer[] = Array.from({ length: 2_000 }, (_, at) => ({
      type: "A",
      name: NAME,
      data: `198.18.${at >> 8}.${at & 255}`,
    }));
    const { answer } = await asked(truncated(alwaysSays({ answers })));
    expect(answer).toMatchObject({ outcome: "found", records: { length: 2_000 } });
  });
});

describe("aliases", () => {
  test("that are not followed by the server are followed by us", async () => {
    const { answer, queries } = await asked(leadTo((name) => ({ [NAME]: "a.example", "a.example": "b.example" })[name] ?? null));
    expect(answer).toMatchObject({ outcome: "found", canonical: "b.example", ttlS: 9 });
    expect(queries).toHaveLength(3);
  });

  test.each([
    ["in a circle", (name: string) => (name === NAME ? "a.example" : NAME), 2],
    ["to themselves", (name: string) => name, 1],
    ["ever on", (name: string) => `${Number(name.split(".")[0]) + 1 || 1}.example`, 17],
  ])("that lead %s end", async (_, next, most) => {
    const { answer, queries } = await asked(leadTo(next));
    expect(answer).toMatchObject({ outcome: "loop" });
    expect(queries.length).toBeLessThanOrEqual(most);
  });

  test("in one answer are followed in whatever order they stand", async () => {
    const answers: Answer[] = [
      { type: "A", name: "B.example", ttl: 300, data: "192.0.2.1" },
      alias("a.example", "b.EXAMPLE"),
      alias(NAME, "A.example"),
    ];
    expect((await asked(alwaysSays({ answers }))).answer).toMatchObject({ outcome: "found", canonical: "b.example", ttlS: 60 });
  });

  test("in one answer that lead in a circle end", async () => {
    const { answer, queries } = await asked(alwaysSays({ answers: [alias(NAME, "a.example"), alias("a.example", NAME)] }));
    expect(answer).toMatchObject({ outcome: "loop" });
    expect(queries).toHaveLength(1);
  });

  test("that lead to nothing are no record", async () => {
    const said: Said = { answers: [alias(NAME, "a.example")], authorities: [nothing("example")] };
    expect((await asked(alwaysSays(said))).answer).toMatchObject({ outcome: "nodata", ttlS: 60 });
    expect((await asked(alwaysSays({ ...said, rcode: NXDOMAIN }))).answer).toMatchObject({ outcome: "nxdomain" });
  });
});

describe("of several servers", () => {
  async function askedOf(plays: readonly Play[], seconds: readonly Play[] = [], options: ResolverOptions = {}) {
    const [servers, second] = await Promise.all([plays, seconds].map((each) => Promise.all(each.map(played))));
    const addresses = (each: typeof servers) => readDnsServers(each!.map(({ address }) => address));
    const resolver = resolverFor(addresses(servers), {
      tryMs: 100,
      ...(seconds.length === 0 ? {} : { second: addresses(second) }),
      ...options,
    });
    return { answer: await resolver.ask(NAME, "A"), counts: [...servers!, ...second!].map(({ queries }) => queries.length) };
  }
  test.each<[string, Play, number]>([
    ["is silent", silence, 1],
    ["refuses", alwaysSays({ rcode: REFUSED }), 1],
    ["cannot", alwaysSays({ rcode: SERVFAIL, errors: [{ code: 22 }] }), 1],
  ])("the next is asked where one %s", async (_, play, times) => {
    expect(await askedOf([play, alwaysSays(FOUND)])).toMatchObject({ answer: { outcome: "found" }, counts: [times, 1] });
  });

  test.each<[string, Said]>([
    ["that there is no such name", { rcode: NXDOMAIN }],
    ["that there is no such record", {}],
    ["that the signatures do not hold", { rcode: SERVFAIL, errors: [{ code: 6 }] }],
  ])("nobody else is asked where one says %s", async (_, said) => {
    expect((await askedOf([alwaysSays(said), alwaysSays(FOUND)], [alwaysSays(FOUND)])).counts).toEqual([1, 0, 0]);
  });

  test("the silent ones are asked once more, and the failure that tells most is told", async () => {
    expect(await askedOf([silence, alwaysSays({ rcode: REFUSED })])).toMatchObject({
      answer: { outcome: "refused" },
      counts: [2, 1],
    });
  });

  test("those of another network are asked where the first cannot say", async () => {
    expect(await askedOf([silence], [alwaysSays(FOUND)], { limitMs: 1_000 })).toMatchObject({
      answer: { outcome: "found" },
      counts: [2, 1],
    });
    expect(await askedOf([alwaysSays({ rcode: REFUSED })], [silence])).toMatchObject({ answer: { outcome: "refused" } });
  });
});

test("everything ends with the deadline, and the next question may have another", async () => {
  let isSilent = true;
  const { address } = await played((query) => (isSilent ? [] : [answerTo(query, FOUND)]));
  const resolver = resolverFor(readDnsServers([address]));
  const deadline = new Deadline(120);
  const answer = await resolver.ask(NAME, "A", deadline);
  expect(answer).toMatchObject({ outcome: "timeout" });
  expect(answer.ms).toBeLessThan(400);
  expect(await resolver.ask("other.example", "A", deadline)).toMatchObject({
    outcome: "timeout",
    detail: "there was no time left to ask",
  });
  isSilent = false;
  expect(await resolver.ask(NAME, "A")).toMatchObject({ outcome: "found" });
});

test("who waits for somebody else's question ends in time, too", async () => {
  const { address } = await played(() => []);
  const resolver = resolverFor(readDnsServers([address]), { limitMs: 1_500 });
  const first = resolver.ask(NAME, "A");
  const startedAtMs = performance.now();
  expect(await resolver.ask(NAME, "A", new Deadline(100))).toMatchObject({ outcome: "timeout" });
  expect(performance.now() - startedAtMs).toBeLessThan(1_000);
  expect(await first).toMatchObject({ outcome: "timeout" });
});

test.each(["timeout", "malformed", "too-large"] as const)(
  "of every type it is told alike that the answer is %s",
  async (outcome) => {
    const types = ["A", "AAAA", "CNAME", "NS", "PTR", "TXT", "MX", "SOA", "SRV", "TLSA", "CAA", "DS"] as const;
    const { address } = await played((query) => {
      if (outcome === "timeout") return [];
      return [outcome === "malformed" ? answerTo(query, FOUND).subarray(0, 30) : answerTo(query, { isTruncated: true })];
    });
    const resolver = resolverFor(readDnsServers([address]), { tryMs: 200 });
    const answers = await Promise.all(types.map((type) => resolver.ask(NAME, type)));
    expect(answers.map((answer) => answer.outcome)).toEqual(types.map(() => outcome));
  },
);

test("what failed is remembered for a moment, and what did not come in time is not", async () => {
  const { resolver } = await asked(alwaysSays({ rcode: REFUSED }));
  expect(await resolver.ask(NAME, "A")).toMatchObject({ outcome: "refused", ms: 0 });
  expect(resolver.asked).toBe(1);
  const silent = await asked(() => []);
  await silent.resolver.ask(NAME, "A");
  expect(silent.resolver.asked).toBe(4);
});

test("an answer is kept for its TTL", async () => {
  const { resolver } = await asked((query) => [
    answerTo(query, { answers: [{ type: "A", name: NAME, ttl: query.nth === 1 ? 1 : 300, data: "192.0.2.1" }] }),
  ]);
  await resolver.ask(NAME, "A");
  expect(resolver.asked).toBe(1);
  await expect.poll(() => resolver.ask(NAME, "A").then(() => resolver.asked), { timeout: 3_000 }).toBe(2);
});

function idOf({ message }: PlayedQuery): Buffer {
  return Buffer.from([message.id! >> 8, message.id! & 0xff]);
}
