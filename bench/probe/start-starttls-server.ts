import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type KeyKind, makeChain } from "./certificates.ts";
import type { Target } from "./client.ts";

const HOST = "127.0.0.1";

/** Starts the server with STARTTLS to measure against, with a chain made for it. `at` is where it listens, loopback if nothing is said. */
export async function startStarttlsServer(
  kind: KeyKind,
  at = HOST,
  altName = `IP:${HOST}`,
): Promise<{ target: Target; pid: number; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-bench-"));
  const { caFile, certFile, keyFile } = await makeChain(kind, altName, folder);
  const server = fork(path.join(import.meta.dirname, "starttls-server.ts"), [certFile, keyFile, at], {
    execArgv: ["--import", "tsx"],
  });
  const [port] = (await once(server, "message")) as [number];
  const stop = async () => {
    server.disconnect();
    await once(server, "exit");
    await rm(folder, { recursive: true });
  };
  return { target: { host: HOST, port, caFile }, pid: server.pid!, stop };
}
