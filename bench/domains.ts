/** How late plain checks are beside domain monitors and blocklist monitors on the same worker, and how many questions the DNS gets. */
import os from "node:os";
import { parseArgs } from "node:util";
import { describeLoad } from "./describe-load.ts";
import { SERVERS } from "./domain/whole-domain.ts";
import { LISTS } from "./domains/listed-zones.ts";
import { measureDomains, type Kind } from "./domains/measure-domains.ts";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

const { values } = parseArgs({
  options: {
    plain: { type: "string", default: "10000" },
    domains: { type: "string", default: "1000" },
    addresses: { type: "string", default: "1000" },
    seconds: { type: "string", default: "300" },
    save: { type: "boolean", default: false },
  },
});
const plain = wholeNumber("--plain", values.plain);
const domains = wholeNumber("--domains", values.domains);
const addresses = wholeNumber("--addresses", values.addresses);
const seconds = wholeNumber("--seconds", values.seconds);
const count = (number: number) => Math.round(number).toLocaleString("en-US");

const { kinds, cpuMs, questions, workerBytes, complaints } = await measureDomains({ plain, domains, addresses, seconds });
const NAMES: Record<Kind, string> = {
  smtp: `${count(plain)} plain monitors at 60 s`,
  domain: `${count(domains)} domains at 1 h`,
  blocklist: `${count(addresses)} addresses on ${LISTS.length} lists at 15 min`,
};
const report = [
  ...reportHead(
    "Domains and blocklists beside plain monitors",
    `npm run bench -- domains --plain ${plain} --domains ${domains} --addresses ${addresses} --seconds ${seconds}`,
    [
      describeLoad(os.loadavg()),
      `One worker; each domain has ${SERVERS} mail servers at two addresses with STARTTLS (ECDSA), and all records; ten addresses in a blocklist monitor`,
      `Measured for ${seconds} s after warming up; smtp-sink, the server with STARTTLS, unbound and PostgreSQL on the same machine`,
    ],
  ),
  markdownTable(
    ["watched", "checks", "late p50", "late p95", "late p99", "late, worst", "could not tell"],
    kinds.map(({ kind, checks, p50, p95, p99, max, unknown }) => [
      NAMES[kind],
      count(checks),
      `${p50} ms`,
      `${p95} ms`,
      `${p99} ms`,
      `${max} ms`,
      count(unknown),
    ]),
  ),
  "",
  `The DNS got ${questions.toFixed(1)} questions a second. The worker took ${count(cpuMs)} ms of CPU a second and held ${count(workerBytes / 1024 ** 2)} MiB.`,
  `It complained of ${complaints.length === 0 ? "nothing" : [...new Set(complaints)].join("; ")}. The aim is a p99 of the plain ones under 1 s.`,
].join("\n");
console.log(report);
if (values.save) saveReport("domains", report);
