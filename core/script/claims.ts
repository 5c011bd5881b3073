import type { Script } from "./script.ts";
import type { Protocol, Server } from "./server.ts";
import { protocolOf } from "./step.ts";

/** What a script does at a server of somebody's: it logs in with a secret, or names a recipient (perhaps with variables in it). */
export type LoginClaim = { server: Server; username: string; secret: string };
export type RecipientClaim = { server: Server; mailbox: string };

/** Who logs in where and which recipients are named where, in the order of the script. */
export function claimsOf({ servers, steps, always = [] }: Script): { logins: LoginClaim[]; recipients: RecipientClaim[] } {
  const at: { [P in Protocol]?: Server } = {};
  const logins: LoginClaim[] = [];
  const recipients: RecipientClaim[] = [];
  for (const step of [...steps, ...always]) {
    const protocol = protocolOf(step);
    if (protocol === null) continue;
    if ("server" in step) at[protocol] = servers[step.server];
    const server = at[protocol];
    if (server === undefined) continue;
    if ("secret" in step) logins.push({ server, username: step.username, secret: step.secret });
    if ("to" in step) recipients.push({ server, mailbox: step.to });
  }
  return { logins, recipients };
}
