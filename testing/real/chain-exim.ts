import { chown, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Certificate } from "../certificates.ts";
import { FIRST_ID, giveAccounts } from "./accounts.ts";
import { run, type Running } from "./contained.ts";
import type { Mailbox } from "./courier.ts";
import { MAIL_DOMAIN, SERVER_NAME } from "./door.ts";
import { findExim, USER } from "./exim.ts";
import { type ChainDoor, type ChainWish, type Fullness, type MailChain, SENDING_DOORS } from "./mail-chain.ts";
import { untilOpen } from "./until-open.ts";

/** The Exim of a chain, which writes mail into maildirs. */
export type ChainExim = Pick<MailChain, "hold" | "release" | "sortAsJunk" | "fill" | "setPassword"> & Running;

/** What it has to do with. */
type Surroundings = {
  folder: string;
  certificate: Certificate;
  address: string;
  ports: Readonly<Record<ChainDoor, number>>;
  mailboxes: readonly Mailbox[];
  routes: NonNullable<ChainWish["routes"]>;
  fullness: Fullness;
  accounts: readonly string[];
};

const ROOM_BYTES = 1_048_576;

/** Starts one in a folder, which has to be there and stays. Its user is the first of `accounts`. */
export async function startChainExim(around: Surroundings): Promise<ChainExim> {
  const { folder, certificate, address, ports, mailboxes, accounts } = around;
  const file = (name: string) => path.join(folder, name);
  for (const name of ["spool", "junk"]) await mkdir(file(name));
  await writeFile(file("shown.pem"), certificate.key + certificate.cert, { mode: 0o600 });
  await writeFile(file("exim.conf"), configuration(around));
  const passwords = new Map(mailboxes.map(({ username, password }) => [username, password]));
  const writePasswords = () =>
    writeFile(file("passwords"), [...passwords].map(([username, password]) => `${username}: ${password}\n`).join(""));
  await writePasswords();
  for (const { home } of mailboxes) await makeMaildir(home);

  const exim = await run(
    {
      program: findExim()!,
      args: ["-C", file("exim.conf"), "-bdf", "-q1s"],
      before: [...(await giveAccounts(folder, accounts)), `chown ${USER}: ${file("spool")} ${file("shown.pem")}`],
      logFile: file("spool/mainlog"),
    },
    () => untilOpen(address, { smtp: ports.smtp }),
  );
  const toggle = (name: string, isOn: boolean) => (isOn ? writeFile(file(name), "") : rm(file(name), { force: true }));
  const homeOf = (username: string) => mailboxes.find((mailbox) => mailbox.username === username)!.home;
  return {
    ...exim,
    hold: () => toggle("held", true),
    release: () => toggle("held", false),
    sortAsJunk: (username, isJunk) => toggle(`junk/${username}`, isJunk),
    fill: async (username, isFull) => {
      const filling = path.join(homeOf(username), "Maildir/.Filled/cur/filling:2,S");
      await (isFull ? writeFile(filling, "full\n".repeat(ROOM_BYTES / 5 + 1)) : rm(filling, { force: true }));
    },
    setPassword: (username, password) => {
      passwords.set(username, password);
      return writePasswords();
    },
  };
}

/** A maildir with the folders there are from the beginning. */
async function makeMaildir(home: string): Promise<void> {
  await mkdir(home, { recursive: true });
  for (const folder of ["", "Maildir", "Maildir/.Junk", "Maildir/.Filled"]) {
    await mkdir(path.join(home, folder), { recursive: true });
    await chown(path.join(home, folder), FIRST_ID, FIRST_ID);
    if (folder === "") continue;
    for (const part of ["cur", "new", "tmp"]) {
      await mkdir(path.join(home, folder, part));
      await chown(path.join(home, folder, part), FIRST_ID, FIRST_ID);
    }
  }
}

/** What is held is put off again and again, since the queue is gone through each second. A mailbox is asked for room before its mail is taken. */
function configuration({ folder, address, ports, mailboxes, routes, fullness }: Surroundings): string {
  const home = path.dirname(mailboxes[0]!.home);
  const routeList = Object.entries(routes).map(([domain, route]) => `${domain} ${route.address}::${route.port}`);
  return `
primary_hostname = ${SERVER_NAME}
exim_path = ${findExim()}
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
keep_environment =
deliver_drop_privilege
local_interfaces = <; ${SENDING_DOORS.map((door) => `${address}.${ports[door]}`).join(" ; ")}
tls_on_connect_ports = ${ports.submissions}
tls_advertise_hosts = *
tls_certificate = ${folder}/shown.pem
host_lookup =
smtp_accept_max = 500
domainlist here = ${MAIL_DOMAIN}
localpartlist users = ${mailboxes.map(({ username }) => username).join(" : ")}
localpartlist told_after_data = ${(fullness.afterData ?? []).join(" : ")}
acl_smtp_rcpt = recipient
acl_smtp_data = content
begin acl
recipient:
  deny   !authenticated = *
         !domains = +here
         message = 554 5.7.1 Relaying is refused
  deny   domains = +here
         !local_parts = +users
         message = 550 5.1.1 No such mailbox here
  warn   domains = +here
         !verify = recipient/quota=no_cache
         set acl_m_is_full = yes
  ${refusesFull(fullness)}
         !local_parts = +told_after_data
  accept
content:
  ${refusesFull(fullness)}
  accept
begin routers
held:
  driver = redirect
  condition = \${if exists{${folder}/held}}
  allow_defer
  data = :defer: held
  no_verify
away:
  driver = manualroute
  domains = !+here
  route_list = <; ${routeList.join(" ; ")}
  self = send
  transport = away
junk:
  driver = accept
  domains = +here
  local_parts = +users
  condition = \${if exists{${folder}/junk/$local_part_data}}
  no_verify
  transport = junk
mailbox:
  driver = accept
  domains = +here
  local_parts = +users
  transport = mailbox
begin transports
away:
  driver = smtp
mailbox:
  driver = appendfile
  directory = ${home}/$local_part_data/Maildir
  maildir_format
  delivery_date_add
  envelope_to_add
  return_path_add
  quota = ${ROOM_BYTES}
junk:
  driver = appendfile
  directory = ${home}/$local_part_data/Maildir/.Junk
  maildir_format
  headers_add = X-Spam-Status: Yes, score=9.5 required=5.0
  delivery_date_add
  envelope_to_add
  return_path_add
begin retry
* * F,1d,1s
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if eq{$auth3}{\${lookup{$auth2}lsearch{${folder}/passwords}{$value}fail}}}
  server_set_id = $auth2
  server_advertise_condition = ${atSubmission(ports)}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if eq{$auth2}{\${lookup{$auth1}lsearch{${folder}/passwords}{$value}fail}}}
  server_set_id = $auth1
  server_advertise_condition = ${atSubmission(ports)}
`;
}

/** A reply has to be one that its verb gives: for now, or for good. */
const refusesFull = ({ reply }: Fullness) => `${reply.startsWith("4") ? "defer" : "deny"}  condition = \${if def:acl_m_is_full}
         message = ${reply}`;

const atSubmission = (ports: Readonly<Record<ChainDoor, number>>) =>
  `\${if and{{def:tls_in_cipher}{!={$received_port}{${ports.smtp}}}}}`;
