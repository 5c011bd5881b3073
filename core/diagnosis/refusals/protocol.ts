import type { Refusal } from "./refusal.ts";

/** Commands the server cannot make sense of. */
export const PROTOCOL: readonly Refusal[] = [
  {
    id: "unknown-command",
    title: "The command is not known",
    said: ["502 5.5.2 Error: command not recognized", "500 Command unrecognized"],
    words: /(?:command|verb) (?:is )?(?:not (?:recognized|implemented|supported)|unrecognized|unknown)|unrecognized command/i,
    codes: [500, 502],
    cause: "configuration",
    plain: "The server does not know a command that every mail server should know.",
    expert: "500 or 502 to a standard command: the extension is off, or a firewall that inspects SMTP blanks it out (XXXX).",
    next: [
      "{swaks} --quit-after EHLO",
      "Postfix: postconf smtpd_discard_ehlo_keywords smtpd_forbidden_commands",
      "Switch the firewall's inspection of SMTP off (Cisco: no inspect esmtp).",
    ],
    rfc: "RFC 5321 section 4.2.4",
  },
  {
    id: "out-of-order",
    title: "The command came at the wrong time",
    said: ["503 5.5.1 Error: send HELO/EHLO first", "503 Bad sequence of commands"],
    words: /bad sequence|send (?:helo|ehlo|mail)/i,
    enhanced: ["5.5.1"],
    codes: [503],
    cause: "configuration",
    plain: "The server says that a command came at the wrong time, although it did not.",
    expert: "503: a proxy that forgets the state of the session, or a server out of step with its replies.",
    next: ["{mail} --quit-after RCPT", "Try it without the proxy or filter before the server."],
    rfc: "RFC 5321 section 4.1.4",
  },
  {
    id: "syntax",
    title: "The server finds the command malformed",
    said: ["501 5.5.4 Syntax: EHLO hostname", "501 5.1.3 Bad recipient address syntax"],
    words: /syntax/i,
    enhanced: ["5.5.2", "5.5.4", "5.1.3", "5.1.7"],
    codes: [501, 553, 555],
    cause: "configuration",
    plain: "The server does not accept what we said, such as our name or an address.",
    expert:
      "501, 553 or 555: the argument is refused; look at the EHLO name and the addresses of this monitor, and at rules about their form.",
    next: ["{mail} --ehlo {ehlo} --quit-after RCPT", "Postfix: postconf strict_rfc821_envelopes smtpd_helo_restrictions"],
    rfc: "RFC 5321 section 4.1.2",
  },
];
