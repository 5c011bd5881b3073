import type { CertificateFailure } from "#core/reason/reason.ts";

/** What is wrong with a certificate. `detail` goes on from the words "The certificate". */
export type CertificateProblem = { failure: CertificateFailure; detail: string };
