import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeCertificate } from "../certificates.ts";
import { findProgram } from "../find-program.ts";
import { makeFolder, run, whyNotContained, type Running } from "./contained.ts";
import { ownAddress } from "./own-address.ts";
import { knotConfiguration, writeZone, type Zone } from "./signed-zones.ts";
import { untilOpen } from "./until-open.ts";

/**
 * A DNS of its own, from the root down, each part at an address of its own on port 53: who has the zones below the root, and resolvers that start at that root. One
 * validates and says why, one validates and does not say why, and one does not validate.
 */
export type RealDns = {
  authority: string;
  resolvers: Record<ResolverName, string>;
  /** The resolver that validates, over HTTPS. */
  https: { url: string; cas: readonly string[] };
  remove: () => Promise<void>;
};

export type ResolverName = "validating" | "silent" | "trusting";

const RESOLVERS: Record<ResolverName, string> = {
  validating: 'module-config: "validator iterator"\n  ede: yes',
  silent: 'module-config: "validator iterator"\n  ede: no',
  trusting: 'module-config: "iterator"',
};
const PORT = 53;
const HTTPS_PORT = 443;
const PROGRAMS = { knotd: "knot", keymgr: "knot", kzonesign: "knot-dnssecutils", unbound: "unbound" };

/** Why there can be no such DNS here, or null where there can. */
export function whyNoRealDns(): string | null {
  const missing = Object.entries(PROGRAMS).filter(([program]) => !findProgram(program));
  if (missing.length === 0) return whyNotContained();
  const packages = new Set(missing.map(([, debianPackage]) => debianPackage));
  return `knot or unbound is not installed (Debian: apt-get install ${[...packages].join(" ")})`;
}

/**
 * Starts knot with these zones, another with the root above them, and unbound in each way before them. `lame` zones are delegated to the first, which
 * does not have them.
 */
export async function startRealDns(zones: readonly Zone[], lame: readonly string[] = []): Promise<RealDns> {
  const missing = whyNoRealDns();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("dns");
  const running: Running[] = [];
  const remove = async () => {
    await Promise.all(running.map(({ end }) => end()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const below = await startKnot(path.join(folder, "below"), zones, running);
    const delegations = [...zones.map(({ name }) => name), ...lame].map(
      (name) => `${name} NS ns.${name}\nns.${name} A ${below.address}`,
    );
    const root: Zone = { name: ".", signing: "well", records: [...delegations, ...below.ds].join("\n") };
    const above = await startKnot(path.join(folder, "above"), [root], running);
    await writeFile(path.join(folder, "anchors"), above.ds.join(""));
    await writeFile(path.join(folder, "hints"), `. 3600 NS ns.\nns. 3600 A ${above.address}\n`);
    const started = Object.entries(RESOLVERS).map(async ([name, settings]) => [
      name,
      await startUnbound(folder, name, settings, running),
    ]);
    const resolvers = Object.fromEntries(await Promise.all(started)) as RealDns["resolvers"];
    const cert = await readFile(path.join(folder, "validating", "https.pem"), "utf8");
    const https = { url: `https://${resolvers.validating}:${HTTPS_PORT}/dns-query`, cas: [cert] };
    return { authority: below.address, resolvers, https, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function startKnot(folder: string, zones: readonly Zone[], running: Running[]): Promise<{ address: string; ds: string[] }> {
  const address = ownAddress();
  await mkdir(folder);
  const configuration = path.join(folder, "knot.conf");
  await writeFile(
    configuration,
    knotConfiguration(
      folder,
      address,
      zones.map(({ name }) => name),
    ),
  );
  const ds: string[] = [];
  for (const zone of zones) ds.push(await writeZone(folder, address, zone)); // one after the other: their keys are kept in one place
  running.push(await run({ program: findProgram("knotd")!, args: ["-c", configuration] }, () => untilOpen(address, { dns: PORT })));
  return { address, ds };
}

async function startUnbound(folder: string, name: string, settings: string, running: Running[]): Promise<string> {
  const address = ownAddress();
  const own = path.join(folder, name);
  await mkdir(own);
  const { cert, key } = makeCertificate({ names: [address] });
  await writeFile(path.join(own, "https.pem"), cert);
  await writeFile(path.join(own, "https.key"), key);
  const configuration = path.join(own, "unbound.conf");
  await writeFile(
    configuration,
    `
server:
  interface: ${address}@${PORT}
  interface: ${address}@${HTTPS_PORT}
  https-port: ${HTTPS_PORT}
  tls-service-pem: ${own}/https.pem
  tls-service-key: ${own}/https.key
  access-control: 127.0.0.0/8 allow
  do-not-query-localhost: no
  do-ip6: no
  root-hints: ${folder}/hints
  trust-anchor-file: ${folder}/anchors
  ${settings}
  do-daemonize: no
  use-syslog: no
  logfile: ""
  username: ""
  chroot: ""
  directory: ${own}
  pidfile: ""
remote-control:
  control-enable: no
`,
  );
  running.push(
    await run({ program: findProgram("unbound")!, args: ["-d", "-c", configuration] }, () => untilOpen(address, { dns: PORT })),
  );
  return address;
}
