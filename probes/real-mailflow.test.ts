import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckResult } from "#core/check/result.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { type MailReceiver, startMailReceiver } from "#testing/mail-receiver.ts";
import { playRun } from "#testing/play-run.ts";
import { type ChainScripts, openChainScripts } from "#testing/real/chain-scripts.ts";
import { startEximCourier, whyNoEximCourier } from "#testing/real/exim-courier.ts";
import type { MailChain } from "#testing/real/mail-chain.ts";
import { startPostfixDovecot, whyNoPostfixDovecot } from "#testing/real/postfix-dovecot.ts";
import { untilSo } from "#testing/until.ts";

const CHAINS = [
  ["Postfix and Dovecot", startPostfixDovecot, whyNoPostfixDovecot()],
  ["Exim and Courier", startEximCourier, whyNoEximCourier()],
] as const;

/** How long a search looks for what is not there. */
const LOST_AFTER = "1s";

const LOST = { status: "down", reason: { code: "delivery.lost" } };

/** What a search of a second by POP3 tells that finds nothing. Courier wants ten seconds between two logins, so there was one look, and nobody knows. */
const NOT_FOUND_BY_POP3 = {
  "Postfix and Dovecot": LOST,
  "Exim and Courier": { status: "unknown", reason: { code: "delivery.lost", detail: expect.stringContaining("LOGIN-DELAY 10") } },
};

/** Where the messages go that come back to us. */
const INBOUND_DOMAIN = "inbound.example.net";

/** What is lost is late before that. */
const LATE_AFTER_MS = 1_000;

/** The step that failed, in words. */
const failed = ({ facts }: CheckResult) => facts.flow!.steps.find(({ outcome }) => outcome === "failed")?.says;

