import { createHmac } from "node:crypto";
import type { ProviderAnswer, ProviderRequest } from "./play-provider.ts";

export const ACCOUNT_SID = "AC5ef8732a3c49700934481addd5ce1659";
export const AUTH_TOKEN = "12c8a1c6ab9f5a4d5f3f0bd6f4e1c0ab";
export const FROM = "+15005550006";
export const TWILIO_URL = `twilio://${ACCOUNT_SID}:${AUTH_TOKEN}@api.twilio.com/?from=${encodeURIComponent(FROM)}`;

const CREDENTIALS = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64")}`;
const HEX = "b1cd2ef3a4b5c6d7e8f90a1b2c3d4e5f";
const E164 = /^\+[1-9]\d{6,14}$/;

/** What Twilio answers to a request. */
export function twilioAnswer({
  method,
  path,
  headers,
  body,
}: Pick<ProviderRequest, "method" | "path" | "headers" | "body">): Exclude<ProviderAnswer, string> {
  const [, account, name] = /^\/2010-04-01\/Accounts\/(\w+)\/(Messages|Calls)\.json$/.exec(path) ?? [];
  if (headers.authorization !== CREDENTIALS || account !== ACCOUNT_SID) return twilioError(401, 20003, "Authenticate");
  const isForm = headers["content-type"] === "application/x-www-form-urlencoded";
  if (method !== "POST" || name === undefined || !isForm)
    return twilioError(404, 20404, `The requested resource ${path} was not found`);
  const fields = new URLSearchParams(body);
  return name === "Messages" ? message(fields) : call(fields);
}

/** An error as Twilio says it (https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions). */
export function twilioError(status: number, code: number, words: string, headers: Record<string, string> = {}) {
  return { status, headers, body: { code, message: words, more_info: `https://www.twilio.com/docs/errors/${code}`, status } };
}

/** The header with which Twilio signs a request of its own (https://www.twilio.com/docs/usage/security). */
export function signedByTwilio(url: string, fields: URLSearchParams, token = AUTH_TOKEN): Record<string, string> {
  const names = [...fields.keys()].sort();
  const text = names.reduce((so_far, name) => so_far + name + (fields.get(name) ?? ""), url);
  return { "X-Twilio-Signature": createHmac("sha1", token).update(Buffer.from(text, "utf8")).digest("base64") };
}

/**
 * Says what came of a text or a call that was posted, at the URL that was given for it; `ledTo` is where that is served.
 * (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status, https://www.twilio.com/docs/voice/api/call-resource#statuscallback)
 */
export async function twilioReports(
  post: URLSearchParams,
  said: Record<string, string>,
  { ledTo, token }: { ledTo?: (url: string) => string; token?: string } = {},
): Promise<number> {
  const url = post.get("StatusCallback")!;
  const about: Record<string, string> = post.has("Body")
    ? { MessageSid: `SM${HEX}`, SmsSid: `SM${HEX}`, SmsStatus: said.MessageStatus ?? "" }
    : { CallSid: `CA${HEX}`, Direction: "outbound-api", CallbackSource: "call-progress-events", SequenceNumber: "0" };
  const common = { AccountSid: ACCOUNT_SID, ApiVersion: "2010-04-01", From: post.get("From")!, To: post.get("To")! };
  const body = new URLSearchParams({ ...common, ...about, ...said });
  const response = await fetch(ledTo?.(url) ?? url, { method: "POST", body, headers: signedByTwilio(url, body, token) });
  return response.status;
}

function message(fields: URLSearchParams): Exclude<ProviderAnswer, string> {
  const [to, text] = [fields.get("To") ?? "", fields.get("Body") ?? ""];
  if (to === "") return twilioError(400, 21604, "A 'To' phone number is required.");
  if (!E164.test(to)) return twilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (!fields.has("From") && !fields.has("MessagingServiceSid"))
    return twilioError(400, 21603, "A 'From' phone number is required.");
  if (to === fields.get("From")) return twilioError(400, 21266, "'To' and 'From' number cannot be the same.");
  if (text === "") return twilioError(400, 21602, "Message body is required.");
  if (!/^https?:\/\/./.test(fields.get("StatusCallback") ?? "http://-"))
    return twilioError(400, 21609, "Invalid StatusCallback URL");
  if (text.length > 1_600) return twilioError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
  const resource = { sid: `SM${HEX}`, status: "queued", to, from: fields.get("From"), body: text, num_segments: "1" };
  return { status: 201, body: { ...resource, price: null, price_unit: "USD", error_code: null, error_message: null } };
}

function call(fields: URLSearchParams): Exclude<ProviderAnswer, string> {
  const [to, from, url] = [fields.get("To") ?? "", fields.get("From") ?? "", fields.get("Url") ?? ""];
  if (!E164.test(to)) return twilioError(400, 21217, `Phone number ${to} is not valid.`);
  if (!E164.test(from)) return twilioError(400, 21212, `Invalid 'From' Phone Number: ${from}`);
  if (!/^https?:\/\//.test(url)) return twilioError(400, 21205, "Url is not a valid URL");
  return { status: 201, body: { sid: `CA${HEX}`, status: "queued", to, from, price: null, price_unit: "USD", duration: null } };
}
