import { execFile } from "node:child_process";
import { appendFile, copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** How OpenSSL is asked for a key of each kind that mail servers have. */
const KEYS = { rsa: ["rsa:2048"], ecdsa: ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"] } as const;
export type KeyKind = keyof typeof KEYS;

/** PEM files: the authority to trust, and what the server shows (its certificate and the intermediate) with its key. */
export type CertificateFiles = { caFile: string; certFile: string; keyFile: string };

const AUTHORITY = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"];

/** Makes, in an empty folder, a chain as servers have it: root, intermediate, certificate for an address or names (`altName`, as `IP:127.0.0.1`); all with the same kind of key. */
export async function makeChain(kind: KeyKind, altName: string, folder: string): Promise<CertificateFiles> {
  const file = (name: string) => path.join(folder, name);
  await writeFile(file("openssl.cnf"), "[req]\ndistinguished_name = name\n[name]\n");
  const make = async (name: string, issuer: string | null, extensions: string[]) => {
    const key = ["-newkey", ...KEYS[kind], "-nodes", "-keyout", file(`${name}.key`)];
    const signing = issuer === null ? [] : ["-CA", file(`${issuer}.pem`), "-CAkey", file(`${issuer}.key`)];
    const wishes = ["-subj", `/CN=Benchmark ${name}`, "-days", "90", ...extensions.flatMap((extension) => ["-addext", extension])];
    const files = ["-config", file("openssl.cnf"), "-out", file(`${name}.pem`)];
    await promisify(execFile)("openssl", ["req", "-x509", "-new", ...key, ...signing, ...wishes, ...files]);
  };
  await make("root", null, AUTHORITY);
  await make("intermediate", "root", AUTHORITY);
  await make("server", "intermediate", [
    "basicConstraints=critical,CA:FALSE",
    "extendedKeyUsage=serverAuth",
    `subjectAltName=${altName}`,
  ]);
  await copyFile(file("server.pem"), file("chain.pem"));
  await appendFile(file("chain.pem"), await readFile(file("intermediate.pem")));
  return { caFile: file("root.pem"), certFile: file("chain.pem"), keyFile: file("server.key") };
}
