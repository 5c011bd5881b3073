/** The hostile servers of the corpus, asked about by programs that do the same job, beside our probe, in one run. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startCorpusServer } from "./corpus/start-server.ts";
import { startBlackbox } from "./peers/blackbox-exporter.ts";
import { startCheckSmtp } from "./peers/check-smtp.ts";
import { compare, isForEverybody } from "./peers/compare.ts";
import { startEhlowatch } from "./peers/ehlowatch.ts";
import { startNodemailer } from "./peers/nodemailer.ts";
import type { Peer } from "./peers/peer.ts";
import { peersReport, type Row } from "./peers/report.ts";
import { saveReport } from "./save-report.ts";

const STARTS: [name: string, start: (caFile: string) => Promise<Peer | null>][] = [
  ["Ehlowatch", startEhlowatch],
  ["nodemailer verify()", startNodemailer],
  ["check_smtp", startCheckSmtp],
  ["blackbox_exporter", startBlackbox],
];
/** None of their own words is to end a check that could go on. */
const PATIENCE = 10;

const { save, words } = parseArgs({
  options: { save: { type: "boolean", default: false }, words: { type: "boolean", default: false } },
}).values;
const rows = await measure();
if (words) tellWords(rows);
const report = peersReport(rows);
console.log(report);
if (save) saveReport("peers", report);

async function measure(): Promise<Row[]> {
  const server = await startCorpusServer({ patience: PATIENCE });
  const folder = mkdtempSync(path.join(tmpdir(), "ehlowatch-bench-"));
  const caFile = path.join(folder, "authorities.pem");
  writeFileSync(caFile, server.authorities.join(""));
  try {
    const played = server.played.filter(isForEverybody);
    const measured: Row[] = [];
    for (const [name, start] of STARTS) {
      const peer = await start(caFile);
      const judged = peer === null ? [] : await compare(peer, played);
      await peer?.stop();
      measured.push({ name, peer, judged });
    }
    return measured;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** What each said where it was not right, for whoever doubts the table. */
function tellWords(measured: Row[]): void {
  for (const { name, judged } of measured) {
    for (const { behaviour, verdict, text } of judged) {
      if (verdict !== "right") console.error(`${name}, ${behaviour.row} ${behaviour.what}: ${verdict}: ${text.trim()}\n`);
    }
  }
}
