import type { Player, TlsSettings } from "#testing/server/player.ts";
import type { Step } from "#testing/server/steps.ts";
import { CANARY } from "./promises.ts";
import type { Random } from "./random.ts";

/** What the servers of one run know of each other: the message that was sent, and how often DATA was said. */
export type Mail = { text: string; sent: number; lines: string[] };

/** What a server may do in place of an answer, once in so many lines. */
const WHIM_EVERY = 12;
const WHIMS: ((player: Player, line: string) => void)[] = [
  (player, line) => player.send(`${line}\r\n`),
  (player) => player.send(`500 ${CANARY} ${Buffer.from(CANARY).toString("base64")}\r\n`),
  (player) => player.send("* BYE gone\r\n-ERR [SYS/TEMP] gone\r\n421 4.3.0 gone\r\n"),
  (player) => player.send(`\u0000\u001b[31m\u00ff${"x".repeat(300)}\r\n`),
  (player) => player.send("450 4.7.1 Greylisted, try again in 5 minutes\r\n"),
  (player) => player.send("a10 NO [OVERQUOTA] full\r\n"),
  (player) => player.send("250-without\r\n250-an\r\n250 end\r\n250 and more\r\n"),
  (player) => player.destroy(),
  () => undefined, // says nothing
];

/** Takes lines and answers as `answer` says, but for its whims. */
const capricious =
  (random: Random, mail: Mail, greeting: string, answer: (player: Player, line: string) => Promise<void> | void): Step =>
  async (player) => {
    player.send(greeting);
    for (;;) {
      const line = await player.line();
      mail.lines.push(line);
      if (random.whole(WHIM_EVERY) === 0) random.pick(WHIMS)(player, line);
      else await answer(player, line);
    }
  };

/** An SMTP server with moods. */
export const capriciousSmtp = (random: Random, mail: Mail, tls: TlsSettings): Step =>
  capricious(random, mail, "220 mx.example ESMTP\r\n", async (player, line) => {
    const [verb = ""] = line.toUpperCase().split(" ");
    if (verb === "EHLO") return player.send("250-mx.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n");
    if (verb === "AUTH") return player.send("235 2.7.0 in\r\n");
    if (verb === "QUIT") return player.send("221 bye\r\n");
    if (verb === "STARTTLS") {
      player.send("220 go\r\n");
      return player.startTls(tls);
    }
    if (verb !== "DATA") return player.send("250 2.1.0 ok\r\n");
    mail.sent++;
    player.send("354 go\r\n");
    for (let text = await player.line(); text !== "."; text = await player.line()) mail.text += `${text}\r\n`;
    player.send("250 2.0.0 queued as 4F1\r\n");
  });

/** An IMAP server with moods, TLS from the first byte. */
export const capriciousImap =
  (random: Random, mail: Mail, tls: TlsSettings): Step =>
  async (player) => {
    await player.startTls(tls);
    const serve = capricious(random, mail, "* OK IMAP ready\r\n", (talking, line) => {
      const [tag = "", ...words] = line.split(" ");
      const verb = words.join(" ").toUpperCase();
      if (verb === "CAPABILITY") talking.send("* CAPABILITY IMAP4rev1 SASL-IR UIDPLUS AUTH=PLAIN\r\n");
      if (verb.startsWith("UID SEARCH")) talking.send(mail.text === "" ? "* SEARCH\r\n" : "* SEARCH 7\r\n");
      if (verb.startsWith("UID FETCH")) {
        const text = `Return-Path: <>\r\nX-Canary: ${CANARY}\r\n${mail.text}`;
        talking.send(
          `* 1 FETCH (UID 7 INTERNALDATE "29-Nov-2026 10:00:05 +0000" RFC822.SIZE ${text.length} BODY[] {${text.length}}\r\n${text})\r\n`,
        );
      }
      if (verb === "LOGOUT") talking.send("* BYE\r\n");
      talking.send(`${tag} OK done\r\n`);
    });
    await serve(player);
  };

/** A POP3 server with moods. */
export const capriciousPop3 = (random: Random, mail: Mail, tls: TlsSettings): Step =>
  capricious(random, mail, "+OK ready\r\n", async (player, line) => {
    const [verb = ""] = line.toUpperCase().split(" ");
    if (verb === "CAPA") return player.send("+OK\r\nSTLS\r\nTOP\r\nSASL PLAIN\r\nUSER\r\n.\r\n");
    if (verb === "STLS") {
      player.send("+OK go\r\n");
      return player.startTls(tls);
    }
    if (verb === "STAT") return player.send(mail.text === "" ? "+OK 0 0\r\n" : `+OK 1 ${mail.text.length}\r\n`);
    if (verb === "TOP" || verb === "RETR")
      return player.send(`+OK\r\nX-Canary: ${CANARY}\r\n${mail.text.replace(/^\./gm, "..")}.\r\n`);
    player.send("+OK\r\n");
  });