describe.each(CHAINS)("a script meets %s", (chainName, startChain, missing) => {
  describe.skipIf(isLeftOut(missing))("as one chain", { timeout: 30_000 }, () => {
    let chain: MailChain;
    let scripts: ChainScripts;
    let ours: MailReceiver;
    beforeAll(async () => {
      ours = await startMailReceiver();
      chain = await startChain({ routes: { [INBOUND_DOMAIN]: { address: "127.0.0.1", port: Number(new URL(ours.url).port) } } });
      scripts = await openChainScripts(chain);
    }, 30_000);
    afterAll(async () => {
      await chain?.remove();
      await scripts?.close();
      await ours.stop();
    });

    const soughtByImap = (limit = "15s") => `{ imap: search, folders: [INBOX, ${chain.junk}], limit: ${limit} }`;

    const received = async (limitMs: number) => {
      const [mail] = await untilSo(
        () => ours.received,
        ({ length }) => length > 0,
        limitMs,
      );
      return { raw: Buffer.from(mail!.raw), arrivedAt: mail!.arrivedAt };
    };

    test.each([
      ["smtp", "imap"],
      ["submission", "imaps"],
      ["submissions", "imap"],
    ] as const)("and a message that goes in by %s comes out by %s", async (out, box) => {
      const steps = [...scripts.sent(out), ...scripts.loggedIn(box), soughtByImap(), "{ imap: fetch }"];
      const { result, kept } = await scripts.run({ out, box }, steps);
      expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
      expect(kept.outcomes).toEqual(["accepted"]);
      expect(kept.foundMessages).toMatchObject([{ token: kept.token, folder: "INBOX", isJunk: false }]);
      const message = result.facts.flow!.message!;
      expect(message).toMatchObject({ folder: "INBOX", isJunk: false, headers: { changed: [], lost: [] } });
      expect(message.delayMs).toBeGreaterThanOrEqual(0);
      expect(message.hops[0]).toMatchObject({ by: chain.host, tls: "TLS 1.3" });
    });

    test.each([
      ["smtp", "pop3"],
      ["submission", "pop3s"],
    ] as const)("and a message that goes in by %s comes out by %s", async (out, box) => {
      const steps = [
        ...scripts.sent(out),
        ...scripts.loggedIn(box),
        "{ pop3: search, limit: 15s }",
        "{ pop3: fetch }",
        "{ pop3: delete }",
        "{ pop3: quit }",
      ];
      const { result, kept } = await scripts.run({ out, box }, steps);
      expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
      expect(kept.foundMessages).toMatchObject([{ token: kept.token, isJunk: false }]);
    });

    test.each([
      ["imap", ["{ imap: delete }", "{ imap: expunge }"]],
      ["pop3", ["{ pop3: delete }", "{ pop3: quit }"]],
    ] as const)("and what is deleted by %s is not found again", async (box, deleted) => {
      const search = box === "imap" ? soughtByImap(LOST_AFTER) : `{ pop3: search, every: 10ms, limit: ${LOST_AFTER} }`;
      const steps = [
        ...scripts.sent("smtp"),
        ...scripts.loggedIn(box),
        box === "imap" ? soughtByImap() : "{ pop3: search, limit: 15s }",
      ];
      const { result, kept } = await scripts.run({ out: "smtp", box }, [...steps, ...deleted]);
      expect(result).toMatchObject({ status: "up", reason: null });
      const taken = playRun({ token: kept.token, sentAt: result.startedAt });
      const again = await scripts.run({ out: "smtp", box }, [...scripts.sent("smtp"), ...scripts.loggedIn(box), search], {
        kept: taken,
      });
      expect(again.result).toMatchObject(box === "imap" ? LOST : NOT_FOUND_BY_POP3[chainName]);
    });

    test("and a message goes out by submission to an address of ours", async () => {
      const inbound = `run@${INBOUND_DOMAIN}`;
      const steps = [...scripts.addressed("submission", "'${inbound}'"), "{ smtp: data }", "{ inbound: receive, limit: 10s }"];
      const { result, kept } = await scripts.run({ out: "submission" }, steps, { kept: playRun({ inbound, receive: received }) });
      expect(result).toMatchObject({ status: "up", reason: null });
      expect(kept.asked).toEqual([[inbound]]);
      expect(result.facts.flow!.message!.hops[0]).toMatchObject({ by: chain.host, tls: "TLS 1.3" });
    });

    test("where nobody keeps the mailboxes, and names the step that finds that out", async () => {
      await chain.stopMailboxes();
      const { result, kept } = await scripts.run({ out: "smtp", box: "imaps" }, [
        ...scripts.sent("smtp"),
        ...scripts.loggedIn("imaps"),
        soughtByImap(),
      ]);
      await chain.startMailboxes();
      expect(result).toMatchObject({
        status: "down",
        reason: { code: "connect.refused", at: { kind: "imap", host: chain.host, port: chain.ports.imaps } },
      });
      expect(failed(result)).toBe("imap: connect box");
      expect(kept.outcomes).toEqual(["accepted"]);
    });

    test("that refuses a wrong password to who reads, and is asked it once", async () => {
      const boxes = ["imap", "pop3s"] as const;
      const asked = (box: (typeof boxes)[number]) =>
        scripts.run({ out: "smtp", box }, [...scripts.sent("smtp"), ...scripts.loggedIn(box)], { password: "wrong horse" });
      const results = await Promise.all(boxes.map(async (box) => (await asked(box)).result));
      expect(results.map(failed)).toEqual(["imap: login", "pop3: login"]);
      for (const result of results) {
        expect(result).toMatchObject({ status: "down", reason: { code: "login.reply" } });
        const refusals = result.transcript.filter(({ stage, text }) => stage === "login" && /^(\S+ NO|-ERR) /.test(text));
        expect(refusals).toHaveLength(1);
        expect(JSON.stringify(result)).not.toContain("wrong horse");
      }
    });

    test("that refuses a wrong password to who sends, and takes no message then", async () => {
      const { result, kept } = await scripts.run({ out: "submission" }, scripts.sent("submission"), { password: "wrong horse" });
      expect(result).toMatchObject({ status: "down", reason: { code: "auth.reply", reply: { code: 535 } } });
      expect(kept.asked).toEqual([]);
    });

    test("that puts the message into Junk", async () => {
      await chain.sortAsJunk(chain.users[0]!.username, true);
      const steps = [...scripts.sent("smtp"), ...scripts.loggedIn("imap"), soughtByImap(), "{ imap: fetch }"];
      const { result, kept } = await scripts.run({ out: "smtp", box: "imap" }, steps);
      await chain.sortAsJunk(chain.users[0]!.username, false);
      expect(result).toMatchObject({ status: "degraded", reason: { code: "delivery.junk" } });
      expect(result.facts.flow!.steps.find(({ outcome }) => outcome === "degraded")?.says).toBe(
        `imap: search INBOX, ${chain.junk}`,
      );
      expect(result.transcript.filter(({ failed }) => failed).map(({ text }) => text)).toEqual([
        expect.stringContaining("Message went to junk"),
      ]);
      expect(kept.foundMessages).toMatchObject([{ folder: chain.junk, isJunk: true }]);
      expect(result.facts.flow!.message).toMatchObject({ isJunk: true, spam: { score: 9.5 } });
    });

    test("whose mailbox is full, and tells so", async () => {
      await chain.fill(chain.users[0]!.username, true);
      const { result, kept } = await scripts.run({ out: "smtp" }, scripts.sent("smtp"));
      await chain.fill(chain.users[0]!.username, false);
      expect(result).toMatchObject({ status: "down", reason: { code: "rcpt.reply", reply: { code: 452, enhanced: "4.2.2" } } });
      expect(kept.asked).toEqual([]);
    });

    test("that holds its queue for a while: the message is late", async () => {
      await chain.hold();
      const kept = playRun({ sent: async () => void setTimeout(() => void chain.release(), 1.5 * LATE_AFTER_MS) });
      const late = `{ expect: message, delay: ${LATE_AFTER_MS}ms }`;
      const { result } = await scripts.run(
        { out: "smtp", box: "imap" },
        [...scripts.sent("smtp"), ...scripts.loggedIn("imap"), soughtByImap(), late],
        {
          kept,
        },
      );
      expect(result).toMatchObject({ status: "degraded", reason: { code: "delivery.late" } });
      expect(result.facts.flow!.steps.find(({ outcome }) => outcome === "degraded")?.says).toBe("expect: message");
      expect(result.transcript.filter(({ failed }) => failed).map(({ text }) => text)).toEqual([
        expect.stringContaining("Message arrived late"),
      ]);
      const [, tookS] = /^It took ([\d.]+) s/.exec(result.reason!.detail ?? "") ?? [];
      expect(Number(tookS)).toBeGreaterThanOrEqual((1.5 * LATE_AFTER_MS) / 1_000);
    });

    test("that holds its queue: the message is lost, and recognised by the next run when it comes", async () => {
      const steps = [...scripts.sent("smtp"), ...scripts.loggedIn("imap")];
      await chain.hold();
      const first = await scripts.run({ out: "smtp", box: "imap" }, [...steps, soughtByImap(LOST_AFTER)]);
      expect(first.result).toMatchObject(LOST);
      expect(first.kept.foundMessages).toEqual([]);
      await chain.release();

      const missing = [{ token: first.kept.token, sentAt: first.result.startedAt }];
      const next = await untilSo(
        () =>
          scripts.run({ out: "smtp", box: "imap" }, [...steps, soughtByImap(), "{ imap: delete }", "{ imap: expunge }"], {
            kept: playRun({ missing }),
          }),
        ({ result }) => result.facts.flow!.late.length > 0,
        10_000,
      );
      expect(next.result).toMatchObject({ status: "up", reason: null });
      expect(next.result.facts.flow!.late).toMatchObject([{ token: first.kept.token, folder: "INBOX" }]);
      expect(next.kept.foundMessages.map(({ token }) => token)).toEqual([first.kept.token, next.kept.token]);
    });

    test.each([
      ["to relay", "somebody@elsewhere.example", "{ code: 554, text: { matches: '(?i)relay' } }"],
      ["an unknown user", "nobody@ehlowatch.test", "{ code: 550, text: { matches: '5\\.1\\.1' } }"],
    ])("that refuses %s, as the script expects", async (_what, to, expected) => {
      const { result } = await scripts.run({ out: "smtp" }, scripts.addressed("smtp", to, `, expect: ${expected}`));
      expect(result).toMatchObject({ status: "up", reason: null });
    });

    test("that takes what the script expects it to refuse", async () => {
      const { result } = await scripts.run({ out: "smtp" }, scripts.addressed("smtp", undefined, ", expect: { code: 5xx }"));
      expect(result).toMatchObject({ status: "down", reason: { code: "expect.reply" } });
    });
  });
});
