import { z } from "zod";
import { composeTestMessage } from "#core/arrival/test-message.ts";
import type { Reply } from "#core/check/reply.ts";
import { mailboxSchema } from "#core/monitor/envelope.ts";
import type { Reason, ReplyStage } from "#core/reason/reason.ts";
import { replyProblem, type ReplyExpected } from "#core/script/matches.ts";
import { commandLineSchema, type SmtpStep } from "#core/script/smtp-steps.ts";
import { wantsTls } from "#protocols/begin-tls.ts";
import { auth } from "#protocols/smtp/auth.ts";
import { data } from "#protocols/smtp/data.ts";
import type { SmtpDialogue } from "#protocols/smtp/dialogue.ts";
import { ehlo } from "#protocols/smtp/ehlo.ts";
import { greylistWaitMs } from "#protocols/smtp/greylisting.ts";
import { quit } from "#protocols/smtp/quit.ts";
import { say, type SaidStage } from "#protocols/smtp/say.ts";
import { starttls } from "#protocols/smtp/starttls.ts";
import { tls } from "#protocols/tls.ts";
import { connectServer, takeLeave, within } from "./connect-server.ts";
import { logInStep } from "./log-in-step.ts";
import type { Running } from "./running.ts";
import { valueOf } from "./values.ts";

/** Takes a step by SMTP. What its reply has to be is what the step expects or, where it expects nothing, what lets a sender go on. */
export async function smtpStep(running: Running, step: SmtpStep): Promise<Reason | null> {
  if (step.smtp === "connect")
    return judged(running, step.expect, await connectServer(running, running.script.servers[step.server]!));
  const dialogue = running.open.smtp!;
  if (step.smtp === "quit") {
    await takeLeave(running, "smtp", "quit", () => quit(dialogue));
    return judged(running, step.expect, null, dialogue);
  }
  return judged(running, step.expect, await command(running, dialogue, step), dialogue);
}

type Command = Exclude<SmtpStep, { smtp: "connect" } | { smtp: "quit" }>;

async function command(running: Running, dialogue: SmtpDialogue, step: Command): Promise<Reason | null> {
  switch (step.smtp) {
    case "ehlo":
      if (step.as !== undefined) dialogue.target.ehloName = step.as;
      return sayEhlo(running, dialogue);
    case "starttls":
      return encrypt(running, dialogue);
    case "auth":
      return logInStep(running, dialogue, step, "auth", () => auth(dialogue));
    case "send":
      return sayLine(running, dialogue, "command", valueOf(running, "The line", step.line, commandLineSchema));
    case "rset":
      running.recipients = [];
      return sayLine(running, dialogue, "command", { value: "RSET", reason: null });
    case "mail": {
      const from = valueOf(running, "The sender", step.from, z.union([z.literal(""), mailboxSchema]));
      if (from.reason === null) running.sender = from.value;
      return sayLine(running, dialogue, "mail", from.reason ? from : { value: `MAIL FROM:<${from.value}>`, reason: null });
    }
    case "rcpt": {
      const to = valueOf(running, "The recipient", step.to, mailboxSchema);
      if (to.reason !== null) return to.reason;
      const reason = await sayLine(running, dialogue, "rcpt", { value: `RCPT TO:<${to.value}>`, reason: null });
      if (reason === null) running.recipients.push(to.value);
      return reason;
    }
    case "data":
      return sendMessage(running, dialogue, step.size);
  }
}

function sayEhlo(running: Running, dialogue: SmtpDialogue): Promise<Reason | null> {
  const stage = dialogue.isReadyForTls ? "ehlo-tls" : "ehlo";
  return within(running, dialogue, stage, () => ehlo(dialogue, stage));
}

/** After TLS nothing that was offered before counts (RFC 3207 section 4.2): EHLO is said again at once. */
async function encrypt(running: Running, dialogue: SmtpDialogue): Promise<Reason | null> {
  if (!wantsTls(dialogue, "STARTTLS")) {
    dialogue.session.note("STARTTLS is not offered.");
    return null;
  }
  const reason = await within(running, dialogue, "starttls", () => starttls(dialogue));
  if (reason !== null || !dialogue.isReadyForTls) return reason;
  return (await within(running, dialogue, "tls", () => tls(dialogue))) ?? sayEhlo(running, dialogue);
}

async function sayLine(
  running: Running,
  dialogue: SmtpDialogue,
  stage: SaidStage,
  line: ReturnType<typeof valueOf>,
): Promise<Reason | null> {
  if (line.reason !== null) return line.reason;
  return within(running, dialogue, stage, async () => {
    const { reply, reason } = await say(dialogue, stage, line.value);
    if (reply === null || reply.code < 400) return reason;
    const waitMs = stage === "rcpt" ? greylistWaitMs(reply) : null;
    if (waitMs === null) return refused(stage, reply);
    running.retryAt = running.now() + waitMs;
    return { code: "rcpt.greylisted", stage, reply, detail: `It is asked again in ${Math.round(waitMs / 1000)} s.` };
  });
}

const CUT_OFF = "The check that sent it was cut off before the server's answer was written down.";

/** Sends the message of the run, once: where an earlier attempt at this slot came as far, it is only looked for. */
async function sendMessage(running: Running, dialogue: SmtpDialogue, sizeBytes: number | undefined): Promise<Reason | null> {
  const { run, recipients } = running;
  const [to = ""] = recipients;
  const at = run.sentAt ?? running.now();
  const text = composeTestMessage({ from: running.sender || to, to, token: run.token, sentAt: at, ...run.from, sizeBytes });
  running.sent = { text, sender: running.sender, at };
  if (run.sentAt !== null) {
    dialogue.session.note("The message of this run was sent before, and is not sent again.");
    if (run.isUnconfirmed) running.unconfirmed = { code: "data.unconfirmed", stage: "data", reply: null, detail: CUT_OFF };
    return null;
  }
  const held = await run.send(recipients);
  running.recipients = [];
  if (held !== null) {
    running.sent = null;
    return { code: "script.held", stage: "script", reply: null, detail: held };
  }
  const reason = await within(running, dialogue, "data", () => data(dialogue, text));
  const isUnconfirmed = reason?.code === "data.unconfirmed";
  await run.sent(reason === null ? "accepted" : isUnconfirmed ? "unconfirmed" : "refused");
  if (!isUnconfirmed) return reason;
  running.unconfirmed = reason; // it may arrive: whoever looks for it will tell
  return null;
}

/** Holds the last reply against what the step expects of it; where it expects nothing, the command has judged. */
function judged(
  running: Running,
  expected: ReplyExpected | undefined,
  reason: Reason | null,
  dialogue = running.open.smtp,
): Reason | null {
  const reply = (reason === null ? dialogue?.session.lastReply : reason.reply) as Reply<number> | null | undefined;
  running.reply = reply ?? null;
  const isAnswer = reason === null || /\.(?:reply|greylisted)$/.test(reason.code);
  if (expected === undefined || !reply || !isAnswer) return reason;
  running.retryAt = null;
  const problem = replyProblem(reply, expected);
  if (reason !== null) dialogue?.session.unmarkFailed(reason);
  return problem === null ? null : { code: "expect.reply", stage: "expect", reply, detail: problem };
}

function refused(stage: ReplyStage, reply: Reply<number>): Reason {
  return { code: `${stage}.reply`, stage, reply, detail: null };
}
