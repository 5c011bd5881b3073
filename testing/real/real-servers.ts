import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeFolder } from "./contained.ts";
import { startDnsList, whyNoDnsList } from "./dns-list.ts";
import { type Door, MAIL_DOMAIN, type RealServer } from "./door.ts";
import { startDovecotSasl, whyNoDovecot } from "./dovecot.ts";
import { startExim, whyNoExim } from "./exim.ts";
import { startGreylist } from "./greylist.ts";
import { startOpenSmtpd, whyNoOpenSmtpd } from "./opensmtpd.ts";
import { policyDoors, type PolicyDoor } from "./policy-doors.ts";
import { startRealPostfix, whyNoRealPostfix } from "./postfix.ts";
import { whyNoSwaks } from "./run-swaks.ts";
import { CERTIFICATES, type CertificateKind, makeServerCertificates, type ServerCertificates } from "./server-certificates.ts";

export const SERVERS = ["Postfix", "Exim", "OpenSMTPD"] as const;
export type ServerName = (typeof SERVERS)[number];

/** Every server has a door for each certificate and each way to TLS; logins work at all of them. */
export type CertificateDoor = `${CertificateKind}, ${Door["tls"]}`;

const UNREADABLE = { cert: "", key: "" };

/** The mail servers of Debian, all at once, each with many doors. */
export type RealServers = {
  certificates: ServerCertificates;
  /** The root to trust, as a file. */
  rootFile: string;
  servers: Record<ServerName, RealServer<CertificateDoor>>;
  /** Postfix's doors for what only shows after EHLO or MAIL. */
  postfix: RealServer<PolicyDoor>;
  /** An Exim that wants more room for its spool than there is, and whose certificate cannot be read. */
  ailingExim: RealServer<Door["tls"]>;
  /** An access token for Postfix, whose logins Dovecot checks. */
  token: string;
  /** Lets in who was greylisted with this sender. */
  letIn: (sender: string) => void;
  remove: () => Promise<void>;
};

/** Why they cannot be started here, or null where they can. */
export function whyNoRealServers(): string | null {
  return whyNoRealPostfix() ?? whyNoExim() ?? whyNoOpenSmtpd() ?? whyNoDovecot() ?? whyNoDnsList() ?? whyNoSwaks();
}

/** Starts them all; this takes a few seconds, most of them Postfix's. */
export async function startRealServers(): Promise<RealServers> {
  const missing = whyNoRealServers();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("authority");
  const rootFile = path.join(folder, "root.pem");
  const certificates = makeServerCertificates();
  await writeFile(rootFile, certificates.root);

  const zone = `list.${MAIL_DOMAIN}`;
  const [list, sasl, soft, hard] = await Promise.all([
    startDnsList(zone, ["127.0.0.0/8"]),
    startDovecotSasl(),
    startGreylist("DEFER_IF_PERMIT 4.2.0 Greylisted, please come back in 300 seconds"),
    startGreylist("451 4.7.1 Greylisting in action, please come back later"),
  ]);
  const doors = certificateDoors(certificates);
  const withLogin = mapDoors(doors, (door) => ({ ...door, settings: sasl.settings }));
  const [postfix, exim, opensmtpd, ailingExim] = await Promise.all([
    startRealPostfix(
      {
        ...withLogin,
        ...policyDoors({
          certificate: certificates.shown.good,
          zone,
          soft: soft.service,
          hard: hard.service,
          login: sasl.settings,
        }),
      },
      list.resolver,
    ),
    startExim(doors),
    startOpenSmtpd(doors),
    startExim({ starttls: { certificate: UNREADABLE, tls: "starttls" }, implicit: { certificate: UNREADABLE, tls: "implicit" } }, [
      "check_spool_space = 1000000G",
    ]),
  ]);
  return {
    certificates,
    rootFile,
    servers: { Postfix: postfix, Exim: exim, OpenSMTPD: opensmtpd },
    postfix,
    ailingExim,
    token: sasl.token,
    letIn: (sender) => [soft, hard].forEach((greylist) => greylist.letIn(sender)),
    remove: async () => {
      await Promise.all([postfix, exim, opensmtpd, ailingExim, sasl, list].map((each) => each.remove()));
      await Promise.all([soft.close(), hard.close(), rm(folder, { recursive: true })]);
    },
  };
}

function certificateDoors({ shown }: ServerCertificates): Record<CertificateDoor, Door> {
  const doors = CERTIFICATES.flatMap((kind) =>
    (["starttls", "implicit"] as const).map((tls) => [`${kind}, ${tls}`, { certificate: shown[kind], tls }]),
  );
  return Object.fromEntries(doors) as Record<CertificateDoor, Door>;
}

function mapDoors<Name extends string, From, To>(doors: Record<Name, From>, change: (door: From) => To): Record<Name, To> {
  return Object.fromEntries(Object.entries<From>(doors).map(([name, door]) => [name, change(door)])) as Record<Name, To>;
}
