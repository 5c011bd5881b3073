import type { Behaviour } from "./behaviour.ts";
import { IN_CLEAR } from "./pop3/in-clear.ts";
import { LOGIN } from "./pop3/login.ts";
import type { Pop3Behaviour } from "./pop3/pop3-behaviour.ts";
import { STLS } from "./pop3/stls.ts";

const ofKind = (behaviour: Pop3Behaviour): Behaviour => ({
  ...behaviour,
  what: `POP3: ${behaviour.what}`,
  target: { kind: "pop3", ...behaviour.target },
});

/** Every way a server of POP3 is known to behave, in wire order. */
export const POP3: Behaviour[] = [...IN_CLEAR, ...STLS, ...LOGIN].map(ofKind);
