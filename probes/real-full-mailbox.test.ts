import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diagnose } from "#core/diagnosis/diagnosis.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { type ChainScripts, openChainScripts } from "#testing/real/chain-scripts.ts";
import { startEximCourier, whyNoEximCourier } from "#testing/real/exim-courier.ts";
import type { MailChain } from "#testing/real/mail-chain.ts";
import { startPostfixDovecot, whyNoPostfixDovecot } from "#testing/real/postfix-dovecot.ts";

const CHAINS = [
  ["Postfix and Dovecot", startPostfixDovecot, whyNoPostfixDovecot()],
  ["Exim and Courier", startEximCourier, whyNoEximCourier()],
] as const;

/** Of the second one's mailbox it is only told after DATA. */
const USERNAMES = ["early", "late"] as const;

describe.each(CHAINS)("a mailbox at %s that is full for good", (_, startChain, missing) => {
  describe.skipIf(isLeftOut(missing))("is told as that", { timeout: 30_000 }, () => {
    let chain: MailChain;
    let scripts: ChainScripts;
    beforeAll(async () => {
      chain = await startChain({
        usernames: USERNAMES,
        fullness: { reply: "552 5.2.2 Mailbox is full", afterData: ["late"] },
      });
      scripts = await openChainScripts(chain);
      for (const username of USERNAMES) await chain.fill(username, true);
    }, 30_000);
    afterAll(async () => {
      await scripts?.close();
      await chain?.remove();
    });

    test.each([
      ["at RCPT", "early", "rcpt", []],
      ["after DATA", "late", "data", ["refused"]],
    ] as const)("%s", async (_when, username, stage, outcomes) => {
      const { address } = chain.users.find((user) => user.username === username)!;
      const { result, kept } = await scripts.run({ out: "smtp" }, scripts.sent("smtp", address));
      expect(result).toMatchObject({
        status: "down",
        reason: { code: `${stage}.reply`, stage, reply: { code: 552, enhanced: "5.2.2" }, at: { kind: "smtp", host: chain.host } },
      });
      expect(kept.outcomes).toEqual(outcomes);
      expect(result.transcript.find(({ failed }) => failed)?.text).toMatch(/^552 5\.2\.2 .*Mailbox is full/);
      const { headline, cause, plain, next } = diagnose(result.reason!, result.reason!.at);
      expect({ headline, cause }).toEqual({ headline: expect.stringMatching(/552 .*Mailbox is full/), cause: "resources" });
      expect(plain).toContain("mailbox has no room left");
      expect(next.join()).toContain("doveadm quota get");
    });

    test("and mail is taken again once it has room", async () => {
      for (const username of USERNAMES) await chain.fill(username, false);
      for (const { address } of chain.users) {
        const { result } = await scripts.run({ out: "smtp" }, scripts.sent("smtp", address));
        expect(result).toMatchObject({ status: "up", reason: null });
      }
    });
  });
});
