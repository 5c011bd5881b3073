/** What a full report of a domain costs, its mail servers on two families and 30 lists, beside the same number of bare questions and dialogues. */
import os from "node:os";
import { parseArgs } from "node:util";
import { describeLoad } from "./describe-load.ts";
import { bareQuestions } from "./domain/bare-questions.ts";
import { measureDomain, measureLists } from "./domain/measure-reports.ts";
import { DOMAIN, startWorld } from "./domain/start-world.ts";
import { LISTS, SERVERS } from "./domain/whole-domain.ts";
import { markdownTable } from "./markdown-table.ts";
import { startNodeClient } from "./probe/node-client.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

const { values } = parseArgs({
  options: { reports: { type: "string", default: "100" }, save: { type: "boolean", default: false } },
});
const reports = wholeNumber("--reports", values.reports);
const AT_ONCE = 10;
const ms = (number: number) => `${number.toFixed(1)} ms`;

const world = await startWorld();
try {
  const domain = await measureDomain(reports, world.mail.port, world);
  const lists = await measureLists(reports, world.dnsServers);
  const questions = domain.questions + lists.questions;
  await bareQuestions(world.resolver, DOMAIN, questions, AT_ONCE);
  const questionsMs = (await bareQuestions(world.resolver, DOMAIN, questions * reports, AT_ONCE)) / 1_000 / reports;
  const client = await startNodeClient("bare-starttls-onread")(world.mail);
  await client.runBatch(200, AT_ONCE);
  const dialogues = await client.runBatch(domain.dialogues * reports, AT_ONCE);
  await client.stop();
  if (dialogues.good !== domain.dialogues * reports) throw new Error("Not every bare dialogue went well.");
  const dialoguesMs = dialogues.cpuUs / 1_000 / reports;
  const ours = domain.cpuMs + lists.cpuMs;
  const limit = questionsMs + dialoguesMs;

  const report = [
    ...reportHead("What a full report of a domain costs", `npm run bench -- domain --reports ${reports}`, [
      describeLoad(os.loadavg()),
      `${SERVERS} mail servers on IPv4 and IPv6 with STARTTLS (ECDSA), all records, a policy over HTTPS; 5 addresses on ${LISTS} lists, each tested first`,
    ]),
    markdownTable(
      ["one report after the other", "domain", `${LISTS} lists`, "both"],
      [
        ["CPU of the process that makes it", ms(domain.cpuMs), ms(lists.cpuMs), ms(ours)],
        ["limit: as many bare questions and dialogues", "", "", ms(limit)],
        ["– of these the questions", "", "", ms(questionsMs)],
        ["– of these the dialogues", "", "", ms(dialoguesMs)],
        ["times the limit", "", "", (ours / limit).toFixed(2)],
        ["by the clock, p50", ms(domain.p50Ms), ms(lists.p50Ms), ""],
        ["by the clock, p95", ms(domain.p95Ms), ms(lists.p95Ms), ""],
        ["questions to the DNS", String(domain.questions), String(lists.questions), String(questions)],
        ["dialogues with mail servers", String(domain.dialogues), "0", String(domain.dialogues)],
        ["came to", domain.statuses.join(", "), lists.statuses.join(", "), ""],
        ["findings", String(domain.findings), "", ""],
        ["bytes of what is kept of it", String(domain.factsBytes), String(lists.factsBytes), ""],
        ["bytes of its transcript", String(domain.transcriptBytes), String(lists.transcriptBytes), ""],
      ],
    ),
    "",
    "Unbound, the mail servers and the policy are processes of their own on the same machine, and no part of the figures. A bare question is one datagram out",
    "and one back over one socket, its answer not read; a bare dialogue is `bench/probe/clients/bare-starttls-onread.ts`.",
  ].join("\n");
  console.log(report);
  if (values.save) saveReport("domain", report);
} finally {
  await world.stop();
}
