import type { ChannelKind } from "#core/channel/channel.ts";
import type { Message, MonthlyMessage } from "#core/message/message.ts";
import type { HttpOutcome, HttpRequest } from "#network/http-client.ts";
import type { ChannelSettings } from "./settings.ts";

/**
 * What became of one attempt to send: sent, worth another try, or hopeless; never an exception. `receipt` is the provider's own words, for
 * people; `reference` is what later messages of the same incident need (the thread, the id of the message). `reason` has the status and the
 * provider's own words, and never a secret nor a URL that holds one. `retryAfterMs` is what the provider asked for. `used` is what is paid for
 * by the piece, segments of SMS or calls: as many as the provider has taken, or may have taken where it did not say.
 */
export type SendOutcome = { used?: number } & (
  | { sent: true; receipt?: string; reference?: string }
  | { sent: false; next: "retry" | "give-up"; reason: string; retryAfterMs?: number }
);

/**
 * What a channel is given besides its own settings. `idempotencyKey` is the same for every attempt of one delivery; `deadlineMs` bounds the
 * whole attempt.
 */
export type SendContext = {
  idempotencyKey: string;
  /** When the message was put into the outbox. */
  createdAt: Date;
  deadlineMs: number;
  /** The operator's SMTP servers, tried in order, and who our mail is from. */
  smtpUrls: string[];
  mailFrom: string;
  /** The operator's providers for SMS and calls, tried in order. */
  phoneUrls: string[];
  /** The countries that texts and calls may go to, by their codes (ISO 3166-1). */
  phoneCountries: readonly string[];
  /** Where a provider fetches what its call says, but for the provider's name at the end. */
  callUrl: string;
  /** Where whoever reads the address says that this team may send nothing there; null for kinds that have no address of somebody's. */
  revokeUrl: string | null;
  /** Where a provider says what came of what it took, but for its name at the end. */
  reportUrl: string;
  /** Asks over HTTP: within the address guard and the deadline, or `withinMs` of it, no redirect followed. */
  ask(request: HttpRequest, withinMs?: number): Promise<HttpOutcome>;
  /** Of the first message about the same incident that went out on the same channel; null where there is none. */
  reference: string | null;
};

/** A road for messages: what a team must say to set one up, and how a message goes out on it. */
export type Channel<Kind extends ChannelKind, Settings> = {
  kind: Kind;
  settings: ChannelSettings<Kind, Settings>;
  send(settings: Settings, message: Message, context: SendContext): Promise<SendOutcome>;
  /** Sends the code that confirms its address, where the kind has one. */
  sendCode?(settings: Settings, code: string, context: SendContext): Promise<SendOutcome>;
  /** Sends word of a domain's month, where the kind has room for it. */
  sendMonthly?(settings: Settings, message: MonthlyMessage, context: SendContext): Promise<SendOutcome>;
};
