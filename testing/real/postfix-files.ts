import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Certificate } from "../certificates.ts";
import { MAIL_DOMAIN, SERVER_NAME } from "./door.ts";

/**
 * One port of a Postfix. Without a certificate it offers no TLS. `settings` (postconf(5)) are those of this port alone. Behind a
 * postscreen, of which there can be one, a client waits for its greeting.
 */
export type PostfixDoor = {
  certificate?: Certificate;
  tls?: "starttls" | "implicit";
  settings?: Readonly<Record<string, string>>;
  hasPostscreen?: boolean;
};

/** The port, and the address it is at. */
export type Listening = PostfixDoor & { address: string; port: number };

/** What a Postfix is given besides its doors: settings of all of it (postconf(5)), and services (master(5)). */
export type PostfixMore = { settings: Readonly<Record<string, string>>; services: string };

/** Writes a configuration of its own for a Postfix into `folder`. By itself its queue goes nowhere: no mail is ever sent on. */
export async function writePostfixFiles(
  folder: string,
  doors: readonly Listening[],
  { settings, services }: PostfixMore = { settings: {}, services: "" },
): Promise<void> {
  for (const name of ["spool", "data"]) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, "main.cf"), mainCf({ ...settingsOf(folder), ...settings }));
  await writeFile(path.join(folder, "master.cf"), doors.map((door) => service(folder, door)).join("") + INNER_SERVICES + services);
  for (const { address, port, certificate } of doors) {
    if (certificate === undefined) continue;
    // The key first: postconf(5), smtpd_tls_chain_files.
    await writeFile(chainFile(folder, address, port), certificate.key + certificate.cert, { mode: 0o600 });
  }
}

const chainFile = (folder: string, address: string, port: number) =>
  path.join(folder, `${address.replaceAll(":", "_")}-${port}.pem`);

const mainCf = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join("");

const settingsOf = (folder: string): Record<string, string> => ({
  compatibility_level: "3.6",
  queue_directory: `${folder}/spool`,
  data_directory: `${folder}/data`,
  maillog_file: `${folder}/mail.log`,
  maillog_file_prefixes: folder,
  myhostname: SERVER_NAME,
  inet_interfaces: "127.0.0.1",
  inet_protocols: "ipv4",
  mynetworks: "127.0.0.0/8",
  mydestination: MAIL_DOMAIN,
  alias_maps: "",
  alias_database: "",
  local_recipient_maps: "inline:{ postmaster=here }",
  notify_classes: "",
  in_flow_delay: "0",
  smtpd_error_sleep_time: "0",
  smtpd_tls_session_cache_database: "",
});

function service(folder: string, door: Listening): string {
  const { address, port, certificate, tls = "starttls", settings = {}, hasPostscreen = false } = door;
  const at = address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
  const ofTls = {
    ...(certificate && { smtpd_tls_security_level: "may", smtpd_tls_chain_files: chainFile(folder, address, port) }),
    ...(certificate && tls === "implicit" && { smtpd_tls_wrappermode: "yes" }),
  };
  if (!hasPostscreen) return line(`${at} inet n - n - - smtpd`, { ...ofTls, ...settings });
  // It hands who passed over to an smtpd.
  return line(`${at} inet n - n - 1 postscreen`, settings) + line("smtpd pass - - n - - smtpd", ofTls);
}

function line(fields: string, settings: Readonly<Record<string, string>>): string {
  return [fields, ...Object.entries(settings).map(([name, value]) => `  -o { ${name} = ${value} }`), ""].join("\n");
}

/** The services a dialogue meets, none of them in a chroot. */
const INNER_SERVICES = `
rewrite unix - - n - - trivial-rewrite
cleanup unix n - n - 0 cleanup
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;
