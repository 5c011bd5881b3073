import { existsSync } from "node:fs";
import { chown, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Certificate } from "../certificates.ts";
import { findProgram } from "../find-program.ts";
import { contain, makeFolder } from "./contained.ts";
import { portsOf, type RealServer } from "./door.ts";
import { accountConf, whyNoDovecot, writeAccount } from "./dovecot.ts";
import { ownAddress } from "./own-address.ts";
import { untilOpen } from "./until-open.ts";

/** `imap` and `pop3` begin in the clear and offer STARTTLS and STLS; `imaps` and `pop3s` are TLS from the first byte. */
const MAILBOX_DOORS = ["imap", "imaps", "pop3", "pop3s"] as const;
export type MailboxDoor = (typeof MAILBOX_DOORS)[number];

/** A Dovecot that people read their mail from. `token` is an access token that lets the account in for an hour. */
export type DovecotMail = RealServer<MailboxDoor> & { token: string };

/** Where Debian keeps the parts of a Dovecot. */
export const PARTS = "/usr/lib/dovecot";

/** The user and group that static userdb entries name: nobody and nogroup. */
export const NOBODY = 65_534;

/** Why one cannot be started here, or null where it can. */
export function whyNoDovecotMail(): string | null {
  const missing = ["imap", "pop3"].find((protocol) => !existsSync(path.join(PARTS, protocol)));
  if (missing === undefined) return whyNoDovecot();
  return whyNoDovecot() ?? `Dovecot does not speak ${missing} (Debian: apt-get install dovecot-${missing}d)`;
}

/**
 * Starts one with this certificate, at an address of its own unless one is given. It knows the account, whose INBOX is empty, and takes
 * passwords through TLS only. `settings` come last in its configuration.
 */
export async function startDovecotMail(certificate: Certificate, address = ownAddress(), settings = ""): Promise<DovecotMail> {
  const missing = whyNoDovecotMail();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("dovecot-mail");
  const file = (name: string) => path.join(folder, name);
  const ports = portsOf(MAILBOX_DOORS);
  const token = await writeAccount(folder);
  await mkdir(file("home"));
  await chown(file("home"), NOBODY, NOBODY);
  await writeFile(file("cert.pem"), certificate.cert);
  await writeFile(file("key.pem"), certificate.key, { mode: 0o600 });
  await writeFile(file("dovecot.conf"), mailConf(folder, address, ports) + settings);
  const { log, remove } = await contain(
    folder,
    { program: findProgram("dovecot")!, args: ["-F", "-c", file("dovecot.conf")], logFile: file("log") },
    () => untilOpen(address, ports),
  );
  return { address, ports, token, log, remove };
}

/** Its configuration. `userdb` says where mail of whom lies, where it is not that of the account alone. */
export const mailConf = (folder: string, address: string, ports: Readonly<Record<MailboxDoor, number>>, userdb?: string) => `
${accountConf(folder, userdb)}
protocols = imap pop3
listen = ${address}
ssl = required
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:~/mail
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
`;
