import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Authority, Certificate } from "../certificates.ts";

/** A certificate with an RSA key of 1024 bits, which can be broken; all else about it is in order. */
export function makeWeakCertificate(name: string, issuer: Authority): Certificate {
  const folder = mkdtempSync(path.join(tmpdir(), "certificate-"));
  try {
    for (const [file, text] of Object.entries({
      "issuer.pem": issuer.cert,
      "issuer-key.pem": issuer.key,
      "extensions.cnf": `basicConstraints = CA:FALSE\nextendedKeyUsage = serverAuth\nsubjectAltName = DNS:${name}\n`,
      "request.cnf": "[req]\ndistinguished_name = name\n[name]\n",
    }))
      writeFileSync(path.join(folder, file), text);
    const openssl = (command: string) => execFileSync("openssl", command.split(" "), { cwd: folder, stdio: "pipe" });
    openssl(`req -new -newkey rsa:1024 -nodes -config request.cnf -subj /CN=${name} -keyout key.pem -out request.pem`);
    openssl(
      "x509 -req -in request.pem -CA issuer.pem -CAkey issuer-key.pem -sha256 -days 90 -extfile extensions.cnf -out certificate.pem",
    );
    const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
    return { cert: read("certificate.pem"), key: read("key.pem") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
