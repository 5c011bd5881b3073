import type { DeliveryReport } from "#core/message/delivery-report.ts";
import type { HttpOutcome, HttpRequest } from "#network/http-client.ts";
import type { SendOutcome } from "../channel.ts";

/** Asks a provider over HTTP, within the address guard and what time is left. */
export type Ask = (request: HttpRequest) => Promise<HttpOutcome>;

/** A text to a number (E.164). What came of it is told at `reportUrl`. */
export type Sms = { to: string; text: string; reportUrl: string };

/** A call to a number (E.164). What it says is fetched from `url` when somebody answers; what came of it is told at `reportUrl`. */
export type Call = { to: string; url: string; reportUrl: string };

/** What a call says. Each of `said` is a text, or a pause in seconds. */
export type Speech = {
  said: readonly (string | number)[];
  /** Where a key that is pressed meanwhile, or shortly after, is told. */
  keyUrl?: string;
  /** What is said where none was pressed. */
  otherwise?: string;
};

/** A request that says it comes from a provider: the URL we gave it, and its fields in the order they came. */
export type ProviderRequest = { url: string; fields: URLSearchParams; header: (name: string) => string | null };

/** Sends texts to phones. */
export type SmsProvider = { sendSms(sms: Sms, ask: Ask): Promise<SendOutcome> };

/** Says later what came of the texts and calls it took. */
export type ReportingProvider = {
  /** Whether such a request comes from the provider: by its signature, under the operator's own token. */
  hasSignedReport(request: ProviderRequest): boolean;
  /** What the fields of such a request say; null while it may still turn out either way. */
  readReport(fields: URLSearchParams): DeliveryReport | null;
};

/** Makes calls, and fetches from us what they say. */
export type VoiceProvider = {
  makeCall(call: Call, ask: Ask): Promise<SendOutcome>;
  /** Whether a request comes from the provider and is as the provider sent it: by its signature, under the operator's own token. */
  hasSigned(request: ProviderRequest): boolean;
  /** A speech in the provider's XML. */
  script(speech: Speech): string;
};

const PROVIDER_NAMES = ["twilio", "plivo"] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** A provider the operator has an account with; `from` is the number that texts and calls come from. */
export type PhoneProvider = SmsProvider & VoiceProvider & ReportingProvider & { name: ProviderName; label: string; from: string };

/** An account as the operator's setting has it: `origin` is where its API is asked, `sender` whom texts come from. */
export type Account = { origin: string; user: string; token: string; from: string; sender: string };

/** A call says what there is to say in less than this, in seconds; a mailbox that listens on is not paid for longer. */
export const LONGEST_CALL_S = 180;

/** A phone rings for this long, in seconds; then it was not answered. */
export const RINGS_FOR_S = 60;
