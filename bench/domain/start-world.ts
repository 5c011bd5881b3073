import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { ownAddress } from "#testing/real/own-address.ts";
import { startToldDns } from "#testing/real/told-dns.ts";
import { startStarttlsServer } from "../probe/start-starttls-server.ts";
import { LISTS, listRecords, recordsOf, SERVERS } from "./whole-domain.ts";

export const DOMAIN = "watched.bench.test";

/** Everything a full report asks, on this machine, each in a process of its own: a resolver, mail servers with STARTTLS on both families, and a policy. */
export async function startWorld() {
  const ends: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    const servers = Array.from({ length: SERVERS }, () => [ownAddress(), "::1"]);
    const mail = await startStarttlsServer("ecdsa", "::", `DNS:*.${DOMAIN},IP:127.0.0.1`);
    ends.push(() => mail.stop());
    const authority = makeAuthority();
    const policyAt = ownAddress();
    ends.push(await servePolicy(policyAt, authority));
    const dns = await startToldDns([...recordsOf(DOMAIN, servers, policyAt), ...listRecords(LISTS)]);
    ends.push(dns.remove);
    const extraCas = [authority.cert, readFileSync(mail.target.caFile!, "utf8")];
    return { dnsServers: [dns.address], resolver: dns.address, mail: mail.target, extraCas, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function servePolicy(address: string, authority: ReturnType<typeof makeAuthority>): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-bench-"));
  const { cert, key } = makeCertificate({ names: [`mta-sts.${DOMAIN}`], issuer: authority });
  const file = path.join(folder, "policy.pem");
  await writeFile(file, key + cert);
  const server = fork(path.join(import.meta.dirname, "policy-server.ts"), [file, address], { execArgv: ["--import", "tsx"] });
  await once(server, "message");
  return async () => {
    server.disconnect();
    await once(server, "exit");
    await rm(folder, { recursive: true });
  };
}
