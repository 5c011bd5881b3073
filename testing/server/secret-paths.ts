import { onTestFinished } from "vitest";
import { runProbe } from "#probes/probe.ts";
import { play } from "./play.ts";
import { playedTarget, type PlayedTarget } from "./played-target.ts";
import { base64, spellings, tracesIn } from "./secret-traces.ts";
import { send, type Dialogue, type Step } from "./steps.ts";
import { TRUSTED } from "./trusted.ts";

/** What is kept secret: a password, and a token as long as they come. */
export const SECRET = "caNary+7/Wort &söß%";
const TOKEN = `ya29.${"caNary7Wort-".repeat(60)}`;
/** "caNary" as it stands in base64, in any alignment. */
const CANARY = /caNary|Y2FOYXJ5|NhTmFye|jYU5hcn/i;

/** Enough for a login; a server that is silent holds a test up for so long. */
const TIME_LIMIT_MS = 500;

/** Takes the client's next line, whatever it says. */
export const next: Step = async (player) => void (await player.line());

/** How each mechanism goes up to where all of the secret has been said; a server asks for more by `prompt`. */
export function askedBy(prompt: "334" | "+") {
  const challenge = (text: string) => send(`${prompt} ${base64(text)}\r\n`);
  const scramFirst: Step = async (player) => {
    const clientFirst = (await player.line()).split(" ").at(-1)!;
    const nonce = /r=(.*)$/.exec(Buffer.from(clientFirst, "base64").toString())![1]!;
    player.send(`${prompt} ${base64(`r=${nonce}server,s=QUJD,i=4096`)}\r\n`);
  };
  return {
    PLAIN: { asked: [next], secret: SECRET },
    LOGIN: { asked: [next, challenge("Username:"), next, challenge("Password:"), next], secret: SECRET },
    "CRAM-MD5": { asked: [next, challenge("<1896.6971@mx.example>"), next], secret: SECRET },
    "SCRAM-SHA-256": { asked: [scramFirst, next], secret: SECRET },
    XOAUTH2: { asked: [next, send(`${prompt} \r\n`), next], secret: TOKEN },
  };
}

/** Says back all that the client said since it asked what the server can do, one piece to a line. */
export const sayBack =
  (before: string, after: string): Step =>
  (player) => {
    const said = player.received
      .split("\r\n")
      .slice(1, -1)
      .flatMap((line) => line.match(/.{1,1500}/g) ?? []);
    player.send(said.map((line) => `${before}${line}${after}`).join(""));
  };

/** Every spelling of a secret, cut to this length. */
export const pieces = (secret: string, length: number) =>
  spellings(secret).flatMap((each) => each.match(new RegExp(`.{1,${length}}`, "g"))!);

/** All that anybody gets to see of a check, and what the client said in its login. */
export type Seen = { shown: string; said: string[] };

/** Looks through many checks for what is left of a secret, and counts them; `cleared` leaves of a line only what is secret, and of others nothing. */
export class SecretPaths {
  paths = 0;
  hits = 0;
  readonly #cleared: (line: string) => string;

  constructor(cleared: (line: string) => string) {
    this.#cleared = cleared;
  }

  /** Probes a server that plays this, which begins with TLS. */
  async see(dialogue: Dialogue, target: PlayedTarget, secret: string): Promise<Seen> {
    const server = await play(dialogue);
    onTestFinished(() => server.close());
    const lines: string[] = [];
    const outcome = await runProbe(playedTarget({ tls: "implicit", ...target }, { host: "127.0.0.1", port: server.port }), {
      ...TRUSTED,
      secret,
      timeLimitMs: TIME_LIMIT_MS,
      dnsServers: [],
      allowPrivate: true,
      onLine: (line) => lines.push(JSON.stringify(line)),
    }).catch((error: unknown) => `${String(error)} ${error instanceof Error ? error.stack : ""}`);
    const said = server.received().join("").split("\r\n").slice(1).map(this.#cleared);
    return { shown: `${JSON.stringify(outcome)}\n${lines.join("\n")}`, said };
  }

  /** Every spelling of the secret, all that was said in the login, and all that was computed for it, where anybody gets to see it. */
  tracesIn({ shown, said }: Seen, secret: string): string[] {
    const found = [...tracesIn(shown, said, secret), ...(CANARY.exec(shown) ?? [])];
    this.paths++;
    this.hits += found.length;
    return found;
  }
}

/** Whether the client said its secret at all. */
export const wasSaid = ({ said }: Seen) => said.some((line) => line.length >= 8);
