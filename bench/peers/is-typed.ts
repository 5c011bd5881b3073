import type { ReasonCode } from "#core/reason/reason.ts";

/** Words by which somebody may name a stage; any of them will do, in any order. */
const STAGES: Readonly<Record<string, RegExp>> = {
  connect: /connect|dial|network/i,
  greeting: /greet|banner|220|welcome|SMTP response received from host/i,
  ehlo: /ehlo|helo|250/i,
  starttls: /starttls|TLS not supported/i,
  tls: /tls|ssl|certificate|handshake|x509/i,
  "ehlo-tls": /ehlo|helo|tls|ssl/i,
};

/** And a cause. */
const CAUSES: Readonly<Record<string, RegExp>> = {
  timeout: /time(d )?-? ?out|deadline|never received/i,
  refused: /refused/i,
  closed: /clos|\bEOF\b|ended|disconnect|hung? up/i,
  reset: /reset/i,
  protocol:
    /protocol|invalid|malformed|unexpected|no reply|unrecogni|parse|wrong|not (?:a|an|look)|first record|garbage|is no |no TLS/i,
  "line-too-long": /too (?:long|large|big|many|much)|limit|exceed|without end|more than/i,
  "reply-too-large": /too (?:long|large|big|many|much)|limit|exceed|without end|more than/i,
  "not-smtp": /not smtp|http|ssh|imap|pop3|protocol|invalid|another/i,
  missing: /502|not (?:offer|support|avail|adverti)|no starttls|missing|does ?n[o']t|lacks|unsupported/i,
  expired: /expire/i,
  "not-yet-valid": /not yet valid|valid only from|future/i,
  name: /name|identity|valid for|is for|not for|IP SAN/i,
  "self-signed": /self[- ]signed|by itself|unknown authority/i,
  untrusted: /unknown authority|trusted|self[- ]signed|unable to (?:get|verify)|issuer/i,
  incomplete: /unknown authority|unable to (?:get|verify)|incomplete|intermediate|issuer|not sent/i,
  version: /version|protocol/i,
};

/**
 * Whether these words name the stage a check ended in, and why; of a refusal the code that the server
 * gave, or the 502 with which it answers everything else. Generously read.
 */
export function isTyped(text: string, code: ReasonCode, what: string): boolean {
  const [stage = "", failure = ""] = code.split(".");
  const cause = failure === "reply" ? new RegExp(`\\b(?:502|${/with (\d{3})/.exec(what)?.[1]})\\b`) : CAUSES[failure];
  const namesStage = STAGES[stage];
  if (namesStage === undefined || cause === undefined) throw new Error(`There are no words for ${code}.`);
  return namesStage.test(text) && cause.test(text);
}
