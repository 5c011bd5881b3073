import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { findProgram } from "../find-program.ts";

/**
 * How a zone is signed: well; by hands that changed a record afterwards; with signatures that ended long ago; not at all, although its parent says that
 * it is; well, but its parent does not know; or not at all.
 */
export type Signing = "well" | "changed" | "expired" | "stripped" | "island" | "not";

/** A zone on a server: its records in the form of RFC 1035 section 5, without those at its top. */
export type Zone = { name: string; signing: Signing; records: string };

const DAYS_S = 86_400;
const TOP = "@ 300 SOA ns hostmaster 1 3600 600 86400 60\n@ 300 NS ns\n";

const runProgram = promisify(execFile);

/** Where a server finds the file of a zone. */
function zoneFile(folder: string, name: string): string {
  return path.join(folder, "zones", name === "." ? "root" : name);
}

/** The configuration of knot and its tools: who listens where, and which zones there are. */
export function knotConfiguration(folder: string, address: string, names: readonly string[]): string {
  const zones = names.map((name) => `  - domain: ${name}\n    file: ${zoneFile(folder, name)}\n    dnssec-policy: plain\n`);
  return `
server:
    listen: ${address}@53
    rundir: ${folder}
database:
    storage: ${folder}
log:
  - target: stderr
    any: warning
policy:
  - id: plain
    algorithm: ecdsap256sha256
    single-type-signing: on
template:
  - id: default
    zonefile-sync: -1
    journal-content: none
zone:
${zones.join("")}`;
}

/** Writes the file of a zone whose server has `address`, and signs it. Returns its DS records, none where its parent is to have none. */
export async function writeZone(folder: string, address: string, { name, signing, records }: Zone): Promise<string> {
  const file = zoneFile(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  const plain = `$ORIGIN ${name}\n$TTL 300\n${TOP}ns A ${address}\n${records}`;
  await writeFile(file, plain);
  if (signing === "not") return "";
  const configuration = ["-c", path.join(folder, "knot.conf")];
  const signedAtS = Math.floor(Date.now() / 1_000) - (signing === "expired" ? 60 * DAYS_S : 0);
  const key = [
    "algorithm=ECDSAP256SHA256",
    "ksk=yes",
    "zsk=yes",
    ...["created", "publish", "ready", "active"].map((from) => `${from}=${signedAtS}`),
  ];
  await runProgram(findProgram("keymgr")!, [...configuration, name, "generate", ...key]);
  await runProgram(findProgram("kzonesign")!, [...configuration, "-t", `${signedAtS}`, "-o", path.dirname(file), name]);
  if (signing === "changed") await writeFile(file, changed(await readFile(file, "utf8")));
  if (signing === "stripped") await writeFile(file, plain);
  const { stdout } = await runProgram(findProgram("keymgr")!, [...configuration, name, "ds"]);
  return signing === "island" ? "" : stdout;
}

/** What was signed is not what is there any more. */
function changed(signed: string): string {
  const after = signed.replaceAll("192.0.2.1", "192.0.2.66").replaceAll('"as it was signed"', '"as it was not signed"');
  if (after === signed) throw new Error("There is nothing in the zone to change.");
  return after;
}
