/** What a check of a mailbox costs: CPU time of our probe against a real Dovecot, by IMAP and by POP3, and the bytes of its transcript. */
import os from "node:os";
import { parseArgs } from "node:util";
import { runProbe } from "#probes/probe.ts";
import { ACCOUNT } from "#testing/real/door.ts";
import { type DovecotMail, startDovecotMail } from "#testing/real/dovecot-mail.ts";
import { makeServerCertificates } from "#testing/real/server-certificates.ts";
import { playedTarget, type PlayedTarget } from "#testing/server/played-target.ts";
import { describeLoad } from "./describe-load.ts";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

/** Fewer than the ten sessions that Dovecot lets one user have from one address. */
const AT_ONCE = 4;
const WARM_UP = 20;

const { values } = parseArgs({
  options: { checks: { type: "string", short: "n", default: "200" }, save: { type: "boolean", default: false } },
});
const checks = wholeNumber("-n", values.checks);

const login = { mechanism: "PLAIN", username: ACCOUNT.username } as const;
const SUBJECTS: { what: string; door: keyof DovecotMail["ports"]; target: PlayedTarget }[] = [
  { what: "IMAP in the clear, to the capabilities", door: "imap", target: { kind: "imap", tls: "none" } },
  { what: "IMAP with STARTTLS, to the capabilities", door: "imap", target: { kind: "imap", tls: "starttls-required" } },
  { what: "IMAP in TLS, to the folder", door: "imaps", target: { kind: "imap", tls: "implicit", until: "select", login } },
  { what: "POP3 in the clear, to the capabilities", door: "pop3", target: { kind: "pop3", tls: "none" } },
  { what: "POP3 with STLS, to the capabilities", door: "pop3", target: { kind: "pop3", tls: "starttls-required" } },
  { what: "POP3 in TLS, to the list", door: "pop3s", target: { kind: "pop3", tls: "implicit", until: "list", login } },
];

const certificates = makeServerCertificates();
const dovecot = await startDovecotMail(certificates.shown.good);
try {
  const rows: string[][] = [];
  for (const subject of SUBJECTS) rows.push(await measure(subject));
  const report = [
    ...reportHead("What a check of a mailbox costs", `npm run bench -- mailbox -n ${checks}`, [describeLoad(os.loadavg())]),
    markdownTable(["check", "CPU µs per check", "bytes of transcript", "checks", "gone wrong"], rows),
    "",
    "CPU microseconds, user + system of the process that checks, never of the server's; each handshake is a whole one, and each login a PLAIN one. The",
    "transcript is as it is kept, in JSON.",
  ].join("\n");
  console.log(report);
  if (values.save) saveReport("mailbox", report);
} finally {
  await dovecot.remove();
}

async function measure({ what, door, target }: (typeof SUBJECTS)[number]): Promise<string[]> {
  const at = playedTarget({ ...target, trust: { except: "name" } }, { host: dovecot.address, port: dovecot.ports[door] });
  const check = () =>
    runProbe(at, {
      timeLimitMs: 20_000,
      dnsServers: [],
      allowPrivate: true,
      extraCas: [certificates.root],
      secret: ACCOUNT.password,
    });
  for (let run = 0; run < WARM_UP; run++) await check();
  let [left, wrong, bytes] = [checks, 0, 0];
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) {
        const { status, transcript } = await check();
        if (status !== "up") wrong += 1;
        bytes = Buffer.byteLength(JSON.stringify(transcript));
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return [what, Math.round((user + system) / checks).toLocaleString("en-US"), String(bytes), String(checks), String(wrong)];
}
