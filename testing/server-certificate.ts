import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** PEM files: the authority to trust, and the server's key followed by its certificate. */
export type ServerCertificate = { caFile: string; chainFile: string };

/** Makes, in `folder`, an authority and a certificate of it for 127.0.0.1 and localhost. */
export async function makeServerCertificate(folder: string): Promise<ServerCertificate> {
  const at = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) => run("openssl", args, { cwd: folder });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

  await openssl(
    "req",
    "-x509",
    ...newKey,
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-days",
    "2",
    "-subj",
    "/CN=Ehlowatch test authority",
  );
  await writeFile(at("server.ext"), "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n");
  await openssl("req", ...newKey, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost");
  await openssl(
    "x509",
    "-req",
    "-in",
    "server.csr",
    "-CA",
    "ca.pem",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-days",
    "90",
    "-extfile",
    "server.ext",
    "-out",
    "server.pem",
  );

  // One file with the key first is what Postfix reads (postconf(5), smtpd_tls_chain_files).
  const parts = await Promise.all(["server.key", "server.pem"].map((name) => readFile(at(name), "utf8")));
  await writeFile(at("chain.pem"), parts.join(""), { mode: 0o600 });
  return { caFile: at("ca.pem"), chainFile: at("chain.pem") };
}
