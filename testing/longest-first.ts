import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take long, the longest first: begun last, each would hold up the end of its group by itself. */
const LONGEST = [
  "worker/main.queue.test.ts",
  "worker/locations.queue.test.ts",
  "testing/faults/messages.queue.test.ts",
  "testing/faults/parts.queue.test.ts",
  "worker/wrong-clock.queue.test.ts",
  "testing/faults/checks.queue.test.ts",
  "worker/database-restart.db.test.ts",
  "worker/fair-shares.db.test.ts",
  "worker/deliver-by-postfix.db.test.ts",
  "probes/real-servers.test.ts",
  "testing/real/real-servers.test.ts",
  "probes/real-mailflow.test.ts",
  "testing/real/mail-chains.test.ts",
  "worker/manners.db.test.ts",
  "worker/address-turns.db.test.ts",
  "probes/smtp-injection.test.ts",
  "network/resolver.test.ts",
  "worker/crowded-pool.db.test.ts",
  "channels/email/send-mail.test.ts",
  "worker/self-test.test.ts",
  "probes/smtp-secrets.test.ts",
  "worker/once-there.test.ts",
];

/** Vitest's own order, but for the longest: Vitest only knows how large a file is, and runs one project after the other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => groupOf(a) - groupOf(b) || placeOf(a) - placeOf(b));
  }
}

const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;

function placeOf({ project, moduleId }: TestSpecification): number {
  const place = LONGEST.indexOf(path.relative(project.config.root, moduleId));
  return place === -1 ? LONGEST.length : place;
}
