import path from "node:path";
import { startChainExim } from "./chain-exim.ts";
import { startCourier, whyNoCourier } from "./courier.ts";
import { USER, whyNoExim } from "./exim.ts";
import { layOutChain, togetherIn } from "./lay-out-chain.ts";
import type { ChainWish, MailChain } from "./mail-chain.ts";

/** The users that the two turn into, in both their containers alike. */
const ACCOUNTS = [USER, "courier"] as const;

/** Why this chain cannot be started here, or null where it can. */
export function whyNoEximCourier(): string | null {
  return whyNoExim() ?? whyNoCourier();
}

/** Starts an Exim that writes into maildirs, from which a Courier has people read. */
export async function startEximCourier(wish: ChainWish = {}): Promise<MailChain> {
  const missing = whyNoEximCourier();
  if (missing !== null) throw new Error(missing);
  const { folder, folders, certificate, routes, fullness, facts } = await layOutChain(wish, ["exim", "courier"]);
  const { address, ports, users } = facts;
  const mailboxes = users.map((user) => ({ ...user, home: path.join(folder, "home", user.username) }));
  const [exim, courier] = await Promise.all([
    startChainExim({ folder: folders.exim, certificate, address, ports, mailboxes, routes, fullness, accounts: ACCOUNTS }),
    startCourier(folders.courier, certificate, address, ports, mailboxes, ACCOUNTS),
  ]);
  return {
    ...facts,
    junk: "INBOX.Junk",
    hold: exim.hold,
    release: exim.release,
    sortAsJunk: exim.sortAsJunk,
    fill: exim.fill,
    stopMailboxes: courier.stopMailboxes,
    startMailboxes: courier.startMailboxes,
    setPassword: async (username, password) => {
      await Promise.all([exim, courier].map((part) => part.setPassword(username, password)));
    },
    ...togetherIn(folder, [exim, courier]),
  };
}
