import { askedBy, next, sayBack } from "#testing/server/secret-paths.ts";
import { base64 } from "#testing/server/secret-traces.ts";
import type { Step, Dialogue } from "#testing/server/steps.ts";
import { close, expect as hear, hold, reset, send } from "#testing/server/steps.ts";
import { bye, everySpelling, inAnd, logInBySmtp, type SecretPath } from "./secret-path.ts";

const challenges = askedBy("334");
type Mechanism = keyof typeof challenges;

/** Offers a mechanism, hears all of the login, and then does this; it begins with TLS. */
export const smtpServer = (tls: Step, mechanism: Mechanism, ending: readonly Step[]): Dialogue => [
  tls,
  send("220 mx.example ESMTP\r\n"),
  hear(/^EHLO /),
  send(`250-mx.example\r\n250 AUTH ${mechanism}\r\n`),
  ...challenges[mechanism].asked,
  ...ending,
];

/** What may become of each kind of login. */
export function smtpLoginPaths(tls: Step): SecretPath[] {
  return (Object.keys(challenges) as Mechanism[]).flatMap((mechanism): SecretPath[] => {
    const { secret } = challenges[mechanism];
    const path = (name: string, ending: readonly Step[], reason: RegExp, more: object[] = []): SecretPath => ({
      name: `SMTP, ${mechanism}: ${name}`,
      secret,
      servers: { smtp: smtpServer(tls, mechanism, ending) },
      steps: [...logInBySmtp(mechanism, ending.at(-1) === hold ? { limit: "2s" } : {}), ...more],
      reason,
    });
    return [
      path("refused, and said back", [sayBack("535-5.7.8 what is ", "\r\n"), send("535 5.7.8 that\r\n"), ...bye], /^auth\.reply$/),
      path("refused for now, in every spelling", [send(everySpelling(secret, "454-", "454 later\r\n")), ...bye], /^auth\.reply$/),
      path("refused, in every spelling, wrapped", [send(everySpelling(secret, "535-", "535 no\r\n", 76)), ...bye], /^auth\./),
      path("asked for itself", [send(`334 ${base64(secret).slice(0, 1_000)}\r\n`), next, send("501 no\r\n"), ...bye], /^auth\./),
      path("closed", [close], /^auth\.(?:closed|reset)$/),
      path("reset", [reset], /^auth\.(?:closed|reset)$/),
      path("silent", [hold], /^auth\.timeout$/),
      path("no reply at all", [sayBack("", "\r\n"), hold], /^auth\./),
      path(
        "let in, and every spelling in the next reply",
        inAnd(next, send(everySpelling(secret, "550-", "550 no\r\n")), ...bye),
        mechanism === "SCRAM-SHA-256" ? /^auth\.server-proof$/ : /^command\.reply$/,
        [{ smtp: "send", line: "NOOP" }],
      ),
    ];
  });
}
