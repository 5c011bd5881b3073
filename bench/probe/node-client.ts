import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Batch, Client, Target } from "./client.ts";

/** A client of `clients/` in a process of its own, which says what its batches cost (see serve-batches.ts). */
export function startNodeClient(name: string): (target: Target) => Promise<Client> {
  return async (target) => {
    const child = fork(path.join(import.meta.dirname, "clients", `${name}.ts`), [JSON.stringify(target)], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, ...(target.caFile === null ? {} : { NODE_EXTRA_CA_CERTS: target.caFile }) },
    });
    const ended = once(child, "exit").then(() => Promise.reject(new Error(`The client ${name} has ended.`)));
    ended.catch(() => undefined); // once it is stopped nobody waits for it any more
    await Promise.race([once(child, "message"), ended]);

    return {
      runBatch: async (count, atOnce) => {
        child.send({ count, atOnce });
        const [batch] = await Promise.race([once(child, "message"), ended]);
        return batch as Batch;
      },
      stop: async () => {
        child.disconnect();
        await ended.catch(() => undefined);
      },
    };
  };
}
