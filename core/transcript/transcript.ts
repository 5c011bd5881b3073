import type { Stage } from "../check/stage.ts";

/**
 * One line of a dialogue. `sent` and `received` are bytes of the wire decoded as Latin-1 without their line end; `note` is
 * ours (the address chosen, TLS facts). `atMs` counts from the start of the check. Secrets are redacted before a line is made.
 */
export type TranscriptLine = {
  direction: "sent" | "received" | "note";
  atMs: number;
  stage: Stage;
  text: string;
  /** Which way to the server it is of, where a check takes several: "IPv4", "IPv6" or an address. */
  path?: string;
  /** Set on the line at which the check failed. */
  failed?: true;
};
