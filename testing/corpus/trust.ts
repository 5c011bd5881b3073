import { makeAuthority, makeCertificate, withChain, type CertificateWish } from "#testing/certificates.ts";
import { dhGroup } from "#testing/dh-group.ts";
import { starttlsAnyway } from "#testing/server/dialogues/starttls-anyway.ts";
import { starttlsThen } from "#testing/server/dialogues/starttls-then.ts";
import type { TlsSettings } from "#testing/server/player.ts";
import { flood, heard, hold, send } from "#testing/server/steps.ts";
import { chainHead, diffieHellmanHello, serverHello } from "#testing/server/tls-messages.ts";
import { type Behaviour, isDegraded, isDown, isUp } from "./behaviour.ts";
import { CORPUS_AUTHORITY, CORPUS_NAMES, CORPUS_RSA_AUTHORITY, TRUSTED } from "./certificates.ts";

const SSL_3 = 0x0300;
const TLS_1_2 = 0x0303;
const target = { tls: "starttls-required" } as const;
const names = CORPUS_NAMES;
const stranger = makeAuthority({ subject: "Played stranger" });
const intermediate = makeAuthority({ subject: "Played intermediate", issuer: CORPUS_AUTHORITY });
const make = (wish: CertificateWish) => makeCertificate({ names, issuer: CORPUS_AUTHORITY, ...wish });
const withRsa = makeCertificate({ names, issuer: CORPUS_RSA_AUTHORITY, key: "rsa:2048" });

/** A server that takes what has been given up, as old ones do. */
const lax = (settings: TlsSettings): TlsSettings => ({ minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=0", ...settings });
const shows = (row: string, what: string, settings: TlsSettings) => ({ row, what, dialogue: starttlsAnyway(settings), target });
const manyNames = (count: number) => [...Array.from({ length: count - 1 }, (_, at) => `n${at}.a`), "127.0.0.1"];

const known = (row: string, what: string, name: string, host: string): Behaviour => ({
  ...shows(row, what, make({ names: [name] })),
  zone: { first: (family) => (family === "A" ? ["127.0.0.1"] : []) },
  target: { ...target, host },
  ...isDown("tls.name"),
});

/** Certificates, chains, versions and keys. */
export const TRUST: Behaviour[] = [
  { ...shows("H32", "shows an expired certificate", make({ fromDay: -40, toDay: -3.5 })), ...isDown("tls.expired") },
  { ...shows("H32", "shows a certificate of the future", make({ fromDay: 2 })), ...isDown("tls.not-yet-valid") },
  { ...shows("H32", "shows a certificate that ends in 5 days", make({ toDay: 5.5 })), ...isDegraded("tls.expiring") },
  { ...shows("H33", "shows a certificate for another host", make({ names: ["mx.example"] })), ...isDown("tls.name") },
  known("H33", "shows a wildcard for one level less", "*.played.test", "deep.mx.played.test"),
  known("H33", "shows a wildcard for one level more", "*.played.test", "played.test"),
  {
    ...shows("H33", "names its host nowhere but in the common name", make({ names: [], subject: "127.0.0.1" })),
    ...isDown("tls.name"),
  },
  { ...shows("H34", "signs its certificate itself", makeCertificate({ names })), ...isDown("tls.self-signed") },
  {
    ...shows("H34", "has the root of a stranger", withChain(make({ issuer: stranger }), stranger)),
    ...isDown("tls.untrusted"),
  },
  { ...shows("H34", "does not send its intermediate", make({ issuer: intermediate })), ...isDown("tls.incomplete") },
  { ...shows("H34", "sends its intermediate", withChain(make({ issuer: intermediate }), intermediate)), ...isUp },
  {
    ...shows("H35", "has an RSA key of 1024 bits", lax(make({ key: "rsa:1024", issuer: CORPUS_RSA_AUTHORITY }))),
    ...isDegraded("tls.weak-certificate"),
  },
  ...(["sha1", "md5"] as const).map((digest) => ({
    ...shows("H35", `shows a certificate signed with ${digest}`, lax(make({ digest, issuer: CORPUS_RSA_AUTHORITY }))),
    ...isDegraded("tls.weak-certificate"),
  })),
  {
    ...shows(
      "H35",
      "agrees on keys in a group of 1024 bits",
      lax({ ...withRsa, ciphers: "kDHE:@SECLEVEL=0", dhparam: dhGroup(1024), maxVersion: "TLSv1.2" }),
    ),
    ...isDegraded("tls.weak-cipher"),
  },
  {
    row: "H35",
    what: "wants to agree on keys in a group of 512 bits",
    dialogue: starttlsThen(heard, send(diffieHellmanHello(withRsa, 512)), hold),
    target,
    ...isDegraded("tls.weak-cipher"),
  },
  ...[1_000, 10_000].map((count) => ({
    ...shows("H36", `shows a certificate for ${count} names`, make({ subject: "many", names: manyNames(count) })),
    ...isUp,
  })),
  {
    row: "H36",
    what: "sends a chain of 1 MiB",
    dialogue: starttlsThen(heard, send(Buffer.concat([serverHello(TLS_1_2), chainHead(2 ** 20)])), flood("\x2a")),
    target,
    ...isDown("tls.protocol"),
  },
  {
    row: "H37",
    what: "wants SSLv3",
    dialogue: starttlsThen(heard, send(serverHello(SSL_3)), hold),
    target,
    ...isDown("tls.version"),
  },
  ...(["TLSv1", "TLSv1.1"] as const).map((version) => ({
    ...shows("H37", `has nothing newer than ${version}`, lax({ ...TRUSTED, maxVersion: version })),
    ...isDown("tls.version"),
  })),
  ...(["TLSv1.2", "TLSv1.3"] as const).map((version) => ({
    ...shows("H38", `has only ${version}`, { ...TRUSTED, minVersion: version, maxVersion: version }),
    ...isUp,
  })),
];
