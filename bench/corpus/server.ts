/**
 * Plays the whole corpus in a process of its own, each behaviour at a port of its own, so that what playing costs is in no figure. Sends
 * its parent where each is and whom to trust; to each message after that it answers how many clients are connected.
 * Argument: its patience with clients that do what no dialogue has (see PlayOptions).
 */
import { CORPUS_AUTHORITY, CORPUS_RSA_AUTHORITY } from "#testing/corpus/certificates.ts";
import { openStage, type Stage } from "#testing/corpus/open-stage.ts";
import { PLAYED } from "./played.ts";

const patience = Number(process.argv[2]);
const stages: Stage[] = [];
for (const behaviour of PLAYED) stages.push(await openStage(behaviour, { patience }));

process.send!({
  addresses: stages.map(({ host, port, dnsServers, secondDnsServers }) => ({ host, port, dnsServers, secondDnsServers })),
  authorities: [CORPUS_AUTHORITY.cert, CORPUS_RSA_AUTHORITY.cert],
});
process.on("message", () => process.send!(stages.reduce((sum, stage) => sum + stage.connected(), 0)));
process.on("disconnect", () => process.exit());
