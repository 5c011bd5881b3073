import { next, SECRET } from "#testing/server/secret-paths.ts";
import { base64, utf8 } from "#testing/server/secret-traces.ts";
import { expect as hear, hold, send, type Step } from "#testing/server/steps.ts";
import { bye, everySpelling, inAnd, logInBySmtp, type SecretPath } from "./secret-path.ts";
import { smtpServer } from "./smtp-login-paths.ts";

const said = (reply: string): Step[] => [next, send(`${reply}\r\n`)];
const everyReply = (code: number) => everySpelling(SECRET, `${code}-`, `${code} end`);
const PLAIN = logInBySmtp("PLAIN");

/** Where else in a dialogue by SMTP a server may say what it knows. */
export function smtpPaths(tls: Step): SecretPath[] {
  const plain = (name: string, steps: readonly object[], ending: readonly Step[], reason: RegExp): SecretPath => ({
    name: `SMTP: ${name}`,
    secret: SECRET,
    servers: { smtp: smtpServer(tls, "PLAIN", inAnd(...ending)) },
    steps: [...PLAIN, ...steps],
    reason,
  });
  const VRFY = { smtp: "send", line: "VRFY x" };
  const CAPTURED = { set: { who: { fromReply: "^(.*)$" } } };

  const MAIL = { smtp: "mail", from: "ada@example.com" };
  const RCPT = { smtp: "rcpt", to: "bob@example.org" };
  return [
    plain(
      "a reply that is not as expected",
      [{ ...VRFY, expect: { text: { matches: "^never$" } } }],
      [...said(everyReply(250)), ...bye],
      /^expect\.reply$/,
    ),
    plain(
      "a reply that is expected and is not, later",
      [VRFY, { expect: "reply", code: 251 }],
      [...said(everyReply(250)), ...bye],
      /^expect\.reply$/,
    ),
    plain(
      "a reply that holds no value",
      [VRFY, { set: { who: { fromReply: "<never:(.*)>" } } }],
      [...said(everyReply(250)), ...bye],
      /^expect\.reply$/,
    ),
    plain(
      "captured, for a line",
      [VRFY, CAPTURED, { smtp: "send", line: "NOOP ${who}" }],
      [...said(`250 x${encodeURIComponent(SECRET)}`), ...bye],
      /^script\.value$/,
    ),
    plain(
      "captured, for a recipient",
      [VRFY, CAPTURED, MAIL, { smtp: "rcpt", to: "${who}@example.org" }, { smtp: "data" }],
      [...said(`250 ${base64(SECRET).replaceAll("=", "")}`), ...said("250 ok"), ...bye, ...bye],
      /^script\.value$/,
    ),
    plain(
      "captured, for the sender",
      [VRFY, CAPTURED, { smtp: "mail", from: "${who}@example.org" }],
      [...said(`250 ${Buffer.from(SECRET).toString("hex")}`), ...bye],
      /^script\.value$/,
    ),
    plain("refused to the sender", [MAIL], [...said(everyReply(550)), ...bye], /^mail\.reply$/),
    plain("refused to the recipient", [MAIL, RCPT], [...said("250 ok"), ...said(everyReply(550)), ...bye, ...bye], /^rcpt\.reply$/),
    plain(
      "greylisted",
      [MAIL, RCPT],
      [
        ...said("250 ok"),
        ...said(`451 4.7.1 Greylisted ${utf8(SECRET)} ${base64(SECRET)}, try again in 300 seconds`),
        ...bye,
        ...bye,
      ],
      /^rcpt\.greylisted$/,
    ),
    plain(
      "refused to the message",
      [MAIL, RCPT, { smtp: "data" }],
      [...said("250 ok"), ...said("250 ok"), ...said(everyReply(554)), ...bye],
      /^data\.reply$/,
    ),
    plain("a line that is too long", [VRFY], [next, send(`250 ${base64(SECRET).repeat(400)}\r\n`), hold], /^command\./),
    {
      name: "SMTP: in the greeting, in every spelling",
      secret: SECRET,
      servers: { smtp: [tls, send(everySpelling(SECRET, "554-", "554 no\r\n")), ...bye] },
      steps: PLAIN,
      reason: /^greeting\.reply$/,
    },
    {
      name: "SMTP: in what the server offers",
      secret: SECRET,
      servers: {
        smtp: [tls, send("220 mx\r\n"), hear(/^EHLO /), send(everySpelling(SECRET, "250-X-", "250 AUTH NONE\r\n")), ...bye],
      },
      steps: PLAIN,
      reason: /^auth\.unavailable$/,
    },
  ];
}
