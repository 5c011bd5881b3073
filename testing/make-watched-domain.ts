import type { DomainReport } from "#core/domain/domain-report.ts";
import { domainTargetSchema } from "#core/domain/domain-target.ts";
import { finding, type Finding } from "#core/posture/finding.ts";
import { prisma } from "#db/client.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor } from "./makers.ts";

type Wishes = {
  name?: string;
  domain?: string;
  findings?: Finding[];
  /** Since when it is up. */
  upSince?: Date;
  channels?: Channel[];
};

const DAY_MS = 86_400_000;

export const FINDINGS_OF_A_DOMAIN = [
  finding("dmarc.absent", "_dmarc.example.com"),
  finding("spf.pass-all", "example.com", { found: ["v=spf1 +all"] }),
  finding("dkim.key-weak", "s1._domainkey.example.com", { detail: "1024" }),
  finding("mta-sts.several", "_mta-sts.example.com"),
  finding("tls-rpt.absent", "_smtp._tls.example.com"),
];

/** A monitor of a domain that is up, with a check that is kept, as the recorder leaves one. */
export async function makeWatchedDomain(
  team: Team,
  { domain = "example.com", findings = FINDINGS_OF_A_DOMAIN, upSince = new Date(Date.now() - 100 * DAY_MS), ...rest }: Wishes = {},
): Promise<Monitor> {
  const monitor = await makeMonitor(team, {
    ...rest,
    target: domainTargetSchema.parse({ kind: "domain", host: domain, ehloName: "probe.example" }),
  });
  const report: DomainReport = {
    domain,
    mx: {
      kind: "named",
      records: 1,
      isSecure: false,
      hosts: [{ name: `mx1.${domain}`, preference: 10, addresses: ["192.0.2.25"], problem: null, detail: null, isSecure: false }],
    },
    findings,
    asked: 12,
  };
  const slotAt = new Date();
  const { id: monitorId } = monitor;
  await prisma.health.update({ where: { monitorId }, data: { status: "up", since: upSince, lastSlotAt: slotAt } });
  await prisma.transition.create({ data: { monitorId, at: upSince, confirmedAt: upSince, from: "unknown", to: "up" } });
  const facts = { addresses: [], address: null, banner: null, capabilities: [], tls: null, certificate: null, domain: report };
  const lines = [{ direction: "received", atMs: 5, stage: "greeting", text: "220 a line of the dialogue" }];
  await prisma.transcript.create({
    data: { monitorId, slotAt, locationId: 1, status: "up", stages: [], facts, warnings: [], lines },
  });
  return monitor;
}
