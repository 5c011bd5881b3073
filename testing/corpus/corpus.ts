import { ACCEPT } from "./accept.ts";
import { AUTH } from "./auth.ts";
import type { Behaviour } from "./behaviour.ts";
import { EHLO } from "./ehlo.ts";
import { GREETING } from "./greeting.ts";
import { LEAVING } from "./leaving.ts";
import { STARTTLS } from "./starttls.ts";

/** Every way a server is known to behave, in wire order. */
export const CORPUS: readonly Behaviour[] = [...GREETING, ...EHLO, ...STARTTLS, ...AUTH, ...ACCEPT, ...LEAVING];
