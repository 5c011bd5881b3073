/** Where mail for a monitor comes to us: the domain, "" where none is received, and the address, null while the monitor has none yet. */
export type InboundPlace = { domain: string; address: string | null };
