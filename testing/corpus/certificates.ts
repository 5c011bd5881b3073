import { makeAuthority, makeCertificate } from "#testing/certificates.ts";

/** Trusted by every check of the corpus, and one more whose key is as old certificates need it. */
export const CORPUS_AUTHORITY = makeAuthority();
export const CORPUS_RSA_AUTHORITY = makeAuthority({ subject: "Played RSA root", key: "rsa:2048" });

export const CORPUS_NAMES = ["127.0.0.1", "localhost"];

/** What a server shows that has nothing wrong with it. */
export const TRUSTED = makeCertificate({ names: CORPUS_NAMES, issuer: CORPUS_AUTHORITY });
