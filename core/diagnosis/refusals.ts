import type { Reply } from "../check/reply.ts";
import type { ReplyStage } from "../reason/reason.ts";
import { LISTED } from "./refusals/listed.ts";
import { LOGIN } from "./refusals/login.ts";
import { POLICY } from "./refusals/policy.ts";
import { PROTOCOL } from "./refusals/protocol.ts";
import { RECIPIENTS } from "./refusals/recipients.ts";
import type { Refusal } from "./refusals/refusal.ts";
import { REQUIRED } from "./refusals/required.ts";
import { RESOURCES } from "./refusals/resources.ts";

/** The refusals that are known, the more particular first. */
export const REFUSALS: readonly Refusal[] = [...LISTED, ...LOGIN, ...REQUIRED, ...POLICY, ...RECIPIENTS, ...RESOURCES, ...PROTOCOL];

/** What a server says about itself stands at the beginning of its answer. */
const MAX_CHARS_READ = 1_000;

/** The mailbox that a server names is no word of its own: <spam@example.com> says nothing of spam. */
const MAILBOX = /<?[^\s<>@]{1,64}@[^\s<>@]{1,255}>?/g;

/**
 * Which of the known refusals a reply is, or null. Words tell more than an enhanced code (half of all rules answer 5.7.1), and a
 * reply code counts only where there is no enhanced one.
 */
export function refusalOf(stage: ReplyStage, { code, enhanced, lines }: Reply<number>): Refusal | null {
  const said = lines.join(" ").slice(0, MAX_CHARS_READ).replace(MAILBOX, "");
  const here = REFUSALS.filter(({ stages }) => stages === undefined || stages.includes(stage));
  return (
    here.find(({ words }) => words?.test(said)) ??
    here.find((refusal) => enhanced !== null && refusal.enhanced?.includes(enhanced)) ??
    here.find(({ codes }) => enhanced === null && codes?.includes(code)) ??
    null
  );
}
