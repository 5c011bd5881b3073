import { makeAuthority, makeCertificate } from "#testing/certificates.ts";

const authority = makeAuthority();

/** The certificate of a played server, which is trusted. */
export const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });

/** What a probe needs to trust it, and to log in. */
export const TRUSTED = { extraCas: [authority.cert], timeLimitMs: 3_000, secret: "pencil-and-paper" };
