import { ENCRYPTION } from "./sixty-domains/encryption.ts";
import type { DomainRow } from "./sixty-domains/row.ts";
import { SIGNATURES } from "./sixty-domains/signatures.ts";
import { WHERE_MAIL_GOES } from "./sixty-domains/where-mail-goes.ts";
import { WHO_MAY_SEND } from "./sixty-domains/who-may-send.ts";

/** Domains made by hand against which the verdicts are checked: what is known of each, what is found, and the section that says so. */
export const SIXTY_DOMAINS: readonly DomainRow[] = [...WHERE_MAIL_GOES, ...WHO_MAY_SEND, ...SIGNATURES, ...ENCRYPTION];
