import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { giveAccounts } from "./accounts.ts";
import { contain, makeFolder, whyNotContained } from "./contained.ts";
import { ACCOUNT, type Door, MAIL_DOMAIN, portsOf, type RealServer, SERVER_NAME } from "./door.ts";
import { findUnpacked } from "./find-unpacked.ts";
import { ownAddress } from "./own-address.ts";
import { untilOpen } from "./until-open.ts";

/** The user Debian's Exim turns into. */
export const USER = "Debian-exim";

export const findExim = () => findUnpacked("exim4-daemon-light", "usr/sbin/exim4");

/** Why an Exim cannot be started here, or null where it can. */
export function whyNoExim(): string | null {
  if (!findExim()) return "Exim is not unpacked (Debian 12, as root: testing/real/unpack-mail-servers.sh)";
  return whyNotContained();
}

/** Starts a real Exim. `settings` are further lines for its main section. */
export async function startExim<Name extends string>(
  doors: Readonly<Record<Name, Door>>,
  settings: readonly string[] = [],
): Promise<RealServer<Name>> {
  const missing = whyNoExim();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("exim");
  const address = ownAddress();
  const ports = portsOf(Object.keys(doors) as Name[]);
  for (const [name, { certificate }] of Object.entries<Door>(doors)) {
    await writeFile(path.join(folder, `${ports[name as Name]}.pem`), certificate.key + certificate.cert, { mode: 0o600 });
  }
  await mkdir(path.join(folder, "spool"));
  await writeFile(path.join(folder, "exim.conf"), configuration(folder, address, ports, doors, settings));
  const before = [...(await giveAccounts(folder, [USER])), `chown ${USER}: ${folder}/spool ${folder}/*.pem`];
  const exim = await contain(
    folder,
    {
      program: findExim()!,
      args: ["-C", path.join(folder, "exim.conf"), "-bdf"],
      before,
      logFile: path.join(folder, "spool/mainlog"),
    },
    () => untilOpen(address, ports),
  );
  return { address, ports, ...exim };
}

function configuration<Name extends string>(
  folder: string,
  address: string,
  ports: Readonly<Record<Name, number>>,
  doors: Readonly<Record<Name, Door>>,
  settings: readonly string[],
): string {
  const names = Object.keys(doors) as Name[];
  const implicit = names.filter((name) => doors[name].tls === "implicit");
  return `
primary_hostname = ${SERVER_NAME}
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
keep_environment =
local_interfaces = <; ${names.map((name) => `${address}.${ports[name]}`).join(" ; ")}
tls_on_connect_ports = <; ${implicit.map((name) => ports[name]).join(" ; ")}
tls_advertise_hosts = *
tls_certificate = ${folder}/$received_port.pem
host_lookup =
acl_smtp_rcpt = recipient
${settings.join("\n")}
begin acl
recipient:
  accept local_parts = postmaster
         domains = ${MAIL_DOMAIN}
  deny message = 5.1.1 No such mailbox here
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${ACCOUNT.username}}}{eq{$auth3}{${ACCOUNT.password}}}}}
  server_advertise_condition = \${if def:tls_in_cipher}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if and{{eq{$auth1}{${ACCOUNT.username}}}{eq{$auth2}{${ACCOUNT.password}}}}}
  server_advertise_condition = \${if def:tls_in_cipher}
cram_md5:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = \${if eq{$auth1}{${ACCOUNT.username}}{${ACCOUNT.password}}fail}
  server_advertise_condition = \${if def:tls_in_cipher}
`;
}
