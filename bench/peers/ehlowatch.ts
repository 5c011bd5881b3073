import { readFileSync } from "node:fs";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import { runProbe } from "#probes/probe.ts";
import { TENTH_STAGE_LIMITS_MS } from "#testing/corpus/behaviour.ts";
import { GIVEN_MS, PEER_NAME, type Peer } from "./peer.ts";

/** Our own probe; its words are the reason's code, headline, detail and reply. */
export async function startEhlowatch(caFile: string): Promise<Peer> {
  const extraCas = readFileSync(caFile, "utf8").split(/(?<=-----END CERTIFICATE-----\n)/);
  return {
    name: "Ehlowatch",
    version: "of this commit",
    configuration: `time limit ${GIVEN_MS} ms, its stages a tenth of the usual ones`,
    ask: async (target) => {
      const { status, reason } = await runProbe(
        { kind: "smtp", ehloName: PEER_NAME, ...target },
        { timeLimitMs: GIVEN_MS, stageLimitsMs: TENTH_STAGE_LIMITS_MS, dnsServers: [], allowPrivate: true, extraCas },
      );
      if (reason === null) return { isOk: true, text: status };
      const { code, detail, reply } = reason;
      const answer = reply === null ? "" : `${reply.code} ${reply.lines.join(" ")}`;
      return { isOk: false, text: `${code}: ${reasonHeadline(code, reply?.code ?? null)}; ${detail ?? ""} ${answer}`.trim() };
    },
    stop: async () => undefined,
  };
}
