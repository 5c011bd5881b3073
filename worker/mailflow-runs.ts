import type { Arrived, MailflowRun, ReceivedMessage } from "#core/mailflow/mailflow-run.ts";
import { recipientsIn } from "#core/mailflow/mailflow-target.ts";
import { heldSentence } from "#core/message/held-message.ts";
import { mailboxSchema } from "#core/monitor/envelope.ts";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { readScript } from "#core/script/read-script.ts";
import { variablesIn } from "#core/script/template.ts";
import { beginRun } from "#db/mailflow/begin-run.ts";
import { beginTrialRun } from "#db/mailflow/begin-trial-run.ts";
import { claimSending } from "#db/mailflow/claim-sending.ts";
import { listMissing } from "#db/mailflow/list-missing.ts";
import type { DailyLimits } from "#db/mailflow/messages-of-day.ts";
import { noteFound } from "#db/mailflow/note-found.ts";
import { noteSent } from "#db/mailflow/note-sent.ts";
import type { RunRow } from "#db/mailflow/run-row.ts";
import { findHeld } from "#db/recipient/find-held.ts";
import { revokeUrl } from "#db/revocation/sign-revoke-link.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import type { ClaimedTrial } from "#db/trial/claim-trials.ts";
import { env } from "#env.ts";
import type { Outage } from "./outage.ts";

/** Whose run it is: a monitor's, or that of a trial. */
export type RunOwner = { teamId: number } & ({ monitorId: number } | { trialId: string });

/**
 * How we receive mail ourselves: at which address for whom (null where we receive none), the message of a run that comes there, or null within so many ms, and which of
 * earlier runs have come.
 */
export type Inbound = {
  addressOf(owner: RunOwner): Promise<string | null>;
  receive(address: string, token: string, limitMs: number): Promise<ReceivedMessage | null>;
  receiveLate(address: string, tokens: readonly string[]): Promise<Arrived[]>;
};

/** The runs of scripts. `over` where a check has nothing left to look for, or its run could not be written down. Undefined for what is no script. */
export type MailflowRuns = {
  ofCheck(check: DueCheck): Promise<MailflowRun | "over" | undefined>;
  ofTrial(trial: ClaimedTrial): Promise<MailflowRun | undefined>;
};

type Means = { outage: Outage; inbound?: Inbound | null; needsProof?: boolean; limits?: DailyLimits };

/** Those where strangers decide who is written to; on a machine of one's own there are none. */
const USUAL_LIMITS: DailyLimits = env.EMBEDDED ? { ofTeam: 0, toDomain: 0 } : { ofTeam: 3_000, toDomain: 20_000 };
const LIMITS: DailyLimits = {
  ofTeam: env.MAIL_TESTS_PER_DAY ?? USUAL_LIMITS.ofTeam,
  toDomain: env.MAIL_TESTS_PER_DOMAIN ?? USUAL_LIMITS.toDomain,
};

/** How this worker keeps the runs of scripts: in the database, so that whoever takes one up again knows what was sent. */
export function createMailflowRuns({ outage, inbound = null, needsProof = !env.EMBEDDED, limits = LIMITS }: Means): MailflowRuns {
  const runOf = async (row: RunRow, owner: RunOwner, target: MailflowTarget): Promise<MailflowRun> => {
    const { token, sentAt, isAccepted } = row;
    const address = (await inbound?.addressOf(owner)) ?? null;
    const missing = "monitorId" in owner ? await listMissing(owner.monitorId, token) : [];
    return {
      token,
      sentAt,
      isUnconfirmed: sentAt !== null && !isAccepted,
      from: { host: env.EHLO_NAME, abuse: abuseContact(owner.teamId, target) },
      inbound: address,
      missing,
      send: async (recipients) => {
        const mailboxes = [...new Set(recipients.map((mailbox) => mailbox.toLowerCase()))];
        const strangers = mailboxes.filter((mailbox) => mailbox !== address);
        const held = (await findHeld(owner.teamId, strangers, needsProof)) ?? (await claimSending(token, mailboxes, limits));
        return held && heldSentence(held);
      },
      sent: async (outcome) => void (await noteSent(token, outcome)),
      found: async (found) => void (await noteFound(token, found)),
      receive: async (limitMs) => (inbound && address !== null ? inbound.receive(address, token, limitMs) : null),
      receiveLate: async () => {
        if (!inbound || address === null || missing.length === 0) return [];
        return inbound.receiveLate(
          address,
          missing.map((earlier) => earlier.token),
        );
      },
    };
  };

  return {
    ofCheck: async ({ target, looksAgain = false, ...check }) => {
      if (target.kind !== "mailflow") return undefined;
      try {
        const row = await beginRun({ ...check, looksAgain });
        return row === "over" ? "over" : await runOf(row, check, target);
      } catch (error) {
        outage.failed(error);
        return "over"; // without its row nobody would know what it sent
      }
    },
    ofTrial: async ({ target, ...trial }) => {
      if (target.kind !== "mailflow") return undefined;
      const row = await beginTrialRun(trial.trialId);
      if (row === null) throw new Error("A trial was forgotten before it began.");
      return runOf(row, trial, target);
    },
  };
}

/** Where whoever gets the message says that they want none: by one link, where it goes to one mailbox, else to the operator. */
function abuseContact(teamId: number, { script: text }: MailflowTarget): string {
  const { script } = readScript(text);
  const [only, ...others] = script === null ? [] : recipientsIn(script);
  const mailbox = mailboxSchema.safeParse(only);
  const isFixed = only !== undefined && variablesIn(only).length === 0;
  if (mailbox.success && isFixed && others.length === 0) return revokeUrl(teamId, mailbox.data.toLowerCase());
  return env.ABUSE_CONTACT ?? env.NEXTAUTH_URL;
}
