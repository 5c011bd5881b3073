import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Starts a server at every address of loopback that greets after so many seconds, and holds as many dialogues as there are descriptors. */
export async function startSlowServer(greetsAfterS: number): Promise<{ port: number; pid: number; stop(): Promise<void> }> {
  const server = fork(path.join(import.meta.dirname, "slow-server.ts"), [String(greetsAfterS)], {
    execArgv: ["--import", "tsx"],
  });
  const [port] = (await once(server, "message")) as [number];
  const stop = async () => {
    server.disconnect();
    await once(server, "exit");
  };
  return { port, pid: server.pid!, stop };
}
