import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate and its key, both in PEM. `cert` holds the chain that a server sends. */
export type Certificate = { cert: string; key: string };

/** What a certificate is made with. Days count from now; without an issuer it signs itself. */
export type CertificateWish = { names?: string[]; fromDay?: number; toDay?: number; issuer?: Authority; isAuthority?: boolean };
export type Authority = Certificate;

const DAY_MS = 86_400_000;

/**
 * Makes a certificate with OpenSSL, of an elliptic curve since those are quick. `openssl ca` is what lets any dates be chosen in
 * every version of OpenSSL 3.
 */
export function makeCertificate({
  names = [],
  fromDay = -1,
  toDay = 90,
  issuer,
  isAuthority = false,
}: CertificateWish): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const file = (name: string) => join(folder, name);
  const openssl = (command: string) =>
    execFileSync("openssl", command.split(" "), { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  try {
    writeFileSync(file("openssl.cnf"), configuration(names, isAuthority));
    writeFileSync(file("index.txt"), "");
    writeFileSync(file("issuer.pem"), issuer?.cert ?? "");
    writeFileSync(file("issuer-key.pem"), issuer?.key ?? "");
    mkdirSync(file("issued"));
    openssl(
      "req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -config openssl.cnf -keyout key.pem -out request.pem",
    );
    const signing = issuer === undefined ? "-selfsign -keyfile key.pem" : "-cert issuer.pem -keyfile issuer-key.pem";
    const dates = `-startdate ${day(fromDay)} -enddate ${day(toDay)}`;
    openssl(`ca -batch -notext -config openssl.cnf -rand_serial ${dates} ${signing} -in request.pem -out certificate.pem`);
    return { cert: readFileSync(file("certificate.pem"), "utf8"), key: readFileSync(file("key.pem"), "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An authority of our own, and what it is asked for. */
export function makeAuthority(): Authority {
  return makeCertificate({ isAuthority: true, fromDay: -400, toDay: 400 });
}

/** OpenSSL's YYYYMMDDHHMMSSZ. */
function day(offset: number): string {
  return `${new Date(Date.now() + offset * DAY_MS).toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
}

function configuration(names: string[], isAuthority: boolean): string {
  const alternatives = names.map((name) => (/^[\d.]+$|:/.test(name) ? `IP:${name}` : `DNS:${name}`));
  return [
    "[req]\nprompt = no\ndistinguished_name = name",
    `[name]\nCN = ${names[0] ?? "Played authority"}`,
    "[ca]\ndefault_ca = played",
    "[played]\nnew_certs_dir = issued\ndatabase = index.txt\nserial = serial\ndefault_md = sha256",
    "policy = anything\nx509_extensions = extensions",
    "[anything]\ncommonName = supplied",
    "[extensions]",
    isAuthority ? "basicConstraints = critical, CA:TRUE" : "basicConstraints = CA:FALSE",
    isAuthority ? "keyUsage = keyCertSign" : "extendedKeyUsage = serverAuth",
    alternatives.length > 0 ? `subjectAltName = ${alternatives.join(", ")}` : "",
  ].join("\n");
}
