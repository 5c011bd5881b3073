import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Certificate } from "../certificates.ts";
import { findProgram } from "../find-program.ts";
import { type Command, type Contained, restartable, run } from "./contained.ts";
import { mailConf, NOBODY, PARTS, whyNoDovecotMail } from "./dovecot-mail.ts";
import { writeAccount } from "./dovecot.ts";
import type { ChainDoor, ChainUser, Fullness, MailChain } from "./mail-chain.ts";
import { untilOpen } from "./until-open.ts";

/** What a Postfix is to know of it: Unix sockets. */
export const dovecotSockets = (folder: string) => ({
  lmtp: `${folder}/run/lmtp`,
  quota: `${folder}/run/quota-status`,
  login: `${folder}/run/sasl`,
});

/** The Dovecot of a chain. It takes mail by LMTP, sorts it by Sieve, and says whether a mailbox has room. */
export type ChainDovecot = Pick<MailChain, "stopMailboxes" | "startMailboxes" | "sortAsJunk" | "fill" | "setPassword"> &
  Pick<Contained, "log"> & { end: () => Promise<void> };

/** Why one cannot be started here, or null where it can. */
export function whyNoChainDovecot(): string | null {
  const missing = ["lmtp", "modules/lib90_sieve_plugin.so"].find((part) => !existsSync(path.join(PARTS, part)));
  if (missing !== undefined) return `Dovecot has no ${missing} (Debian: apt-get install dovecot-lmtpd dovecot-sieve)`;
  return whyNoDovecotMail();
}

/** Starts one in this folder, which has to be there and stays. */
export async function startChainDovecot(
  folder: string,
  certificate: Certificate,
  address: string,
  ports: Readonly<Record<ChainDoor, number>>,
  users: readonly ChainUser[],
  { reply: full }: Fullness,
): Promise<ChainDovecot> {
  const file = (name: string) => path.join(folder, name);
  await writeAccount(folder);
  for (const name of ["home", "sieve"]) await mkdir(file(name));
  await chown(file("home"), NOBODY, NOBODY);
  await writeFile(file("filling"), `Subject: There is a lot of this\n\n${"full\n".repeat(ROOM_BYTES / 5)}`);
  await writeFile(file("cert.pem"), certificate.cert);
  await writeFile(file("key.pem"), certificate.key, { mode: 0o600 });
  await writeFile(file("dovecot.conf"), mailConf(folder, address, ports, homes(folder)) + chainConf(folder, full));

  const passwords = new Map(users.map(({ username, password }) => [username, password]));
  let writtenAtS = Math.floor(Date.now() / 1_000);
  const writePasswords = async () => {
    await writeFile(file("accounts"), [...passwords].map(([name, password]) => `${name}:{PLAIN}${password}::::::\n`).join(""));
    await utimes(file("accounts"), ++writtenAtS, writtenAtS);
  };
  await writePasswords();

  const command: Command = {
    program: findProgram("dovecot")!,
    args: ["-F", "-c", file("dovecot.conf")],
    logFile: file("log"),
    before: [`rm -rf ${file("run")}`], // what one that was killed left there would be taken for one that runs
  };
  const doveadm = (...args: string[]) => runDoveadm(["-c", file("dovecot.conf"), ...args]);
  const running = await restartable(() => run(command, () => untilOpen(address, { imap: ports.imap })));
  return {
    log: running.log,
    end: running.end,
    stopMailboxes: running.end,
    startMailboxes: running.again,
    sortAsJunk: (username, isJunk) =>
      isJunk ? writeFile(file(`sieve/${username}.sieve`), TO_JUNK) : rm(file(`sieve/${username}.sieve`), { force: true }),
    fill: async (username, isFull) => {
      if (isFull) await doveadm("-o", "mail_plugins=", "save", "-u", username, "-m", FILLED, file("filling"));
      else await doveadm("expunge", "-u", username, "mailbox", FILLED, "all");
    },
    setPassword: async (username, password) => {
      passwords.set(username, password);
      await writePasswords();
      await sleep(UNTIL_READ_AGAIN_MS);
    },
  };
}

const runDoveadm = (args: string[]) => promisify(execFile)(findProgram("doveadm")!, args);

/** Dovecot looks at most once a second whether a file is another, and tells by the second in which it was written. */
const UNTIL_READ_AGAIN_MS = 1_100;

/** The folder with what fills a mailbox. */
const FILLED = "Filled";
const ROOM_BYTES = 1_048_576;

const homes = (folder: string) => `
  driver = passwd-file
  args = ${folder}/accounts
  override_fields = uid=nobody gid=nogroup home=${folder}/home/%n
`;

const TO_JUNK = `require ["fileinto", "editheader"];
addheader "X-Spam-Status" "Yes, score=9.5 required=5.0";
fileinto "Junk";
`;

const chainConf = (folder: string, full: string) => `
protocols = imap pop3 lmtp
auth_username_format = %Ln
mail_plugins = quota
mail_max_userip_connections = 1000
default_process_limit = 500
default_client_limit = 4000
protocol lmtp {
  mail_plugins = quota sieve
}
protocol imap {
  mail_plugins = quota imap_quota
}
namespace inbox {
  inbox = yes
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
  mailbox ${FILLED} {
    auto = create
  }
}
service auth {
  unix_listener sasl {
    mode = 0666
  }
}
service lmtp {
  unix_listener lmtp {
    mode = 0666
  }
}
service quota-status {
  executable = quota-status -p postfix
  unix_listener quota-status {
    mode = 0666
  }
}
plugin {
  sieve = file:${folder}/sieve/%n.sieve
  sieve_extensions = +editheader
  quota = count:Mailbox
  quota_vsizes = yes
  quota_rule = *:bytes=${ROOM_BYTES}
  quota_grace = 0
  quota_status_success = DUNNO
  quota_status_nouser = DUNNO
  quota_status_overquota = ${full}
}
`;
