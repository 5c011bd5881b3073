import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isLeftOut } from "../is-left-out.ts";
import { type MailReceiver, startMailReceiver } from "../mail-receiver.ts";
import { untilSo } from "../until.ts";
import { startEximCourier, whyNoEximCourier } from "./exim-courier.ts";
import { type MailChain, type ReadingDoor, SENDING_DOORS, type SendingDoor } from "./mail-chain.ts";
import { startPostfixDovecot, whyNoPostfixDovecot } from "./postfix-dovecot.ts";
import { readByCurl, whyNoCurl } from "./read-by-curl.ts";
import { runSwaks, whyNoSwaks } from "./run-swaks.ts";

/** That mail goes through the chains as they say, seen with clients that are not ours. */

const CHAINS = [
  ["Postfix and Dovecot", startPostfixDovecot, whyNoPostfixDovecot()],
  ["Exim and Courier", startEximCourier, whyNoEximCourier()],
] as const;

/** A domain to which both have a route. */
const ELSEWHERE = "elsewhere.example";

/** How long a message may be on its way. */
const ARRIVES_WITHIN_MS = 8_000;

/** Several times as long as one takes. */
const HELD_FOR_MS = 500;

describe.each(CHAINS)("%s", (_, startChain, missing) => {
  describe.skipIf(isLeftOut(missing ?? whyNoSwaks() ?? whyNoCurl()))("as one chain", { timeout: 30_000 }, () => {
    let chain: MailChain;
    let folder: string;
    let elsewhere: MailReceiver;
    beforeAll(async () => {
      elsewhere = await startMailReceiver();
      chain = await startChain({ routes: { [ELSEWHERE]: { address: "127.0.0.1", port: Number(new URL(elsewhere.url).port) } } });
      folder = await mkdtemp(path.join(tmpdir(), "chain-root-"));
      await writeFile(path.join(folder, "root.pem"), chain.root);
    }, 30_000);
    afterAll(async () => {
      await chain?.remove();
      await elsewhere.stop();
      await rm(folder, { recursive: true });
    });

    /** What the server says to the end of a message, or to its recipient where it refuses that. */
    const send = async (token: string, to = chain.users[0]!.address, door: SendingDoor = "smtp", more: readonly string[] = []) => {
      const tls = door === "submissions" ? "implicit" : "starttls";
      const said = await runSwaks(chain.address, chain.ports[door], tls, "DATA", ["--to", to, "--h-Subject", token, ...more]);
      return said.at(-2);
    };
    const read = (door: ReadingDoor, where: string, command?: string) =>
      readByCurl(chain, door, where, path.join(folder, "root.pem"), command);
    /** How many messages with this subject are in a folder. */
    const countIn = async (name: string, token: string) => {
      const found = await read("imaps", name, `UID SEARCH SUBJECT ${token}`);
      return found.match(/\d+/g)?.length ?? 0;
    };
    const untilIn = (name: string, token: string) =>
      untilSo(
        () => countIn(name, token),
        (count) => count === 1,
        ARRIVES_WITHIN_MS,
      );
    const login = () => ["--auth", "PLAIN", "--auth-user", chain.users[0]!.username, "--auth-password", chain.users[0]!.password];

    test.each(SENDING_DOORS)("brings a message that came by %s to who reads it by IMAP and POP3", async (door) => {
      const token = randomUUID();
      expect(await send(token, chain.users[0]!.address, door, door === "smtp" ? [] : login())).toMatch(/^250 /);
      await untilIn("INBOX", token);
      const places = (await read("imap", "INBOX", "UID SEARCH ALL")).match(/\d+/g)!;
      for (const reading of ["imap", "imaps"] as const)
        expect(await read(reading, `INBOX;UID=${places.at(-1)}`)).toContain(`Subject: ${token}`);
      for (const reading of ["pop3", "pop3s"] as const)
        expect(await read(reading, String(places.length))).toContain(`Subject: ${token}`);
    });

    test.each([
      ["of nobody there", "nobody@ehlowatch.test", /^550 .*5\.1\.1/s],
      ["of a domain to which there is no route", "somebody@nowhere.example", /^554 .*5\.7\.1/s],
    ])("refuses the mailbox %s", async (_who, to, reply) => {
      expect(await send("refused", to)).toMatch(reply);
    });

    test("sends on what a user has for a domain to which there is a route, and nobody else", async () => {
      const [to, token] = [`somebody@${ELSEWHERE}`, randomUUID()];
      expect(await send("refused", to)).toMatch(/^554 .*5\.7\.1/s);
      expect(await send(token, to, "submission", login())).toMatch(/^250 /);
      const received = await untilSo(
        () => elsewhere.received,
        ({ length }) => length > 0,
        ARRIVES_WITHIN_MS,
      );
      expect(received.map(({ mail, to: recipients }) => [mail.subject, recipients])).toEqual([[token, [to]]]);
    });

    test("sorts a message into Junk while that is asked of it", async () => {
      const { username } = chain.users[0]!;
      const [junk, good] = [randomUUID(), randomUUID()];
      await chain.sortAsJunk(username, true);
      await send(junk);
      await untilIn(chain.junk, junk);
      expect(await countIn("INBOX", junk)).toBe(0);
      await chain.sortAsJunk(username, false);
      await send(good);
      await untilIn("INBOX", good);
      expect(await countIn(chain.junk, good)).toBe(0);
    });

    test("refuses a message while the mailbox is full", async () => {
      const { username } = chain.users[0]!;
      await chain.fill(username, true);
      expect(await send("too much")).toMatch(/^452 .*4\.2\.2/);
      await chain.fill(username, false);
      expect(await send("not too much")).toMatch(/^250 /);
    });

    test("keeps messages while they are held, and delivers them when they are released", async () => {
      const [held, next] = [randomUUID(), randomUUID()];
      await chain.hold();
      expect(await send(held)).toMatch(/^250 /);
      await sleep(HELD_FOR_MS);
      expect(await countIn("INBOX", held)).toBe(0);
      await chain.release();
      await untilIn("INBOX", held);
      await send(next);
      await untilIn("INBOX", next);
    });

    test("takes messages while nobody can read, and delivers them when somebody can", async () => {
      const token = randomUUID();
      await chain.stopMailboxes();
      expect(await send(token)).toMatch(/^250 /);
      await expect(read("imap", "INBOX")).rejects.toThrow("connect");
      await chain.startMailboxes();
      await untilIn("INBOX", token);
    });

    test("lets a user in by the password that is theirs now", async () => {
      const { username, password } = chain.users[0]!;
      await chain.setPassword(username, "another horse");
      const doors = ["imap", "pop3s"] as const;
      await Promise.all(doors.map((door) => expect(read(door, "")).rejects.toThrow("denied")));
      expect((await runSwaks(chain.address, chain.ports.submission, "starttls", "AUTH", login())).at(-2)).toMatch(/^535 /);
      await chain.setPassword(username, password);
      expect(await read("imap", "")).toContain("INBOX");
    });
  });
});
