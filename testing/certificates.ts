import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate and its key, both in PEM. `cert` holds the chain that a server sends. */
export type Certificate = { cert: string; key: string };

/**
 * What a certificate is made with. Days count from now; without an issuer it signs itself. `subject` is its common name, the first of its
 * names where it is left out. `key` is an elliptic curve or RSA with so many bits, `digest` what its issuer signs it with. `extensions` are
 * lines of OpenSSL's configuration (x509v3_config(5)) besides those that every certificate has.
 */
export type CertificateWish = {
  names?: string[];
  subject?: string;
  fromDay?: number;
  toDay?: number;
  issuer?: Authority;
  isAuthority?: boolean;
  key?: KeyWish;
  digest?: "sha256" | "sha1" | "md5";
  extensions?: string[];
};
export type KeyWish = "P-256" | "P-192" | `rsa:${number}`;
export type Authority = Certificate;

const DAY_MS = 86_400_000;

/**
 * Makes a certificate with OpenSSL, of an elliptic curve unless told otherwise, since those are quick. `openssl ca` is what lets any dates
 * be chosen in every version of OpenSSL 3.
 */
export function makeCertificate(wish: CertificateWish): Certificate {
  const { fromDay = -1, toDay = 90, issuer, isAuthority = false, key: keyWish = "P-256", digest = "sha256" } = wish;
  const key = isAuthority ? makeKey(keyWish) : keyFor(keyWish);
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const file = (name: string) => join(folder, name);
  const openssl = (command: string) =>
    execFileSync("openssl", command.split(" "), { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  try {
    writeFileSync(file("openssl.cnf"), configuration(wish));
    writeFileSync(file("index.txt"), "");
    writeFileSync(file("key.pem"), key);
    writeFileSync(file("issuer.pem"), issuer?.cert ?? "");
    writeFileSync(file("issuer-key.pem"), issuer?.key ?? "");
    mkdirSync(file("issued"));
    openssl("req -new -key key.pem -config openssl.cnf -out request.pem");
    const signing = issuer === undefined ? "-selfsign -keyfile key.pem" : "-cert issuer.pem -keyfile issuer-key.pem";
    const dates = `-startdate ${day(fromDay)} -enddate ${day(toDay)}`;
    openssl(
      `ca -batch -notext -config openssl.cnf -rand_serial -md ${digest} ${dates} ${signing} -in request.pem -out certificate.pem`,
    );
    return { cert: readFileSync(file("certificate.pem"), "utf8"), key };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An authority of our own, and what it is asked for. */
export function makeAuthority(wish: Pick<CertificateWish, "subject" | "key" | "issuer" | "extensions"> = {}): Authority {
  return makeCertificate({ isAuthority: true, fromDay: -400, toDay: 400, ...wish });
}

/** A certificate with what a server sends after it. */
export function withChain({ cert, key }: Certificate, ...issuers: Authority[]): Certificate {
  return { cert: [cert, ...issuers.map((issuer) => issuer.cert)].join(""), key };
}

const leafKeys = new Map<KeyWish, string>();

/** RSA keys take their time: one of each size is made, and all servers' certificates have it. Authorities must not be taken for another. */
function keyFor(wish: KeyWish): string {
  const key = leafKeys.get(wish) ?? makeKey(wish);
  leafKeys.set(wish, key);
  return key;
}

function makeKey(wish: KeyWish): string {
  const bits = /^rsa:(\d+)$/.exec(wish)?.[1];
  const { privateKey } =
    bits === undefined
      ? generateKeyPairSync("ec", { namedCurve: wish })
      : generateKeyPairSync("rsa", { modulusLength: Number(bits) });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** OpenSSL's YYYYMMDDHHMMSSZ. */
function day(offset: number): string {
  return `${new Date(Date.now() + offset * DAY_MS).toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
}

function configuration({ names = [], subject, isAuthority = false, extensions = [] }: CertificateWish): string {
  const alternatives = names.map((name, at) => (/^[\d.]+$|:/.test(name) ? `IP.${at} = ${name}` : `DNS.${at} = ${name}`));
  return [
    "[req]\nprompt = no\ndistinguished_name = name",
    `[name]\nCN = ${subject ?? names[0] ?? "Played authority"}`,
    "[ca]\ndefault_ca = played",
    "[played]\nnew_certs_dir = issued\ndatabase = index.txt\nserial = serial\ndefault_md = sha256",
    "policy = anything\nx509_extensions = extensions",
    "[anything]\ncommonName = supplied",
    "[extensions]",
    isAuthority ? "basicConstraints = critical, CA:TRUE" : "basicConstraints = CA:FALSE",
    isAuthority ? "keyUsage = keyCertSign" : "extendedKeyUsage = serverAuth",
    names.length > 0 ? "subjectAltName = @names" : "",
    ...extensions,
    "[names]",
    ...alternatives,
  ].join("\n");
}
