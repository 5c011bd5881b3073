import { acceptTested } from "#testing/server/dialogues/accept-tested.ts";
import { mailThen } from "#testing/server/dialogues/mail-then.ts";
import { close, expect, hold, send } from "#testing/server/steps.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "./behaviour.ts";

const target = {
  until: "accept",
  envelope: { from: "", accepted: "joe@mx.example", refused: "nobody@elsewhere.example" },
} as const;
const OK = "250 2.1.0 ok\r\n";
const NO = "550 5.1.1 no\r\n";

const refusedAtMail = (answer: string): Dialogue => [...mailThen(send(answer)), expect(/^QUIT$/), send("221 bye\r\n")];

/** The accept test: MAIL, RCPT, RSET. */
export const ACCEPT: Behaviour[] = [
  {
    row: "H00",
    what: "takes the right recipient and refuses the wrong one",
    dialogue: acceptTested(OK, [OK, NO]),
    target,
    ...isUp,
  },
  ...["450 4.7.1 Greylisted", "451 4.7.1 Greylisting in action, please come back in 00:05:00"].map((answer) => ({
    row: "H43",
    what: `answers RCPT with ${answer}`,
    dialogue: acceptTested(OK, [`${answer}\r\n`]),
    target,
    ...isDegraded("rcpt.greylisted"),
  })),
  ...["452 4.3.1 Insufficient system storage", "550 5.7.1 no", "552 5.2.2 full"].map((answer) => ({
    row: "H44",
    what: `answers RCPT with ${answer}`,
    dialogue: acceptTested(OK, [`${answer}\r\n`]),
    target,
    ...isDown("rcpt.reply"),
  })),
  ...["452 4.3.1 Insufficient system storage", "550 5.7.1 no", "552 5.2.2 full"].map((answer) => ({
    row: "H44",
    what: `answers MAIL with ${answer}`,
    dialogue: refusedAtMail(`${answer}\r\n`),
    target,
    ...isDown("mail.reply"),
  })),
  { row: "H44", what: "takes the wrong recipient", dialogue: acceptTested(OK, [OK, OK]), target, ...isDown("rcpt.not-refused") },
  {
    row: "H47",
    what: "answers MAIL once too often",
    dialogue: acceptTested(`${OK}${NO}`, [OK, NO]),
    target,
    ...isDegraded("mail.desync"),
  },
  {
    row: "H47",
    what: "leaves RCPT without an answer",
    dialogue: [...mailThen(send(OK)), expect(/^RCPT/), hold],
    target,
    ...isDown("rcpt.timeout"),
  },
  {
    row: "H47",
    what: "is one answer late all the time",
    dialogue: [
      ...mailThen(send(OK)),
      ...[OK, NO, NO].flatMap((answer) => [expect(/^(?:RCPT|RSET)/), send(answer)]),
      expect(/^QUIT$/),
      send(`${OK}221 bye\r\n`),
    ],
    target,
    ...isDegraded("rcpt.desync"),
  },
  { row: "H49", what: "shuts down at MAIL", dialogue: mailThen(send("421 4.3.2 bye\r\n"), close), target, ...isDown("mail.reply") },
  {
    row: "H49",
    what: "shuts down at RCPT",
    dialogue: [...mailThen(send(OK)), expect(/^RCPT/), send("421 4.3.2 bye\r\n"), close],
    target,
    ...isDown("rcpt.reply"),
  },
];
