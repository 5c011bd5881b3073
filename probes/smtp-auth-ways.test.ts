import { expect, onTestFinished, test } from "vitest";
import { hasRefusedLogin } from "#core/check/login-refusal.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import { probeSmtp } from "./smtp.ts";

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["mx.example"], issuer: authority });
const ADDRESSES = ["127.0.0.1", "127.0.0.2", "127.0.0.3"];

const WAIT_MS = 40;

/**
 * Logs in at each of three addresses of one server, which takes 40 ms and then answers like this; how often that was, how often at a time
 * at most, and by how much the machine was late at the most with an answer.
 */
async function logInEverywhere(answer: string) {
  const logins = { all: 0, now: 0, together: 0 };
  let lateMs = 0;
  const dialogue: Dialogue = authOffered(certificate, "PLAIN")
    .slice(0, -3)
    .concat(async (player) => {
      if ((await player.line()).startsWith("AUTH PLAIN ")) {
        logins.all++;
        logins.together = Math.max(logins.together, ++logins.now);
        const heardAtMs = performance.now();
        await player.wait(WAIT_MS);
        lateMs = Math.max(lateMs, performance.now() - heardAtMs - WAIT_MS);
        logins.now--;
        player.send(answer);
        await player.line();
      }
      player.send("221 bye\r\n");
    });
  let port = 0;
  for (const host of ADDRESSES) {
    const server = await play(dialogue, { host, port });
    onTestFinished(() => server.close());
    port = server.port;
  }
  const dns = await playDns((_, family) => (family === "A" ? ADDRESSES : []));
  onTestFinished(() => dns.close());
  const result = await probeSmtp(
    {
      kind: "smtp",
      host: "mx.example",
      port,
      tls: "implicit",
      ehloName: "probe.example",
      reach: "each",
      until: "auth",
      login: { mechanism: "PLAIN", username: "joe" },
    },
    { timeLimitMs: 3_000, dnsServers: [dns.address], allowPrivate: true, extraCas: [authority.cert], secret: "pencil-and-paper" },
  );
  return { result, logins, lateMs, codes: result.facts.paths?.map(({ reason }) => reason?.code ?? null).toSorted() };
}

test("one logs in after the other, and the wait is no part of the stage's time", async () => {
  const { result, logins, lateMs } = await logInEverywhere("235 2.7.0 welcome\r\n");
  expect(result.status).toBe("up");
  expect(logins).toEqual({ all: 3, now: 0, together: 1 });
  const times = result.facts.paths!.map(({ stages }) => stages.find(({ stage }) => stage === "auth")!.ms);
  expect(Math.max(...times)).toBeLessThan(100 + lateMs); // the last one waited for 80 ms and took 40
});

test("a password that is wrong is said once, not once for each address", async () => {
  const { result, logins, codes } = await logInEverywhere("535 5.7.8 no\r\n");
  expect(logins).toEqual({ all: 1, now: 0, together: 1 });
  expect(codes).toEqual(["auth.reply", "auth.stopped", "auth.stopped"]);
  expect(result).toMatchObject({ status: "down", reason: { code: "auth.reply", reply: { code: 535 } } });
  expect(hasRefusedLogin(result)).toBe(true);
});

test("trouble of the moment on one way stops no other", async () => {
  const { logins, codes } = await logInEverywhere("454 4.7.0 later\r\n");
  expect(logins.all).toBe(3);
  expect(codes).toEqual(["auth.reply", "auth.reply", "auth.reply"]);
});
