import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Behaviour } from "#testing/corpus/behaviour.ts";
import type { StageAddress } from "#testing/corpus/open-stage.ts";
import { PLAYED } from "./played.ts";

/** A behaviour, and where it is being played. */
export type Played = { behaviour: Behaviour; address: StageAddress };

/** The corpus, being played in another process. `authorities` are those of its certificates, in PEM. */
export type CorpusServer = {
  pid: number;
  played: Played[];
  authorities: string[];
  /** How many clients are connected now, over all behaviours. */
  connected(): Promise<number>;
  stop(): Promise<void>;
};

export async function startCorpusServer({ patience = 0 } = {}): Promise<CorpusServer> {
  const child = fork(path.join(import.meta.dirname, "server.ts"), [String(patience)], { execArgv: ["--import", "tsx"] });
  const ended = once(child, "exit");
  const died = ended.then(() => Promise.reject(new Error("The server of the corpus has ended.")));
  died.catch(() => undefined); // once it is stopped nobody waits for it any more
  const answer = async () => (await Promise.race([once(child, "message"), died]))[0] as unknown;
  const { addresses, authorities } = (await answer()) as { addresses: StageAddress[]; authorities: string[] };
  return {
    pid: child.pid!,
    played: PLAYED.map((behaviour, at) => ({ behaviour, address: addresses[at]! })),
    authorities,
    connected: async () => {
      child.send("connected");
      return (await answer()) as number;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
