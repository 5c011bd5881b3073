import { readFile } from "node:fs/promises";
import type { Logger } from "../log.ts";
import { selfMadeCertificate, type OwnCertificate } from "./self-made-certificate.ts";

/** Where the certificate and its key are, in PEM; without them one is made. */
export type CertificateFiles = { cert?: string | undefined; key?: string | undefined };

/** Reads the certificate of a receiver, or makes one for its domain. Throws what keeps it from being read. */
export async function readCertificate({ cert, key }: CertificateFiles, domain: string): Promise<OwnCertificate> {
  if (cert === undefined || key === undefined) return selfMadeCertificate(domain);
  return { cert: await readFile(cert, "utf8"), key: await readFile(key, "utf8") };
}

/** Reads the files again every so many ms and shows what is in them, for certificates are renewed. Those that cannot be used change nothing. */
export function keepCertificate(
  files: CertificateFiles,
  everyMs: number,
  show: (next: OwnCertificate) => void,
  log: Logger,
): () => void {
  if (files.cert === undefined) return () => undefined;
  const renew = async () => {
    try {
      show(await readCertificate(files, ""));
    } catch (error) {
      log.error({ err: error }, "the certificate of the receiver cannot be read: it keeps the one it has");
    }
  };
  const timer = setInterval(() => void renew(), everyMs);
  return () => clearInterval(timer);
}
