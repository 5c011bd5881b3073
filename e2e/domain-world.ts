import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { startMailHosts } from "#testing/real/mail-hosts.ts";
import { ownAddress } from "#testing/real/own-address.ts";
import { whyNoRealPostfix } from "#testing/real/postfix.ts";
import { startRealDns, whyNoRealDns } from "#testing/real/real-dns.ts";

const PORT = 25;
/** Nobody answers for it, although its parent says that somebody does. */
const LAME = "lame.example.";

/** A DNS of its own with the zones of a few domains, and a Postfix at the addresses of their mail servers; nobody listens at the backup's. */
export type DomainWorld = {
  /** The resolver that knows these domains, and no other. */
  resolver: string;
  /** Who has signed the certificates of the mail servers. */
  caFile: string;
  preferred: string;
  backup: string;
  remove: () => Promise<void>;
};

/** Why there can be no such world here, or null where there can. */
export function whyNoDomainWorld(): string | null {
  return whyNoRealDns() ?? whyNoRealPostfix();
}

/** `whole.test.example` has two preferred mail servers and a backup that is dead, and a posture that could be better; `null.test.example` takes no mail, and of `lame.example` nobody can tell. */
export async function startDomainWorld(): Promise<DomainWorld> {
  const [one, other, backup] = [ownAddress(), ownAddress(), ownAddress()];
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-domain-world-"));
  await chmod(folder, 0o755);
  const authority = makeAuthority();
  const caFile = path.join(folder, "ca.pem");
  await writeFile(caFile, authority.cert);
  const [dns, hosts] = await Promise.all([
    startRealDns([{ name: "test.example.", signing: "well", records: zone(one, other, backup) }], [LAME]),
    startMailHosts(
      [
        { addresses: [one], certificate: makeCertificate({ names: ["mx1.test.example"], issuer: authority }) },
        { addresses: [other], certificate: makeCertificate({ names: ["mx2.test.example"], issuer: authority }) },
      ],
      PORT,
    ),
  ]);
  const remove = async () => {
    await Promise.all([dns.remove(), hosts.remove(), rm(folder, { recursive: true, force: true })]);
  };
  return { resolver: dns.resolvers.validating, caFile, preferred: one, backup, remove };
}

function zone(one: string, other: string, backup: string): string {
  return `
mx1 A ${one}
mx2 A ${other}
backup A ${backup}
whole MX 10 mx1
whole MX 10 mx2
whole MX 20 backup
whole TXT "v=spf1 mx +all"
_dmarc.whole TXT "v=DMARC1; p=none; rua=mailto:postmaster@whole.test.example"
xn--bcher-kva MX 10 mx1
xn--bcher-kva TXT "v=spf1 mx -all"
null MX 0 .
null TXT "v=spf1 -all"
`;
}
