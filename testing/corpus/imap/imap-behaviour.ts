import type { ImapTarget } from "#core/monitor/monitor.ts";
import type { Behaviour } from "../behaviour.ts";

/** A behaviour of a server of IMAP. */
export type ImapBehaviour = Omit<Behaviour, "target"> & { target?: Partial<ImapTarget> };
