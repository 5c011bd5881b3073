import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { makeAuthority, makeCertificate } from "../certificates.ts";
import { startChainExim } from "./chain-exim.ts";
import { makeFolder } from "./contained.ts";
import { startCourier, whyNoCourier } from "./courier.ts";
import { portsOf, SERVER_NAME } from "./door.ts";
import { USER, whyNoExim } from "./exim.ts";
import { CHAIN_DOORS, type ChainWish, type MailChain, USUAL_FULLNESS, usersOf } from "./mail-chain.ts";
import { ownAddress } from "./own-address.ts";

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
  const { issuer = makeAuthority(), address = ownAddress(), routes = {}, fullness = USUAL_FULLNESS } = wish;
  const folder = await makeFolder("chain");
  const parts = { exim: path.join(folder, "exim"), courier: path.join(folder, "courier") };
  for (const part of Object.values(parts)) await mkdir(part);
  const ports = portsOf(CHAIN_DOORS);
  const users = usersOf(wish);
  const mailboxes = users.map((user) => ({ ...user, home: path.join(folder, "home", user.username) }));
  const certificate = makeCertificate({ names: [SERVER_NAME, address], issuer });
  const [exim, courier] = await Promise.all([
    startChainExim({ folder: parts.exim, certificate, address, ports, mailboxes, routes, fullness, accounts: ACCOUNTS }),
    startCourier(parts.courier, certificate, address, ports, mailboxes, ACCOUNTS),
  ]);
  return {
    address,
    ports,
    host: SERVER_NAME,
    root: issuer.cert,
    users,
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
    log: async () => (await exim.log()) + (await courier.log()),
    remove: async () => {
      await Promise.all([exim.end(), courier.end()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
