import type { Stage } from "#core/check/stage.ts";
import type { DialogueTarget } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { LineManners } from "#network/session-options.ts";
import type { Dialogue } from "#protocols/dialogue.ts";
import { tls } from "#protocols/tls.ts";
import { connect } from "./connect.ts";
import type { ProbeOptions } from "./probe.ts";
import { BOTH_FAMILIES, resolve } from "./resolve.ts";
import type { Way } from "./way.ts";

/** How far a check of a target can go. */
export type EndingOf<T extends DialogueTarget> = NonNullable<T["until"]>;

/**
 * A stage with the command that speaks to the server, or a look at what was said. It is taken by checks that go as far as `upTo` or
 * further, where nothing else speaks against it.
 */
export type Step<T extends DialogueTarget> = { upTo: EndingOf<T>; isDue?: (dialogue: Dialogue<T>) => boolean } & (
  | { stage: Stage; command: (dialogue: Dialogue<T>) => Promise<Reason | null> }
  | { stage: null; judge: (dialogue: Dialogue<T>) => Reason | null }
);

/**
 * A kind of server: what its checks say and in which order, and how far they can go. Of what a server says before its first whole reply only
 * lines like `opening` are shown (see SessionOptions).
 */
export type Protocol<T extends DialogueTarget> = {
  endings: readonly EndingOf<T>[];
  steps: readonly Step<T>[];
  /** The last stage: how leave is taken. */
  farewell: { stage: Stage; command: (dialogue: Dialogue<T>) => Promise<null> };
  opening: RegExp;
  /** How its lines are read, where that is not as usual. */
  lines?: LineManners;
};

/**
 * Finds the server, connects and goes through the dialogue with it, as far as the monitor says; the first reason to stop ends it. Where TLS
 * comes first, it does.
 */
export async function takeSteps<T extends DialogueTarget>(
  { endings, steps }: Protocol<T>,
  dialogue: Dialogue<T>,
  way: Way,
  options: ProbeOptions,
): Promise<Reason | null> {
  const { session, target } = dialogue;
  const missed =
    (await arrive(dialogue, way, options)) ?? (isTlsFirst(dialogue) ? await session.run("tls", () => tls(dialogue)) : null);
  if (missed !== null) return missed;

  const end = endings.indexOf(target.until ?? "tls");
  for (const step of steps) {
    if (dialogue.isOver) return null;
    if (endings.indexOf(step.upTo) > end || step.isDue?.(dialogue) === false) continue;
    const reason = step.stage === null ? step.judge(dialogue) : await session.run(step.stage, () => step.command(dialogue));
    if (reason !== null) return reason;
  }
  return null;
}

async function arrive(
  { session, target, facts }: Dialogue,
  { families = BOTH_FAMILIES }: Way,
  options: ProbeOptions,
): Promise<Reason | null> {
  const lost =
    facts.addresses.length > 0 ? null : await session.run("dns", () => resolve(session, target, families, options, facts));
  return lost ?? session.run("connect", () => connect(session, target.port, options, facts));
}

/** TLS from the first byte (RFC 8314 section 3). */
export function isTlsFirst({ target }: Dialogue): boolean {
  return target.tls === "implicit";
}
