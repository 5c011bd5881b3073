import type { Pop3Target } from "#core/monitor/monitor.ts";
import type { Behaviour } from "../behaviour.ts";

/** A behaviour of a server of POP3. */
export type Pop3Behaviour = Omit<Behaviour, "target"> & { target?: Partial<Pop3Target> };

/** What the servers of this corpus offer. */
export const OFFERED = ["TOP", "UIDL", "USER", "RESP-CODES", "AUTH-RESP-CODE"];
