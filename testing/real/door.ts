import type { Certificate } from "../certificates.ts";

/** One port of a real server: what it shows there, and when TLS starts. */
export type Door = { certificate: Certificate; tls: "starttls" | "implicit" };

/** A real server with a port for each of its doors, all at one address. */
export type RealServer<Name extends string> = {
  address: string;
  ports: Readonly<Record<Name, number>>;
  /** What it logged so far. */
  log: () => Promise<string>;
  /** Ends every process of it and removes its folder. */
  remove: () => Promise<void>;
};

/** Every real server takes mail for this domain, and of all its mailboxes only `postmaster` exists. */
export const MAIL_DOMAIN = "ehlowatch.test";

/** What every real server calls itself. */
export const SERVER_NAME = `mail.${MAIL_DOMAIN}`;

/** Who may log in. */
export const ACCOUNT = { username: "watch", password: "right horse" } as const;

/** Below the ports that the system hands out by itself. */
const FIRST_PORT = 2_501;

/** A port for each door, in order. At an address of one's own they are free. */
export function portsOf<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, index) => [name, FIRST_PORT + index])) as Record<Name, number>;
}
