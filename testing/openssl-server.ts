import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Certificate } from "./certificates.ts";

/** OpenSSL's own server: it shakes hands as it is told to, and then says nothing. */
export type OpensslServer = { port: number; stop(): Promise<void> };

/** Starts `openssl s_server` at a free port of 127.0.0.1 with these options, such as `-num_tickets 1000`. */
export async function startOpensslServer({ cert, key }: Certificate, options: string): Promise<OpensslServer> {
  const folder = mkdtempSync(join(tmpdir(), "openssl-server-"));
  writeFileSync(join(folder, "cert.pem"), cert);
  writeFileSync(join(folder, "key.pem"), key);
  const command = `s_server -accept 127.0.0.1:0 -cert cert.pem -key key.pem ${options}`;
  const child = spawn("openssl", command.split(" "), { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  let said = "";
  for await (const text of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += String(text);
    const port = /^ACCEPT 127\.0\.0\.1:(\d+)$/m.exec(said)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return { port: Number(port), stop };
  }
  await stop();
  throw new Error(`openssl s_server did not start: ${said}`);
}
