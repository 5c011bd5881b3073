/**
 * The steps of a dialogue in wire order. A check passes through some of them; `ehlo-tls` is the second EHLO, the one a
 * client must say after STARTTLS (RFC 3207 section 4.2).
 */
export const STAGES = [
  "dns",
  "connect",
  "greeting",
  "ehlo",
  "starttls",
  "tls",
  "ehlo-tls",
  "auth",
  "mail",
  "rcpt",
  "data",
  "quit",
] as const;

/** One step of a dialogue. */
export type Stage = (typeof STAGES)[number];

/** How long one stage of one check took, in milliseconds (fractions kept). */
export type StageTiming = { stage: Stage; ms: number };

/** What the server answered in a stage, in short: `text` is the first line of its last reply there. */
export type StageReply = { code: number; enhanced: string | null; text: string };

/** One stage of a check as data: how long it took, and what the server answered; null where it said no whole reply. */
export type StageReport = StageTiming & { reply: StageReply | null };

/** What people call a stage: the second EHLO is just "ehlo" to them. */
export function stageLabel(stage: Stage): string {
  return stage === "ehlo-tls" ? "ehlo" : stage;
}

/** A stage by a name that no other has, where nothing else tells the two EHLOs apart. */
export function stageName(stage: Stage): string {
  return stage === "ehlo-tls" ? "ehlo after TLS" : stage;
}
