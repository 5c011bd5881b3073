import type { Piece, Tap } from "./wire.ts";

/**
 * A message between a relay and the database or the mail server, at which the relay is killed. What `client` says is lost, or where
 * `answer` is set, what the server answers to it. Of the message itself half still goes out.
 */
export type KillPoint = {
  name: string;
  wire: "database" | "mail";
  client: RegExp;
  loses: "message" | "half" | "answer";
  /** The mail server has taken the mail, and that is not recorded: it is sent again. */
  isSentAgain: boolean;
};

const database = (name: string, client: RegExp, loses: KillPoint["loses"], isSentAgain = false): KillPoint => ({
  name,
  wire: "database",
  client,
  loses,
  isSentAgain,
});
const mail = (name: string, client: RegExp, loses: KillPoint["loses"], isSentAgain = false): KillPoint => ({
  name,
  wire: "mail",
  client,
  loses,
  isSentAgain,
});

const CLAIM = /update delivery d set status = 'sending'/;

/** In the order of one delivery. */
export const KILL_POINTS: readonly KillPoint[] = [
  database("the claim is lost", CLAIM, "message"),
  database("the claim is made, and its answer lost", CLAIM, "answer"),
  mail("the mail server's greeting is lost", /^$/, "answer"),
  mail("EHLO is lost", /^EHLO /m, "message"),
  mail("MAIL is lost", /^MAIL FROM/m, "message"),
  mail("RCPT is lost", /^RCPT TO/m, "message"),
  mail("DATA is lost", /^DATA\r\n/m, "message"),
  mail("half of the mail is lost", /^DATA\r\n.*\S/ms, "half"),
  mail("the mail is taken, and the 250 lost", /\r\n\.\r\n$/, "answer", true),
  database("the 250 is there, and what says so is never begun", /\bbegin\b/, "message", true),
  database("the 250 is there, and the commit lost", /\bcommit\b/, "message", true),
  database("the commit is made, and its answer lost", /\bcommit\b/, "answer"),
];

/** Listens on one of a relay's connections, and kills it at its point. */
export function tapFor(point: KillPoint, wire: KillPoint["wire"], kill: () => void): Tap {
  let said = "";
  let isThere = point.wire === wire && point.client.test(said);
  let isDead = false; // what a dead relay has written before is lost with it
  const die = () => {
    isDead = true;
    kill();
  };
  return ({ from, text }: Piece) => {
    if (point.wire !== wire) return undefined;
    if (isDead) return 0;
    if (from === "server") {
      if (!isThere || point.loses !== "answer") return undefined;
      die();
      return 0;
    }
    const hadSaid = said;
    said += text;
    if (isThere || !point.client.test(said) || (hadSaid !== "" && point.client.test(hadSaid))) return undefined;
    isThere = true;
    if (point.loses === "answer") return undefined;
    die();
    return point.loses === "half" ? Math.floor(text.length / 2) : 0;
  };
}
