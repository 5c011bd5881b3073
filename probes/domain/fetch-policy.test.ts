import { once } from "node:events";
import type { ServerResponse } from "node:http";
import https from "node:https";
import net from "node:net";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { PolicyFetched } from "#core/posture/mta-sts/policy-fetched.ts";
import type { TakeTurn } from "#network/take-turn.ts";
import { makeCertificate, type Authority, type CertificateWish } from "#testing/certificates.ts";
import { ownAddress } from "#testing/real/own-address.ts";
import { onlyA, playedDns } from "#testing/server/played-dns.ts";
import type { ProbeOptions } from "../probe.ts";
import { fetchPolicy } from "./gather-mta-sts.ts";

const DOMAIN = "watched.example";
const NAME = `mta-sts.${DOMAIN}`;
const POLICY = "version: STSv1\r\nmode: enforce\r\nmx: mx1.watched.example\r\nmax_age: 604800\r\n";

let authority: Authority;
beforeAll(() => {
  authority = makeCertificate({ names: ["Test CA"], isAuthority: true });
});

/** Port 443 is where it has to be: at an address of its own it is free. */
async function open(server: net.Server): Promise<string> {
  const address = ownAddress();
  server.listen(443, address);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return address;
}

async function fetched(answer: (response: ServerResponse) => unknown, wish: CertificateWish = {}): Promise<PolicyFetched> {
  const certificate = makeCertificate({ names: [NAME], issuer: authority, ...wish });
  return at(
    await open(
      https.createServer(certificate, ({ url, headers }, response) => {
        expect([url, headers.host]).toEqual(["/.well-known/mta-sts.txt", NAME]);
        answer(response);
      }),
    ),
  );
}

async function at(address: string, more: Partial<ProbeOptions> = {}): Promise<PolicyFetched> {
  const dnsServers = await playedDns(onlyA(address));
  return fetchPolicy(
    DOMAIN,
    { dnsServers, allowPrivate: true, extraCas: [authority.cert], timeLimitMs: 2_000, ports: [25], ...more },
    1_500,
  );
}

const text = (response: ServerResponse, body = POLICY, type = "text/plain; charset=utf-8") =>
  response.writeHead(200, { "content-type": type }).end(body);

/** Half of what it announced. */
function half(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/plain", "content-length": "500" }).write(POLICY);
  response.socket!.end();
}

/** The first word, and then nothing. */
function drop(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/plain" }).write("version");
}

describe("the policy of MTA-STS is fetched by the rules of RFC 8461 section 3.3", () => {
  test("as it stands there", async () => {
    expect(await fetched((response) => text(response))).toEqual({ outcome: "fetched", body: POLICY });
  });

  test.each([404, 410, 500, 503])("not with status %d", async (status) => {
    expect(await fetched((response) => response.writeHead(status).end())).toEqual({ outcome: "status", status });
  });

  test.each([301, 302, 307, 308])("and a redirect (%d) is not followed", async (status) => {
    const location = "https://elsewhere.example/policy";
    expect(await fetched((response) => response.writeHead(status, { location }).end())).toEqual({
      outcome: "redirect",
      status,
      location,
    });
  });

  test("not as another type", async () => {
    const outcome = await fetched((response) => text(response, POLICY, "text/html"));
    expect(outcome).toEqual({ outcome: "content-type", contentType: "text/html", body: POLICY });
  });

  test("not past 64 KiB", async () => {
    expect(await fetched((response) => text(response, "x".repeat(70_000)))).toEqual({ outcome: "too-large" });
  });

  test("not half", async () => {
    expect(await fetched(half)).toEqual({ outcome: "unreachable", detail: "the answer broke off" });
  });

  test("nor by drops", async () => {
    expect((await fetched(drop)).outcome).not.toBe("fetched");
  });

  test.each<[string, CertificateWish]>([
    ["of another name", { names: [DOMAIN] }],
    ["that has ended", { fromDay: -90, toDay: -1 }],
    ["that is not valid yet", { fromDay: 2, toDay: 90 }],
  ])("not with a certificate %s", async (_, wish) => {
    expect(await fetched((response) => text(response), wish)).toMatchObject({ outcome: "certificate" });
  });

  test("not with a certificate by nobody who is trusted", async () => {
    const certificate = makeCertificate({ names: [NAME] });
    const address = await open(https.createServer(certificate, (_, response) => text(response)));
    expect(await at(address)).toMatchObject({ outcome: "certificate" });
  });

  test("not where nobody answers, or nobody listens", async () => {
    const silent = net.createServer((socket) => void socket.on("error", () => undefined));
    expect(await at(await open(silent))).toEqual({ outcome: "timeout" });
    expect(await at(ownAddress())).toMatchObject({ outcome: "unreachable", detail: expect.stringContaining("ECONNREFUSED") });
  });

  test("and in its turn: nobody's server is asked more often than by any other check", async () => {
    const turns: string[] = [];
    const address = await open(
      https.createServer(makeCertificate({ names: [NAME], issuer: authority }), (_, response) => text(response)),
    );
    const takeTurn: TakeTurn = async (at, port) => {
      turns.push(`take ${at} ${port}`);
      return () => turns.push("end");
    };
    expect(await at(address, { takeTurn })).toEqual({ outcome: "fetched", body: POLICY });
    await expect.poll(() => turns).toEqual([`take ${address} 443`, "end"]);
    expect(await at(address, { takeTurn: async () => null })).toEqual({ outcome: "busy" });
  });

  test("and nobody inside is asked (S07)", async () => {
    expect(await at(ownAddress(), { allowPrivate: false })).toEqual({ outcome: "blocked" });
  });
});
