import type { Authority } from "../certificates.ts";
import { ACCOUNT, MAIL_DOMAIN, type RealServer } from "./door.ts";

/** Where mail goes in, and what is for those who send it: a login and TLS. */
export const SENDING_DOORS = ["smtp", "submission", "submissions"] as const;
export type SendingDoor = (typeof SENDING_DOORS)[number];

/** Where it is read. */
const READING_DOORS = ["imap", "imaps", "pop3", "pop3s"] as const;
export type ReadingDoor = (typeof READING_DOORS)[number];

/** Those whose name ends in `s` are TLS from the first byte; the others begin in the clear and offer STARTTLS or STLS. */
export const CHAIN_DOORS = [...SENDING_DOORS, ...READING_DOORS] as const;
export type ChainDoor = (typeof CHAIN_DOORS)[number];

/** Somebody with a mailbox, who may send as well. */
export type ChainUser = { username: string; password: string; address: string };

/** Where mail for a domain other than the chain's goes. */
export type Route = { address: string; port: number };

/** What a sender hears whose recipient has a mailbox that is full, and of which users only after DATA. */
export type Fullness = { reply: string; afterData?: readonly string[] };

/** As most servers tell it: at RCPT, and for now. */
export const USUAL_FULLNESS: Fullness = { reply: "452 4.2.2 Mailbox is full" };

/**
 * How a chain is made. It shows a certificate by `issuer`, for its name and its address, and takes mail of those who logged in for the domains
 * of `routes`. There is a user of each name, with the password of the account.
 */
export type ChainWish = {
  issuer?: Authority;
  address?: string;
  usernames?: readonly string[];
  routes?: Readonly<Record<string, Route>>;
  fullness?: Fullness;
};

/**
 * Servers through which a message goes from SMTP into a mailbox, all at one address. They take mail for those who have a mailbox: another
 * recipient is unknown (550), another domain is refused (554) to whoever did not log in.
 */
export type MailChain = RealServer<ChainDoor> & {
  /** The name on its certificate. */
  host: string;
  /** The authority to trust, in PEM. */
  root: string;
  users: readonly ChainUser[];
  /** What the folder for junk is called. */
  junk: string;
  /** From now on what is taken waits in the queue. */
  hold: () => Promise<void>;
  /** Delivers what waits, and what comes. */
  release: () => Promise<void>;
  /** Ends what mailboxes are read with; mail is taken all the same. */
  stopMailboxes: () => Promise<void>;
  startMailboxes: () => Promise<void>;
  /** From now on mail for a user goes to Junk, with a header that says why, or to INBOX again. */
  sortAsJunk: (username: string, isJunk: boolean) => Promise<void>;
  /** From now on a user's mailbox is too full for any message, or has room again. */
  fill: (username: string, isFull: boolean) => Promise<void>;
  setPassword: (username: string, password: string) => Promise<void>;
};

/** Who has a mailbox in a chain of which nothing else is wished. */
export const usersOf = ({ usernames = [ACCOUNT.username] }: ChainWish): ChainUser[] =>
  usernames.map((username) => ({ username, password: ACCOUNT.password, address: `${username}@${MAIL_DOMAIN}` }));
