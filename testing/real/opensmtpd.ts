import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { giveAccounts } from "./accounts.ts";
import { contain, makeFolder, whyNotContained } from "./contained.ts";
import { ACCOUNT, type Door, MAIL_DOMAIN, portsOf, type RealServer, SERVER_NAME } from "./door.ts";
import { findUnpacked } from "./find-unpacked.ts";
import { ownAddress } from "./own-address.ts";
import { untilOpen } from "./until-open.ts";

/** OpenSMTPD's places are fixed: it gets them to itself, empty. */
const PLACES = [
  ...["/run", "/var/lib", "/var/spool"].map((place) => `mount -t tmpfs -o mode=755 tmpfs ${place}`),
  "mkdir -p /var/lib/opensmtpd/empty",
  "mkdir -m 711 /var/spool/smtpd",
];

/** Debian's OpenSSL refuses a key of 1024 bits, even for a server's own certificate, at its usual security level of 2. */
const ANY_KEY =
  "openssl_conf = settings\n[settings]\nssl_conf = tls\n[tls]\nsystem_default = any\n[any]\nCipherString = DEFAULT@SECLEVEL=0\n";

const findOpenSmtpd = () => findUnpacked("opensmtpd", "usr/sbin/smtpd");

/** Why an OpenSMTPD cannot be started here, or null where it can. */
export function whyNoOpenSmtpd(): string | null {
  if (!findOpenSmtpd()) return "OpenSMTPD is not unpacked (Debian 12, as root: testing/real/unpack-mail-servers.sh)";
  return whyNotContained();
}

/** Starts a real OpenSMTPD. */
export async function startOpenSmtpd<Name extends string>(doors: Readonly<Record<Name, Door>>): Promise<RealServer<Name>> {
  const missing = whyNoOpenSmtpd();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("opensmtpd");
  const file = (name: string) => path.join(folder, name);
  const address = ownAddress();
  const ports = portsOf(Object.keys(doors) as Name[]);
  for (const [name, { certificate }] of Object.entries<Door>(doors)) {
    const port = ports[name as Name];
    await writeFile(file(`${port}.pem`), certificate.cert);
    await writeFile(file(`${port}.key`), certificate.key, { mode: 0o600 });
  }
  await writeFile(file("smtpd.conf"), configuration(folder, address, ports, doors));
  await writeFile(file("openssl.cnf"), ANY_KEY);
  await writeFile(file("resolv.conf"), "lookup file\n"); // or it asks somebody for the name of each client, and waits
  const mounts = [
    ...(await giveAccounts(folder, ["opensmtpd", "opensmtpq"])),
    `mount --bind ${file("resolv.conf")} /etc/resolv.conf`,
  ];
  const before = [...mounts, ...PLACES];
  const smtpd = await contain(
    folder,
    { program: findOpenSmtpd()!, args: ["-d", "-f", file("smtpd.conf")], before, env: { OPENSSL_CONF: file("openssl.cnf") } },
    () => untilOpen(address, ports),
  );
  return { address, ports, ...smtpd };
}

function configuration<Name extends string>(
  folder: string,
  address: string,
  ports: Readonly<Record<Name, number>>,
  doors: Readonly<Record<Name, Door>>,
): string {
  const names = Object.keys(doors) as Name[];
  const hash = execFileSync("openssl", ["passwd", "-6", ACCOUNT.password], { encoding: "utf8" }).trim();
  return `
${names.map((name) => `pki "${ports[name]}" cert "${folder}/${ports[name]}.pem"\npki "${ports[name]}" key "${folder}/${ports[name]}.key"`).join("\n")}
table accounts { ${ACCOUNT.username} = "${hash}" }
table mailboxes { postmaster = "65534:65534:${folder}" }
${names
  .map(
    (name) =>
      `listen on ${address} port ${ports[name]} ${doors[name].tls === "implicit" ? "smtps" : "tls"} pki "${ports[name]}" hostname ${SERVER_NAME} auth-optional <accounts>`,
  )
  .join("\n")}
action "keep" maildir "${folder}/mail" userbase <mailboxes>
match from any for domain "${MAIL_DOMAIN}" action "keep"
`;
}
