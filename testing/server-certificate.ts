import { writeFile } from "node:fs/promises";
import path from "node:path";
import { makeAuthority, makeCertificate } from "./certificates.ts";

/** PEM files: the authority to trust, and the server's key followed by its certificate. */
export type ServerCertificate = { caFile: string; chainFile: string };

/** Writes, into `folder`, an authority and a certificate of it for 127.0.0.1 and localhost. */
export async function makeServerCertificate(folder: string): Promise<ServerCertificate> {
  const authority = makeAuthority();
  const { key, cert } = makeCertificate({ names: ["localhost", "127.0.0.1"], issuer: authority });
  const [caFile, chainFile] = [path.join(folder, "ca.pem"), path.join(folder, "chain.pem")];
  await writeFile(caFile, authority.cert);
  await writeFile(chainFile, key + cert, { mode: 0o600 }); // the key first, as Postfix reads it (postconf(5), smtpd_tls_chain_files)
  return { caFile, chainFile };
}
