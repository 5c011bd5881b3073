import { dovecotSockets, startChainDovecot, whyNoChainDovecot } from "./chain-dovecot.ts";
import { startChainPostfix } from "./chain-postfix.ts";
import { layOutChain, togetherIn } from "./lay-out-chain.ts";
import type { ChainWish, MailChain } from "./mail-chain.ts";
import { whyNoRealPostfix } from "./postfix.ts";

/** Why this chain cannot be started here, or null where it can. */
export function whyNoPostfixDovecot(): string | null {
  return whyNoRealPostfix() ?? whyNoChainDovecot();
}

/** Starts a Postfix that delivers by LMTP to a Dovecot, from which mail is read. */
export async function startPostfixDovecot(wish: ChainWish = {}): Promise<MailChain> {
  const missing = whyNoPostfixDovecot();
  if (missing !== null) throw new Error(missing);
  const { folder, folders, certificate, routes, fullness, facts } = await layOutChain(wish, ["postfix", "dovecot"]);
  const { address, ports, users } = facts;
  const sockets = dovecotSockets(folders.dovecot);
  const [dovecot, postfix] = await Promise.all([
    startChainDovecot(folders.dovecot, certificate, address, ports, users, fullness),
    startChainPostfix({ folder: folders.postfix, certificate, address, ports, users, routes, fullness, sockets }),
  ]);
  const { stopMailboxes, startMailboxes, sortAsJunk, fill, setPassword } = dovecot;
  const { hold, release } = postfix;
  return {
    ...facts,
    junk: "Junk",
    hold,
    release,
    sortAsJunk,
    fill,
    stopMailboxes,
    startMailboxes,
    setPassword,
    ...togetherIn(folder, [postfix, dovecot]),
  };
}
