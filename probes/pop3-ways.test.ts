import { expect, onTestFinished, test } from "vitest";
import { hasRefusedLogin } from "#core/check/login-refusal.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { pop3sOffering } from "#testing/server/dialogues/pop3.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import { probePop3 } from "./pop3.ts";

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["mx.example"], issuer: authority });
const ADDRESSES = ["127.0.0.1", "127.0.0.2", "127.0.0.3"];

/** Opens the same mailbox at each of three addresses of one server, which locks it for whoever is in it; how many were in at most. */
async function openEverywhere(answer: string) {
  const logins = { all: 0, inside: 0, together: 0 };
  const dialogue: Dialogue = pop3sOffering(certificate, ["USER"])
    .slice(0, -3)
    .concat(async (player) => {
      for (let line = await player.line(); line !== "QUIT"; line = await player.line()) {
        if (line.startsWith("PASS ")) {
          logins.all++;
          logins.together = Math.max(logins.together, ++logins.inside);
          player.send(answer);
        } else {
          if (line === "LIST") await player.wait(40);
          player.send({ STAT: "+OK 0 0\r\n", LIST: "+OK\r\n.\r\n" }[line] ?? "+OK\r\n");
        }
      }
      logins.inside--;
      player.send("+OK bye\r\n");
      player.end();
    });
  let port = 0;
  for (const host of ADDRESSES) {
    const server = await play(dialogue, { host, port });
    onTestFinished(() => server.close());
    port = server.port;
  }
  const dns = await playDns((_, family) => (family === "A" ? ADDRESSES : []));
  onTestFinished(() => dns.close());
  const login = { mechanism: "best", username: "joe" } as const;
  const result = await probePop3(
    { kind: "pop3", host: "mx.example", port, tls: "implicit", reach: "each", until: "list", login },
    { timeLimitMs: 3_000, dnsServers: [dns.address], allowPrivate: true, extraCas: [authority.cert], secret: "pencil-and-paper" },
  );
  return { result, logins, codes: result.facts.paths?.map(({ reason }) => reason?.code ?? null).toSorted() };
}

test("of several ways one opens the mailbox after the other has left it", async () => {
  const { result, logins } = await openEverywhere("+OK\r\n");
  expect(result.status).toBe("up");
  expect(logins).toEqual({ all: 3, inside: 0, together: 1 });
});

test("a password that is wrong is said once, not once for each address", async () => {
  const { result, logins, codes } = await openEverywhere("-ERR [AUTH] no\r\n");
  expect(logins.all).toBe(1);
  expect(codes).toEqual(["login.reply", "login.stopped", "login.stopped"]);
  expect(hasRefusedLogin(result)).toBe(true);
});
