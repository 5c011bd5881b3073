import { type Certificate, makeAuthority, makeCertificate } from "../certificates.ts";
import { SERVER_NAME } from "./door.ts";

/** What a server's certificate can be like. Each flaw comes alone. */
export const CERTIFICATES = [
  "good",
  "expired",
  "not yet valid",
  "wrong name",
  "self-signed",
  "untrusted root",
  "missing intermediate",
  "weak key",
] as const;
export type CertificateKind = (typeof CERTIFICATES)[number];

/** `root` is the authority to trust, in PEM. */
export type ServerCertificates = { root: string; shown: Readonly<Record<CertificateKind, Certificate>> };

/** Certificates for `SERVER_NAME`, by an intermediate authority as in life, each followed by what a server sends with it. */
export function makeServerCertificates(): ServerCertificates {
  const root = makeAuthority();
  const stranger = makeCertificate({ subject: "Stranger", isAuthority: true });
  const issuer = makeCertificate({
    subject: "Intermediate",
    isAuthority: true,
    fromDay: -400,
    toDay: 400,
    issuer: root,
  });
  const names = [SERVER_NAME];
  const withChain = ({ cert, key }: Certificate, above: Certificate = issuer) => ({ cert: cert + above.cert, key });
  return {
    root: root.cert,
    shown: {
      good: withChain(makeCertificate({ names, issuer })),
      expired: withChain(makeCertificate({ names, issuer, fromDay: -90, toDay: -2 })),
      "not yet valid": withChain(makeCertificate({ names, issuer, fromDay: 2 })),
      "wrong name": withChain(makeCertificate({ names: ["mail.elsewhere.test"], issuer })),
      "self-signed": makeCertificate({ names }),
      "untrusted root": withChain(makeCertificate({ names, issuer: stranger }), stranger),
      "missing intermediate": makeCertificate({ names, issuer }),
      "weak key": withChain(makeCertificate({ names, issuer, key: "rsa:1024" })),
    },
  };
}
