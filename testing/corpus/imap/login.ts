import {
  folderOpened,
  IMAP_OFFERED,
  imapFarewell,
  imapOffering,
  imapsOffering,
  loginTaken,
} from "#testing/server/dialogues/imap.ts";
import { close, expect, flood, hold, send, startTls } from "#testing/server/steps.ts";
import type { Dialogue, Step } from "#testing/server/steps.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "../behaviour.ts";
import { TRUSTED } from "../certificates.ts";
import type { ImapBehaviour } from "./imap-behaviour.ts";

const secret = "correct-horse-battery";

/** A behaviour of a server where somebody logs in, in TLS from the first byte. */
const login = (row: string, what: string, steps: Dialogue, wanted: Pick<Behaviour, "status" | "code">): ImapBehaviour => ({
  row,
  what,
  dialogue: imapsOffering(TRUSTED, IMAP_OFFERED, ...steps),
  secret,
  target: { tls: "implicit", until: "select", login: { mechanism: "best", username: "joe" } },
  ...wanted,
});
const loginThen = (...steps: Step[]): Dialogue => [expect(/^a4 LOGIN "joe" "/), ...steps];
const examineThen = (...steps: Step[]): Dialogue => [...loginTaken, expect(/^a5 EXAMINE "INBOX"$/), ...steps];

/** From the login to the folder. */
export const LOGIN: ImapBehaviour[] = [
  login("H00", "lets somebody log in and open a folder", [...loginTaken, ...folderOpened], isUp),
  ...["", "[AUTHENTICATIONFAILED] ", "[UNAVAILABLE] ", "[INUSE] "].map((code) =>
    login("H40", `answers LOGIN with NO ${code}`, loginThen(send(`a4 NO ${code}no\r\n`)), isDown("login.reply")),
  ),
  login("H40", "answers LOGIN with BYE", loginThen(send("* BYE too many\r\n"), close), isDown("login.reply")),
  login("H40", "is silent after LOGIN", loginThen(hold), isDown("login.timeout")),
  login("H40", "closes after LOGIN", loginThen(close), isDown("login.closed")),
  {
    row: "H41",
    what: "lets people log in in the clear only",
    dialogue: imapOffering(IMAP_OFFERED),
    secret,
    target: { tls: "starttls", until: "login", login: { mechanism: "best", username: "joe" } },
    ...isDegraded("login.cleartext"),
  },
  {
    row: "H41",
    what: "offers LOGINDISABLED and no mechanism",
    dialogue: imapsOffering(TRUSTED, ["IMAP4rev1", "LOGINDISABLED"]),
    secret,
    target: { tls: "implicit", until: "login", login: { mechanism: "best", username: "joe" } },
    ...isDown("login.unavailable"),
  },
  login("H42", "says our LOGIN line back", loginThen(send(`a4 BAD what is LOGIN "joe" "${secret}"\r\n`)), isDown("login.reply")),
  {
    ...login("H50", "greets with PREAUTH where a login is wanted", [], isDown("greeting.preauth")),
    dialogue: [startTls(TRUSTED), send("* PREAUTH welcome\r\n"), ...imapFarewell],
  },
  login(
    "H50",
    "floods with data before it opens the folder",
    examineThen(flood("* 1 EXISTS\r\n")),
    isDown("select.reply-too-large"),
  ),
  login(
    "H50",
    "sends a literal with the folder",
    examineThen(send('* LIST () "/" {5}\r\nINBOX\r\na5 OK [READ-ONLY] done\r\n')),
    isUp,
  ),
  login("H21", "has no such folder", examineThen(send("a5 NO [NONEXISTENT] no\r\n")), isDown("select.missing")),
  login("H21", "does not let us open the folder", examineThen(send("a5 NO [NOPERM] no\r\n")), isDown("select.reply")),
];
