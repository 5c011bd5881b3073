import { boundsOf } from "#core/monitor/bounds.ts";
import { probeSmtp } from "#probes/smtp.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { openedConnections } from "./opened-connections.ts";

const PUBLIC = "8.8.8.8";
const INSIDE = "10.0.0.1";
export const RUNS = 1_000;
const AT_ONCE = 20;

const HOSTED = boundsOf({ isEmbedded: false, ports: undefined, ownAddresses: [] });

/** A name that is public and inside by turns, at each question anew and with no time to live, is watched again and again. */
export async function scene() {
  const server = await play(good, { host: "::", port: 25 });
  let questions = 0;
  const dns = await playDns((_, family) => (family === "AAAA" ? [] : questions++ % 2 === 0 ? [PUBLIC] : [INSIDE]));
  const codes: Record<string, number> = {};
  let stray = 0;
  const probe = async () => {
    const { status, reason, facts } = await probeSmtp(
      { kind: "smtp", host: "mx.example", port: 25, tls: "none", ehloName: "probe.example" },
      { timeLimitMs: 10_000, dnsServers: [dns.address], ...HOSTED },
    );
    const code = reason?.code ?? status;
    codes[code] = (codes[code] ?? 0) + 1;
    if (facts.address !== null && facts.address !== PUBLIC) stray++;
  };
  const openedBefore = openedConnections();
  for (let run = 0; run < RUNS; run += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, probe));
  const reached = server.reached();
  const outcome = {
    codes,
    stray,
    opened: openedConnections() - openedBefore,
    reachedPublic: reached.filter((address) => address === PUBLIC).length,
    reachedInside: reached.filter((address) => address !== PUBLIC).length,
  };
  await Promise.all([server.close(), dns.close()]);
  return outcome;
}
