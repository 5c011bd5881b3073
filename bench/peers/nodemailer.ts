import { fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { GIVEN_MS, type Peer, type Said } from "./peer.ts";

/** The library's own check of a server, in a process of its own. */
export async function startNodemailer(caFile: string): Promise<Peer> {
  const { version } = createRequire(import.meta.url)("nodemailer/package.json") as { version: string };
  const child = fork(path.join(import.meta.dirname, "clients/nodemailer.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
  });
  const ended = once(child, "exit");
  await once(child, "message");
  const waiting = new Map<number, (said: Said) => void>();
  child.on("message", ({ number, said }: { number: number; said: Said }) => {
    waiting.get(number)?.(said);
    waiting.delete(number);
  });
  let asked = 0;
  return {
    name: "nodemailer verify()",
    version,
    configuration:
      `connectionTimeout, greetingTimeout and socketTimeout ${GIVEN_MS} ms (it has no limit for the whole); requireTLS where STARTTLS is ` +
      "required, ignoreTLS where there is none; its words are code, command, message and response of the error",
    ask: (target) =>
      new Promise((resolve) => {
        waiting.set(++asked, resolve);
        child.send({ number: asked, target });
      }),
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
