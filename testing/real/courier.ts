import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Certificate } from "../certificates.ts";
import { untilSo } from "../until.ts";
import { FIRST_ID, giveAccounts } from "./accounts.ts";
import { type Command, type Contained, restartable, run, type Running, whyNotContained } from "./contained.ts";
import { findUnpacked } from "./find-unpacked.ts";
import type { ChainUser, MailChain, ReadingDoor } from "./mail-chain.ts";
import { untilOpen } from "./until-open.ts";

/** As in testing/real/unpack-mail-servers.sh. */
const PACKAGES = ["courier-imap", "courier-pop", "courier-base", "courier-authlib", "courier-authdaemon", "courier-authlib-userdb"];

const READY_WITHIN_MS = 10_000;

/** The Courier of a chain. Its mailboxes are maildirs, which whoever delivers writes by itself. */
export type Courier = Pick<MailChain, "stopMailboxes" | "startMailboxes" | "setPassword"> &
  Pick<Contained, "log"> &
  Pick<Running, "end">;

/** A user, and the folder that holds their `Maildir`. */
export type Mailbox = ChainUser & { home: string };

/** Why one cannot be started here, or null where it can. */
export function whyNoCourier(): string | null {
  if (PACKAGES.some((name) => findUnpacked(name, "usr") === null))
    return "Courier is not unpacked (Debian 12, as root: testing/real/unpack-mail-servers.sh)";
  return whyNotContained();
}

/** Starts one in this folder, which has to be there and stays. `accounts` are those of the machine, and the first of them has the mailboxes. */
export async function startCourier(
  folder: string,
  certificate: Certificate,
  address: string,
  ports: Readonly<Record<ReadingDoor, number>>,
  mailboxes: readonly Mailbox[],
  accounts: readonly string[],
): Promise<Courier> {
  const file = (name: string) => path.join(folder, name);
  await mkdir(file("etc/courier"), { recursive: true });
  await mkdir(file("conf"));
  await writeFile(file("conf/authdaemonrc"), AUTHDAEMONRC);
  await writeFile(file("conf/shown.pem"), certificate.key + certificate.cert);
  const owner = `uid=${FIRST_ID}|gid=${FIRST_ID}`;
  await writeDatabase(file("conf/userdb"), new Map(mailboxes.map(({ username, home }) => [username, `home=${home}|${owner}`])));
  const hashes = new Map(mailboxes.map(({ username, password }) => [username, hashed(password)]));
  const writePasswords = () => writeDatabase(file("conf/userdbshadow"), hashes);
  await writePasswords();

  const command: Command = {
    program: "/bin/sh",
    args: ["-c", script(address, ports)],
    before: [
      overlay("/usr", ...PACKAGES.map((name) => findUnpacked(name, "usr")!)),
      overlay("/etc", file("etc")),
      ...(await giveAccounts(folder, accounts)),
      `mount --bind ${file("conf")} /etc/courier`,
      "mount -t tmpfs -o mode=755 tmpfs /run",
      "mkdir -p /run/courier/authdaemon",
    ],
  };
  const running = await restartable(() =>
    run(command, async (log) => {
      await untilSo(log, (said) => said.includes("Installation complete: authuserdb"), READY_WITHIN_MS);
      for (const door of Object.keys(LISTENERS) as ReadingDoor[]) await untilOpen(address, { [door]: ports[door] });
    }),
  );
  return {
    log: running.log,
    end: running.end,
    stopMailboxes: running.end,
    startMailboxes: running.again,
    setPassword: async (username, password) => {
      hashes.set(username, hashed(password));
      await writePasswords();
    },
  };
}

/** Shows, inside a mount namespace, what is in these folders as if it were installed: the places of Courier's files are compiled into it. */
const overlay = (place: string, ...folders: string[]) =>
  `mount -t overlay overlay -o lowerdir=${[...folders, place].join(":")} ${place}`;

const hashed = (password: string) =>
  `systempw=${execFileSync("openssl", ["passwd", "-6", "-stdin"], { input: password, encoding: "utf8" }).trim()}`;

/** A file of GNU dbm, put in place as a whole. */
async function writeDatabase(name: string, entries: ReadonlyMap<string, string>): Promise<void> {
  const program = findUnpacked("courier-authlib", "usr/lib/courier/courier-authlib/makedatprog")!;
  const child = execFile(program, ["-", `${name}.tmp`, `${name}.dat`]);
  child.stdin!.end([...entries].map(([key, value]) => `${key}\t${value}\n`).join("") + ".\n");
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}

const AUTHDAEMONRC = `
authmodulelist="authuserdb"
daemons=2
authdaemonvar=/run/courier/authdaemon
DEBUG_LOGIN=0
`;

/** Whom a door hands its clients to, and what that is told by its environment. */
type Listener = { settings: string; programs: string };

const IMAP = "/usr/lib/courier/courier/imaplogin /usr/bin/imapd";
const POP3 = "/usr/lib/courier/courier/courierpop3login /usr/lib/courier/courier/courierpop3d";
const TLS_FIRST = "/usr/bin/couriertls -server -tcpd -user=courier";
const LISTENERS: Record<ReadingDoor, Listener> = {
  imap: { settings: "IMAP_STARTTLS=YES IMAP_TLS_REQUIRED=1", programs: IMAP },
  imaps: { settings: "IMAP_TLS=1", programs: `${TLS_FIRST} ${IMAP}` },
  pop3: { settings: "POP3_STARTTLS=YES POP3_TLS_REQUIRED=1", programs: POP3 },
  pop3s: { settings: "POP3_TLS=1", programs: `${TLS_FIRST} ${POP3}` },
};

/** How one starts its parts, since Debian's own scripts know one of each. */
const script = (address: string, ports: Readonly<Record<ReadingDoor, number>>) => `
export COURIERTLS=/usr/bin/couriertls TLS_CERTFILE=/etc/courier/shown.pem TLS_VERIFYPEER=NONE
export IMAP_CAPABILITY="${CAPABILITIES}" IMAP_CAPABILITY_TLS="${CAPABILITIES} AUTH=PLAIN" POP3AUTH_TLS="LOGIN PLAIN"
/usr/lib/courier/courier-authlib/authdaemond &
${Object.entries(LISTENERS)
  .map(
    ([door, { settings, programs }]) =>
      `${settings} couriertcpd ${TCPD} -address=${address} ${ports[door as ReadingDoor]} ${programs} Maildir &`,
  )
  .join("\n")}
wait
`;

const CAPABILITIES = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE QUOTA IDLE";
const TCPD = "-nodnslookup -noidentlookup -maxprocs=1000 -maxperip=1000";
