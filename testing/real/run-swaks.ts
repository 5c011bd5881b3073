import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { findProgram } from "../find-program.ts";
import type { Door } from "./door.ts";

/** Why swaks, the reference client, cannot be run here, or null where it can. */
export function whyNoSwaks(): string | null {
  return findProgram("swaks") ? null : "swaks is not installed (Debian: apt-get install swaks libnet-ssleay-perl)";
}

/**
 * Meets a server with swaks up to and with `until`, says QUIT, and returns every reply of the server: its code, a space, and its lines of
 * text. With DATA a message is sent. `more` are further options, such as those of a login.
 */
export async function runSwaks(
  address: string,
  port: number,
  tls: Door["tls"] | "none",
  until: "HELO" | "AUTH" | "RCPT" | "DATA",
  more: readonly string[] = [],
): Promise<string[]> {
  const secure = { none: [], starttls: ["--tls"], implicit: ["--tls-on-connect"] }[tls];
  const connection = ["--server", address, "--port", String(port), "--ehlo", "probe.example", "--from", "watch@probe.example"];
  const end = until === "DATA" ? [] : ["--quit-after", until];
  const said = await swaks([...connection, ...end, ...secure, ...more]);
  const lines = [...said.matchAll(/^<(?:-|~|\*\*|~\*)\s+(\d{3})([ -])(.*)$/gm)];
  return lines
    .map(([, code, separator, line]) => (separator === " " ? `${code} ${line}\r` : `${code} ${line}\n`))
    .join("")
    .replace(/\n\d{3} /g, "\n")
    .split("\r")
    .slice(0, -1);
}

/** Its exit code only tells that a server refused something, which is what may be wanted. */
async function swaks(args: string[]): Promise<string> {
  const child = spawn(findProgram("swaks")!, args, { stdio: ["ignore", "pipe", "ignore"] });
  return text(child.stdout);
}
