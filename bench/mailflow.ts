/** What a round trip costs: CPU, bytes and time alone, and how late plain checks are beside two hundred of them. */
import os from "node:os";
import { parseArgs } from "node:util";
import { startPostfixDovecot } from "#testing/real/postfix-dovecot.ts";
import { describeLoad } from "./describe-load.ts";
import { measureAlone } from "./mailflow/measure-alone.ts";
import { type Lateness, measureBeside } from "./mailflow/measure-beside.ts";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

const { values } = parseArgs({
  options: {
    trips: { type: "string", default: "200" },
    plain: { type: "string", default: "1000" },
    save: { type: "boolean", default: false },
  },
});
const trips = wholeNumber("--trips", values.trips);
const plain = wholeNumber("--plain", values.plain);
const count = (number: number) => Math.round(number).toLocaleString("en-US");

// At every address of loopback, so that the limit of one connection to each holds nobody up.
const usernames = Array.from({ length: trips }, (_, index) => `reader${index}`);
const chain = await startPostfixDovecot({ address: "0.0.0.0", usernames });
try {
  const alone = await measureAlone(chain, trips);
  const beside = await measureBeside(chain, trips, plain);
  const late = (what: string, { checks, p50, p99, max }: Lateness) => [what, count(checks), `${p50} ms`, `${p99} ms`, `${max} ms`];
  const report = [
    ...reportHead("What a round trip costs", `npm run bench -- mailflow --trips ${trips} --plain ${plain}`, [
      describeLoad(os.loadavg()),
      "A message by submission (STARTTLS, login) into a Postfix, which hands it to a Dovecot, from where it is read by IMAP over TLS and deleted",
    ]),
    markdownTable(
      ["one after the other, four at once", "figure"],
      [
        ["CPU of the process that runs the script", `${count(alone.cpuUs)} µs`],
        ["transcript, as it is kept", `${count(alone.transcriptBytes)} bytes`],
        ["what is kept of servers and message", `${count(alone.factsBytes)} bytes`],
        ["from the first connection to the last word, p50", `${count(alone.p50Ms)} ms`],
        ["the same, p95", `${count(alone.p95Ms)} ms`],
        ["gone wrong", `${alone.wrong} of ${trips}`],
      ],
    ),
    "",
    markdownTable(
      [`plain checks of ${count(plain)} monitors at 10 s`, "checks", "late p50", "late p99", "late, worst"],
      [late("alone", beside.alone), late(`beside ${trips} round trips, begun at once on the same worker`, beside.beside)],
    ),
    "",
    `Of the round trips ${beside.up} were up and ${beside.found} found their message; all took ${(beside.tookMs / 1000).toFixed(1)} s together, Postfix, Dovecot and PostgreSQL`,
    `on the same machine; the worker held ${count(beside.workerBytes / 1024 ** 2)} MiB at most. The aim is a p99 under 1 s beside them.`,
  ].join("\n");
  console.log(report);
  if (values.save) saveReport("mailflow", report);
} finally {
  await chain.remove();
}
