import { pop3Offering, pop3sOffering, twoMessages, userPass } from "#testing/server/dialogues/pop3.ts";
import { close, expect, flood, hold, send } from "#testing/server/steps.ts";
import type { Dialogue, Step } from "#testing/server/steps.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "../behaviour.ts";
import { TRUSTED } from "../certificates.ts";
import type { Pop3Behaviour } from "./pop3-behaviour.ts";
import { OFFERED } from "./pop3-behaviour.ts";

const secret = "correct-horse-battery";

/** A behaviour of a server where somebody logs in, in TLS from the first byte. */
const login = (row: string, what: string, steps: Dialogue, wanted: Pick<Behaviour, "status" | "code">): Pop3Behaviour => ({
  row,
  what,
  dialogue: pop3sOffering(TRUSTED, OFFERED, ...steps),
  secret,
  target: { tls: "implicit", until: "list", login: { mechanism: "best", username: "joe" } },
  ...wanted,
});
const passThen = (...steps: Step[]): Dialogue => [expect(/^USER joe$/), send("+OK\r\n"), expect(/^PASS /), ...steps];
const listThen = (...steps: Step[]): Dialogue => [...userPass, expect(/^STAT$/), send("+OK 2 320\r\n"), expect(/^LIST$/), ...steps];

/** From the login to the list. */
export const LOGIN: Pop3Behaviour[] = [
  login("H00", "lets somebody log in and list", [...userPass, ...twoMessages], isUp),
  ...["", "[AUTH] ", "[SYS/TEMP] ", "[IN-USE] ", "[LOGIN-DELAY] "].map((code) =>
    login("H40", `answers PASS with -ERR ${code}`, passThen(send(`-ERR ${code}no\r\n`)), isDown("login.reply")),
  ),
  login("H40", "is silent after PASS", passThen(hold), isDown("login.timeout")),
  login("H40", "closes after PASS", passThen(close), isDown("login.closed")),
  {
    row: "H41",
    what: "lets people log in in the clear only",
    dialogue: pop3Offering(OFFERED),
    secret,
    target: { tls: "starttls", until: "login", login: { mechanism: "best", username: "joe" } },
    ...isDegraded("login.cleartext"),
  },
  login("H42", "says our PASS line back", passThen(send(`-ERR what is PASS ${secret}\r\n`)), isDown("login.reply")),
  login("H52", "lists messages without end", listThen(send("+OK\r\n"), flood("1 120\r\n")), isDown("list.reply-too-large")),
  login("H52", "is silent in the middle of its list", listThen(send("+OK\r\n1 120\r\n"), hold), isDown("list.timeout")),
  login("H52", "closes in the middle of its list", listThen(send("+OK\r\n1 1"), close), isDown("list.closed")),
  login("H52", "answers STAT with nonsense", [...userPass, expect(/^STAT$/), send("+OK lots\r\n")], isDown("list.protocol")),
];
