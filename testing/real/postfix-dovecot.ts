import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { makeAuthority, makeCertificate } from "../certificates.ts";
import { dovecotSockets, startChainDovecot, whyNoChainDovecot } from "./chain-dovecot.ts";
import { startChainPostfix } from "./chain-postfix.ts";
import { makeFolder } from "./contained.ts";
import { portsOf, SERVER_NAME } from "./door.ts";
import { CHAIN_DOORS, type ChainWish, type MailChain, USUAL_FULLNESS, usersOf } from "./mail-chain.ts";
import { ownAddress } from "./own-address.ts";
import { whyNoRealPostfix } from "./postfix.ts";

/** Why this chain cannot be started here, or null where it can. */
export function whyNoPostfixDovecot(): string | null {
  return whyNoRealPostfix() ?? whyNoChainDovecot();
}

/** Starts a Postfix that delivers by LMTP to a Dovecot, from which mail is read. */
export async function startPostfixDovecot(wish: ChainWish = {}): Promise<MailChain> {
  const missing = whyNoPostfixDovecot();
  if (missing !== null) throw new Error(missing);
  const { issuer = makeAuthority(), address = ownAddress(), routes = {}, fullness = USUAL_FULLNESS } = wish;
  const folder = await makeFolder("chain");
  const parts = { postfix: path.join(folder, "postfix"), dovecot: path.join(folder, "dovecot") };
  for (const part of Object.values(parts)) await mkdir(part);
  const ports = portsOf(CHAIN_DOORS);
  const users = usersOf(wish);
  const certificate = makeCertificate({ names: [SERVER_NAME, address], issuer });
  const [dovecot, postfix] = await Promise.all([
    startChainDovecot(parts.dovecot, certificate, address, ports, users, fullness),
    startChainPostfix({
      folder: parts.postfix,
      certificate,
      address,
      ports,
      users,
      routes,
      fullness,
      sockets: dovecotSockets(parts.dovecot),
    }),
  ]);
  const { end: endDovecot, log: dovecotLog, ...mailboxes } = dovecot;
  const { end: endPostfix, log: postfixLog, ...queue } = postfix;
  return {
    address,
    ports,
    host: SERVER_NAME,
    root: issuer.cert,
    users,
    junk: "Junk",
    ...mailboxes,
    ...queue,
    log: async () => (await postfixLog()) + (await dovecotLog()),
    remove: async () => {
      await Promise.all([endDovecot(), endPostfix()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
