import type { CheckResult } from "#core/check/result.ts";
import { boundsOf } from "#core/monitor/bounds.ts";
import { probeSmtp } from "#probes/smtp.ts";
import { play } from "#testing/server/play.ts";
import { close, expect, hold, repeat, send, sendInPieces, type Dialogue } from "#testing/server/steps.ts";

/** Stands in everything that is no SMTP greeting. */
const SECRET = "s3cret";
const ADDRESS = "8.8.8.8";

const STRANGERS: Record<string, Dialogue> = {
  ssh: [send(`SSH-2.0-${SECRET}\r\n`), hold],
  http: [send(`HTTP/1.1 200 ${SECRET}\r\nServer: ${SECRET}\r\n\r\n`), hold],
  redis: [send(`-ERR ${SECRET}\r\n`), hold],
  mysql: [send(`J\x00\x00\x008.0.36-${SECRET}\x00\x0a`), hold],
  "half a line": [send(`${SECRET} and no line end`), hold],
  "half a line, then the end": [send(`${SECRET} and no line end`), close],
  "a bare carriage return": [send(`${SECRET}\r`), hold],
  trickle: [sendInPieces(`${SECRET} `.repeat(20), 1, 5), hold],
  flood: [repeat(`${SECRET} `.repeat(500), 1)],
  "lines without end": [repeat(`${SECRET}\r\n`, 1)],
  "a reply that turns into something else": [send(`220-mx.example\r\n${SECRET}\r\n220 ${SECRET}\r\n`), hold],
  "a code that is none": [send(`999 ${SECRET}\r\n`), hold],
};

const GREETINGS: Record<string, Dialogue> = {
  "220": [
    send("220 mx.example at your service\r\n"),
    expect(/^EHLO/),
    send("250 mx.example\r\n"),
    expect(/^QUIT/),
    send("221 bye\r\n"),
  ],
  "554": [send("554 mx.example at nobody's service\r\n"), expect(/^QUIT/), send("221 bye\r\n")],
};

export type Met = { name: string; code: string | null; shows: boolean; notes: string[]; banner: string | null };

async function meet(name: string, dialogue: Dialogue, isEmbedded: boolean): Promise<Met> {
  const server = await play(dialogue, { host: "::", port: 25 });
  const lines: string[] = [];
  const result: CheckResult = await probeSmtp(
    { kind: "smtp", host: ADDRESS, port: 25, tls: "none", ehloName: "probe.example" },
    {
      timeLimitMs: 300,
      dnsServers: [],
      ...boundsOf({ isEmbedded, ports: undefined, ownAddresses: [] }),
      onLine: ({ text }) => lines.push(text),
    },
  );
  await server.close();
  return {
    name,
    code: result.reason?.code ?? null,
    shows: JSON.stringify([result, lines]).includes(SECRET),
    notes: result.transcript.filter(({ direction, stage }) => direction === "note" && stage === "greeting").map(({ text }) => text),
    banner: result.facts.banner,
  };
}

async function meetAll(dialogues: Record<string, Dialogue>, isEmbedded: boolean): Promise<Met[]> {
  const met: Met[] = [];
  for (const [name, dialogue] of Object.entries(dialogues)) met.push(await meet(name, dialogue, isEmbedded));
  return met;
}

/** Strangers and mail servers are met on port 25, as strangers do it and as the owner of the machine does. */
export async function scene() {
  return {
    hosted: await meetAll(STRANGERS, false),
    embedded: await meetAll(STRANGERS, true),
    greetings: await meetAll(GREETINGS, false),
  };
}
