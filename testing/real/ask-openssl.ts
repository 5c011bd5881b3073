import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Door } from "./door.ts";

/** What OpenSSL's own client found at a port. Instants are ISO 8601 in UTC. */
export type OpensslFindings = {
  /** OpenSSL's verdict on the certificate, such as "ok" or "hostname mismatch". */
  verdict: string;
  protocol: string;
  cipher: string;
  keyBits: number;
  /** How many certificates the server sent. */
  chainLength: number;
  names: string[];
  notBefore: string;
  notAfter: string;
  fingerprint256: string;
  issuer: string;
};

/** Connects with `openssl s_client`, trusting the authorities in `rootFile`, and reads the certificate with `openssl x509`. */
export async function askOpenssl(
  address: string,
  port: number,
  tls: Door["tls"],
  name: string,
  rootFile: string,
): Promise<OpensslFindings> {
  const connect = ["-connect", `${address}:${port}`, ...(tls === "starttls" ? ["-starttls", "smtp"] : [])];
  const verify = ["-servername", name, "-verify_hostname", name, "-CAfile", rootFile, "-no-CApath"];
  const session = await openssl("", ["s_client", "-showcerts", ...connect, ...verify]);
  const certificate = await openssl(session, [
    "x509",
    "-noout",
    "-dates",
    "-fingerprint",
    "-sha256",
    "-issuer",
    "-ext",
    "subjectAltName",
  ]);
  const [, protocol = "", cipher = ""] = /^New, (\S+), Cipher is (\S+)/m.exec(session) ?? [];
  const dateOf = (field: string) => new Date(first(certificate, new RegExp(`^${field}=(.*)`, "m"))).toISOString();
  return {
    verdict: first(session, /^Verify return code: \d+ \((.*)\)/m),
    protocol,
    cipher,
    keyBits: Number(first(session, /^Server public key is (\d+) bit/m)),
    chainLength: session.match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0,
    names: [...certificate.matchAll(/DNS:([^,\s]+)/g)].map(([, dnsName]) => dnsName!),
    notBefore: dateOf("notBefore"),
    notAfter: dateOf("notAfter"),
    fingerprint256: first(certificate, /^sha256 Fingerprint=(.*)/im),
    issuer: first(certificate, /^issuer=(.*)/m).replaceAll(" = ", "="),
  };
}

const first = (said: string, pattern: RegExp) => pattern.exec(said)?.[1] ?? "";

/** Runs OpenSSL, and returns what it printed: for an untrusted certificate too. */
async function openssl(input: string, args: string[]): Promise<string> {
  const child = spawn("openssl", args, { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.on("error", () => undefined).end(input);
  return text(child.stdout);
}
