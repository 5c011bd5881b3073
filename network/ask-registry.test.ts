import http from "node:http";
import { expect, test } from "vitest";
import { listening } from "#testing/server/listening.ts";
import { askRegistry } from "./ask-registry.ts";

type Answers = Readonly<Record<string, { status: number; body: string }>>;

/** A registry that answers at a path of its own, and the file that leads there. */
async function registry(answers: Answers, services?: unknown) {
  const asked: string[] = [];
  const server = await listening(
    http.createServer(({ url = "" }, response) => {
      asked.push(url);
      const { status, body } = url === "/dns.json" ? file() : (answers[url] ?? { status: 404, body: "{}" });
      response.writeHead(status, { "content-type": "application/rdap+json" }).end(body);
    }),
  );
  const here = `http://127.0.0.1:${server.port}`;
  const file = () => ({
    status: 200,
    body: JSON.stringify({
      services: services ?? [
        [["example", "co.example"], [`${here}/rdap/`]],
        [["other"], ["http://127.0.0.1:1/"]],
      ],
    }),
  });
  const ask = (domain: string) =>
    askRegistry(domain, { bootstrap: `${here}/dns.json`, timeLimitMs: 2_000, dnsServers: [], allowPrivate: true });
  return { asked, ask };
}

const ANSWER = { events: [{ eventAction: "expiration", eventDate: "2027-03-01T00:00:00Z" }] };

test("the registry of a suffix is asked, once for all checks of half a day", async () => {
  const { asked, ask } = await registry({ "/rdap/domain/watched.example": { status: 200, body: JSON.stringify(ANSWER) } });
  expect(await ask("watched.example")).toEqual({ outcome: "fetched", json: ANSWER });
  expect(await ask("watched.example")).toEqual({ outcome: "fetched", json: ANSWER });
  expect(asked).toEqual(["/dns.json", "/rdap/domain/watched.example"]);
});

test("a suffix nobody answers for, and a domain the registry does not know", async () => {
  const { ask } = await registry({});
  expect(await ask("watched.test")).toEqual({ outcome: "no-service" });
  expect(await ask("free.co.example")).toEqual({ outcome: "not-found" });
});

test.each([
  [429, "{}", { outcome: "too-often" }],
  [503, "busy", { outcome: "failed", detail: "the registry answered with status 503" }],
  [200, "<html>", { outcome: "failed", detail: "the registry answered with status 200" }],
])("an answer of status %d with %j", async (status, body, fetched) => {
  const { ask } = await registry({ "/rdap/domain/watched.example": { status, body } });
  expect(await ask("watched.example")).toEqual(fetched);
});

test("a list that makes no sense, and a registry that is not there", async () => {
  const broken = await registry({}, "none");
  expect(await broken.ask("watched.example")).toEqual({ outcome: "failed", detail: "the list of registries could not be read" });
  const odd = await registry({}, [null, [["example"]], [[1], ["x"]], [["example"], ["http://127.0.0.1:1/"]]]);
  expect(await odd.ask("watched.example")).toMatchObject({ outcome: "failed", detail: expect.stringContaining("ECONNREFUSED") });
});

test("a registry at an address that may not be asked is not connected to", async () => {
  const { asked, ask } = await registry({});
  await ask("watched.other");
  const guarded = await askRegistry("watched.example", {
    bootstrap: "http://127.0.0.1:1/dns.json",
    timeLimitMs: 2_000,
    dnsServers: [],
    allowPrivate: false,
  });
  expect(guarded).toEqual({ outcome: "failed", detail: "the list of registries could not be read" });
  expect(asked).toEqual(["/dns.json"]);
});
