import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { authAskingOn } from "#testing/server/dialogues/auth-asking-on.ts";
import { authInClear } from "#testing/server/dialogues/auth-in-clear.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { scram } from "#testing/server/scram-server.ts";
import { close, expect, hold, send } from "#testing/server/steps.ts";
import type { Dialogue, Step } from "#testing/server/steps.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "./behaviour.ts";
import { TRUSTED } from "./certificates.ts";

const secret = "correct-horse-battery";

const said = Buffer.from(`\0joe\0${secret}`).toString("base64");

const answered = (...steps: Step[]): Dialogue => authOffered(TRUSTED, "PLAIN", expect(/^AUTH PLAIN /), ...steps);

/** A behaviour of a server where somebody logs in. */
const login = (
  behaviour: Omit<Behaviour, "secret" | "target"> & { target?: Partial<SmtpTarget> },
  mechanism: "best" | "LOGIN" = "best",
): Behaviour => ({
  ...behaviour,
  secret,
  target: { tls: "implicit", until: "auth", login: { mechanism, username: "joe" }, ...behaviour.target },
});

/** From the offer of AUTH to its end. */
export const AUTH: Behaviour[] = [
  login({ row: "H00", what: "lets somebody log in with PLAIN", dialogue: answered(send("235 2.7.0 ok\r\n")), ...isUp }),
  login({
    row: "H00",
    what: "lets somebody log in with SCRAM-SHA-256",
    dialogue: authOffered(TRUSTED, "LOGIN PLAIN SCRAM-SHA-256", scram({ password: secret })),
    ...isUp,
  }),
  ...[535, 454, 421].map((code) =>
    login({ row: "H40", what: `answers AUTH with ${code}`, dialogue: answered(send(`${code} no\r\n`)), ...isDown("auth.reply") }),
  ),
  login({ row: "H40", what: "asks for ever in AUTH", dialogue: authAskingOn(TRUSTED, "PLAIN"), ...isDown("auth.loop") }),
  login({ row: "H40", what: "asks for ever in LOGIN", dialogue: authAskingOn(TRUSTED, "LOGIN"), ...isDown("auth.loop") }, "LOGIN"),
  login({ row: "H40", what: "is silent in AUTH", dialogue: answered(hold), ...isDown("auth.timeout") }),
  login({ row: "H40", what: "closes in AUTH", dialogue: answered(close), ...isDown("auth.closed") }),
  login({
    row: "H40",
    what: "proves in SCRAM-SHA-256 that it is another",
    dialogue: authOffered(TRUSTED, "SCRAM-SHA-256", scram({ password: secret, final: () => "v=AAAA" })),
    ...isDown("auth.server-proof"),
  }),
  login({
    row: "H41",
    what: "offers AUTH only before TLS",
    dialogue: authInClear(TRUSTED, "SIZE"),
    target: { tls: "starttls-required" },
    ...isDegraded("auth.cleartext"),
  }),
  login({
    row: "H41",
    what: "offers AUTH and no TLS",
    dialogue: ehloAnswered("250-mx.example\r\n250 AUTH PLAIN LOGIN\r\n"),
    target: { tls: "starttls" },
    ...isDegraded("auth.cleartext"),
  }),
  login({
    row: "H41",
    what: "offers no AUTH",
    dialogue: ehloAnswered("250 mx.example\r\n"),
    target: { tls: "starttls" },
    ...isDown("auth.unavailable"),
  }),
  login({
    row: "H42",
    what: "says our AUTH line back",
    dialogue: answered(send(`500 what is AUTH PLAIN ${said}\r\n`)),
    ...isDown("auth.reply"),
  }),
];
