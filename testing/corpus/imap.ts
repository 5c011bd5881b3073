import type { Behaviour } from "./behaviour.ts";
import type { ImapBehaviour } from "./imap/imap-behaviour.ts";
import { IN_CLEAR } from "./imap/in-clear.ts";
import { LOGIN } from "./imap/login.ts";
import { STARTTLS } from "./imap/starttls.ts";

const ofKind = (behaviour: ImapBehaviour): Behaviour => ({
  ...behaviour,
  what: `IMAP: ${behaviour.what}`,
  target: { kind: "imap", ...behaviour.target },
});

/** Every way a server of IMAP is known to behave, in wire order. */
export const IMAP: Behaviour[] = [...IN_CLEAR, ...STARTTLS, ...LOGIN].map(ofKind);
