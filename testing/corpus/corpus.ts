import { ACCEPT } from "./accept.ts";
import { AUTH } from "./auth.ts";
import type { Behaviour } from "./behaviour.ts";
import { CONNECTING } from "./connecting.ts";
import { EHLO } from "./ehlo.ts";
import { GREETING } from "./greeting.ts";
import { IMAP } from "./imap.ts";
import { LEAVING } from "./leaving.ts";
import { POP3 } from "./pop3.ts";
import { STARTTLS } from "./starttls.ts";
import { TRUST } from "./trust.ts";

/** Every way a server is known to behave, in wire order, those of SMTP first. */
export const CORPUS: readonly Behaviour[] = [
  ...CONNECTING,
  ...GREETING,
  ...EHLO,
  ...STARTTLS,
  ...TRUST,
  ...AUTH,
  ...ACCEPT,
  ...LEAVING,
  ...IMAP,
  ...POP3,
];
