import { createHmac, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { findProgram } from "../find-program.ts";
import { untilSo } from "../until.ts";
import { contain, makeFolder, whyNotContained } from "./contained.ts";
import { ACCOUNT } from "./door.ts";

/** A Dovecot that checks logins for a mail server, and does nothing else. */
export type DovecotSasl = {
  /** What a Postfix needs to let people log in, over TLS only. */
  settings: Readonly<Record<string, string>>;
  /** An access token that lets the account in for an hour. */
  token: string;
  log: () => Promise<string>;
  remove: () => Promise<void>;
};

const READY_WITHIN_MS = 10_000;

/** Why a Dovecot cannot be started here, or null where it can. */
export function whyNoDovecot(): string | null {
  if (!findProgram("dovecot")) return "Dovecot is not installed (Debian: apt-get install dovecot-core)";
  return whyNotContained();
}

/** Starts one that knows the account, with PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-256 and XOAUTH2. */
export async function startDovecotSasl(): Promise<DovecotSasl> {
  const missing = whyNoDovecot();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("dovecot");
  const file = (name: string) => path.join(folder, name);
  const token = await writeAccount(folder);
  await writeFile(file("dovecot.conf"), saslConf(folder));
  const { log, remove } = await contain(
    folder,
    { program: findProgram("dovecot")!, args: ["-F", "-c", file("dovecot.conf")], logFile: file("log") },
    (said) => untilSo(said, (text) => text.includes("starting up"), READY_WITHIN_MS),
  );
  const settings = {
    smtpd_sasl_auth_enable: "yes",
    smtpd_sasl_type: "dovecot",
    smtpd_sasl_path: file("run/sasl"),
    smtpd_tls_auth_only: "yes",
  };
  return { settings, token, log, remove };
}

/** Writes what tells a Dovecot of the account into its folder, and returns an access token that lets it in for an hour. */
export async function writeAccount(folder: string): Promise<string> {
  const tokenKey = randomBytes(32).toString("base64");
  await mkdir(path.join(folder, "keys/default/HS256"), { recursive: true });
  for (const [name, text] of Object.entries({
    accounts: `${ACCOUNT.username}:{PLAIN}${ACCOUNT.password}::::::\n`,
    "keys/default/HS256/default": tokenKey,
    "tokens.conf": tokensConf(folder),
  }))
    await writeFile(path.join(folder, name), text);
  return accessToken(Buffer.from(tokenKey, "base64"));
}

const saslConf = (folder: string) => `
${accountConf(folder)}
protocols =
ssl = no
service auth {
  unix_listener sasl {
    mode = 0666
  }
}
`;

/** Where mail of the account lies. */
const oneHome = (folder: string) => `
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/home
`;

/** The settings every Dovecot of ours has: where it lives, and who may log in, without its delays after a wrong password. */
export const accountConf = (folder: string, userdb = oneHome(folder)) => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
auth_mechanisms = plain login cram-md5 scram-sha-256 xoauth2
auth_failure_delay = 0
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${folder}/tokens.conf
}
passdb {
  driver = passwd-file
  mechanisms = plain login cram-md5 scram-sha-256
  args = ${folder}/accounts
}
userdb {${userdb}}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;

const tokensConf = (folder: string) => `
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=${folder}/keys/
username_attribute = sub
`;

/** A JSON Web Token (RFC 7519). */
function accessToken(key: Buffer): string {
  const nowS = Math.floor(Date.now() / 1000);
  const signed = [
    { alg: "HS256", typ: "JWT" },
    { sub: ACCOUNT.username, iat: nowS - 60, exp: nowS + 3_600 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}
