/** How fast and how surely word gets out: deliveries a second through every kind of channel, time to hand-over, and the rows about messages. */
import os from "node:os";
import { parseArgs } from "node:util";
import { startGround } from "#testing/faults/ground.ts";
import { startSmtpSink } from "#testing/smtp-sink.ts";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

const { values } = parseArgs({
  options: {
    deliveries: { type: "string", default: "10000" },
    monitors: { type: "string", default: "5000" },
    channels: { type: "string", default: "500" },
    rows: { type: "string", default: "C11,C12,C13,C14,C16" },
    short: { type: "string", default: "" },
    save: { type: "boolean", default: false },
  },
});
const deliveries = wholeNumber("--deliveries", values.deliveries);
const monitors = wholeNumber("--monitors", values.monitors);
const channels = wholeNumber("--channels", values.channels);
const ONE_BY_ONE = 200;
const APART_MS = 150;

const ground = await startGround();
const sink = await startSmtpSink();
try {
  const smtpUrl = `smtp://127.0.0.1:${sink.port}`;
  const { sendAll } = await import("./alerts/send-all.ts"); // these read the environment that the ground makes
  const { fallAtOnce, fallOneByOne } = await import("./alerts/fall.ts");
  const { playRows } = await import("./faults/play-rows.ts");

  const load = [loadNow()];
  const sent = await sendAll(deliveries, smtpUrl, ground.postgres);
  console.error(sent);
  const single = await fallOneByOne(ONE_BY_ONE, APART_MS, smtpUrl);
  console.error(single);
  const fallen = await fallAtOnce(monitors, channels, smtpUrl);
  console.error(fallen);
  load.push(loadNow());
  const played: string[][] = [];
  for (const [form, ids] of [
    ["full", values.rows],
    ["short", values.short],
  ] as const)
    for await (const { row, figures } of playRows(ground, { ids: ids.split(","), queue: "postgresql", form }))
      played.push(
        ...figures.map(({ what, measured, aim, holds }) => [row.id, form, what, holds ? measured : `**${measured}**`, aim]),
      );
  load.push(loadNow());

  const report = [
    ...reportHead("Alerts", ["npm run bench:alerts --", ...process.argv.slice(2)].join(" "), [
      "One worker, PostgreSQL (which is the queue, too), smtp-sink and the played providers on this machine, which others may use as well",
      `Load average before, between and after: ${load.join("; ")}`,
    ]),
    `## ${whole(sent.count)} deliveries through ${sent.kinds} kinds of channel`,
    "",
    markdownTable(
      ["what", "measured"],
      [
        ["deliveries a second, one worker", whole(sent.perSecond)],
        ["CPU of the worker for one", `${whole(sent.workerUs)} µs`],
        ["CPU of PostgreSQL for one", `${whole(sent.postgresUs)} µs`],
        ["sent at a second attempt or later", String(sent.retried)],
        ["not sent", String(sent.failed)],
      ],
    ),
    "",
    "## From a sure outage to its hand-over",
    "",
    markdownTable(
      ["what", "p50", "p99", "most"],
      [
        [`${ONE_BY_ONE} outages, one each ${APART_MS} ms`, ms(single.p50), ms(single.p99), ms(single.most)],
        [
          `${whole(fallen.monitors)} monitors fall at once, told on ${fallen.channels} channels: the first of each`,
          ms(fallen.first.p50),
          ms(fallen.first.p99),
          ms(fallen.first.most),
        ],
      ],
    ),
    "",
    `Of those ${whole(fallen.monitors)} outages came ${whole(fallen.messages)} messages, at most ${fallen.most} on a channel; every one of them was told.`,
    "",
    ...(played.length === 0 ? [] : ["## Rows", "", markdownTable(["row", "form", "what", "measured", "aim"], played), ""]),
    "A delivery is sure to be sent from the transaction that makes an outage sure; handed over is when the provider has said that it has it.",
  ].join("\n");
  console.log(report);
  if (values.save) saveReport("alerts", report);
} finally {
  await sink.stop();
  await ground.remove();
}
process.exit(0); // the connections of this process to a database that is gone

function loadNow(): string {
  return os.loadavg()[0]!.toFixed(1);
}

function ms(value: number): string {
  return `${whole(value)} ms`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
