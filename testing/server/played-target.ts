import type { ImapTarget, Pop3Target, SmtpTarget, Target } from "#core/monitor/monitor.ts";

/** What a played server is asked for besides its place, of SMTP where no kind is named; what is not there is as simple as it can be. */
export type PlayedTarget =
  | Partial<SmtpTarget>
  | ({ kind: "imap" } & Partial<ImapTarget>)
  | ({ kind: "pop3" } & Partial<Pop3Target>);

/** The whole target, of a server at this place. */
export function playedTarget(wanted: PlayedTarget, place: { host: string; port: number }): Target {
  const usual = { tls: "none", ...place } as const;
  switch (wanted.kind) {
    case "imap":
    case "pop3":
      return { ...usual, ...wanted };
    case "smtp":
    case undefined:
      return { ...usual, ehloName: "probe.example", ...wanted, kind: "smtp" };
  }
}
