import { mailboxSchema } from "../monitor/envelope.ts";

/** A run's token: 25 characters that are in no other message by accident, and stand in an address and a folder's search as they are. */
const TOKEN = /^[a-z0-9]{25}$/;

const HOST = /^[a-z0-9.-]{1,253}$/;

/** A line of filling has this many characters with its end, as mail usually has at most (RFC 5322 section 2.1.1). */
const LINE = 78;

/**
 * The message of one run. `from` and `to` are mailboxes (`from` is never empty, whatever the envelope says), `sentAt` is in epoch milliseconds,
 * `host` is ours, `abuse` is where somebody who does not want such messages says so, `sizeBytes` is how large it has to be at least.
 */
export type TestMessage = {
  from: string;
  to: string;
  token: string;
  sentAt: number;
  host: string;
  abuse: string;
  sizeBytes?: number;
};

/**
 * The text of a run's message, with CRLF and not dot-stuffed: ASCII, in lines of at most 78 characters. Nothing in it is a user's but the two
 * mailboxes: a test is no way to write to people. Throws on what could add a line to it. RFC 5322; Auto-Submitted is RFC 3834.
 */
export function composeTestMessage({ from, to, token, sentAt, host, abuse, sizeBytes = 0 }: TestMessage): string {
  const isClean = [from, to].every((mailbox) => mailboxSchema.safeParse(mailbox).success) && TOKEN.test(token) && HOST.test(host);
  if (!isClean || !/^[\x21-\x7e]{1,200}$/.test(abuse))
    throw new Error("A test message is made of mailboxes, a token and names of ours.");
  const lines = [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: Mail test ${token}`,
    `Date: ${new Date(sentAt).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${token}@${host}>`,
    "Auto-Submitted: auto-generated",
    "X-Auto-Response-Suppress: All",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=us-ascii",
    "Content-Transfer-Encoding: 7bit",
    "",
    "This message tests whether mail arrives. It was sent by a program that",
    "watches mail servers, for somebody who has shown that this mailbox is theirs.",
    "The test deletes it again where it can, and nobody has to answer it.",
    "",
    "If you did not expect it, please tell us:",
    abuse,
    "",
    `Test ${token}`,
    "",
  ];
  const text = lines.join("\r\n");
  return text + filling(sizeBytes - text.length);
}

/** The token of a run in a subject or a Message-ID that `composeTestMessage` has made; null where there is none. */
export function tokenIn(value: string): string | null {
  return /(?:^|[\s<])([a-z0-9]{25})(?=$|[\s@>])/.exec(value)?.[1] ?? null;
}

function filling(bytes: number): string {
  if (bytes <= 0) return "";
  const line = `${"=".repeat(LINE - 2)}\r\n`;
  return line.repeat(Math.ceil(bytes / LINE));
}
