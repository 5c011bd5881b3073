import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

export const USER_KEY = "uQiRzpo4DXghDmr9QzzfQu27cmVRsG";
export const APP_TOKEN = "azGDORePK8gMaC0QOYAMyEEuzJnyUi";

const REQUEST = "647d2300-702c-4b38-8b2f-d56326ae460b";
const CANCEL = /^\/1\/receipts\/cancel_by_tag\/([\w-]+)\.json$/;

/** Pushover as its reference has it (https://pushover.net/api, https://pushover.net/api/receipts): 4xx with what is wrong, `status` 1 where it is right. */
export async function playPushover(instead: (fields: URLSearchParams) => ProviderAnswer | undefined = () => undefined) {
  const posts: URLSearchParams[] = [];
  const calledOff: string[] = [];
  const { origin, asked } = await playProvider((request) => {
    const fields = new URLSearchParams(request.body);
    const cancelled = CANCEL.exec(request.path)?.[1];
    const errors = cancelled === undefined ? complaints(request, fields) : complaintsOfToken(fields);
    if (errors.length > 0) return pushoverError(400, ...errors);
    if (cancelled !== undefined) {
      calledOff.push(cancelled);
      return { status: 200, body: { status: 1, canceled: 1, request: REQUEST } };
    }
    posts.push(fields);
    const receipt = fields.get("priority") === "2" ? { receipt: "rLqVuqTRh62UzxtmqiaLzQmVcPgiCy" } : {};
    return instead(fields) ?? { status: 200, body: { status: 1, request: REQUEST, ...receipt } };
  });
  const context = (more: Given = {}) => sendContext({ leads: { "https://api.pushover.net": origin }, ...more });
  return { asked, posts, calledOff, context };
}

/** An error as Pushover says it. */
export function pushoverError(status: number, ...errors: string[]): ProviderAnswer {
  return { status, body: { status: 0, request: REQUEST, errors } };
}

function complaintsOfToken(fields: URLSearchParams): string[] {
  return fields.get("token") === APP_TOKEN ? [] : ["application token is invalid, see https://pushover.net/api"];
}

function complaints({ method, path, headers }: ProviderRequest, fields: URLSearchParams): string[] {
  const isForm = headers["content-type"] === "application/x-www-form-urlencoded";
  if (method !== "POST" || path !== "/1/messages.json" || !isForm) return ["the page you requested was not found"];
  const isTooLong = (name: string, most: number) => Array.from(fields.get(name) ?? "").length > most;
  const isEmergency = fields.get("priority") === "2";
  return [
    ...complaintsOfToken(fields),
    ...(fields.get("user") === USER_KEY
      ? []
      : ["user identifier is not a valid user, group, or subscribed user key, see https://pushover.net/api#identifiers"]),
    ...(fields.get("message") ? [] : ["message cannot be blank, see https://pushover.net/api#messages"]),
    ...[["message", 1_024] as const, ["title", 250] as const, ["url", 512] as const, ["url_title", 100] as const]
      .filter(([name, most]) => isTooLong(name, most))
      .map(([name, most]) => `${name} is too long (maximum is ${most} characters)`),
    ...(isEmergency && !(Number(fields.get("expire")) <= 10_800) ? ["expire must be supplied with priority=2"] : []),
    ...(isEmergency && !(Number(fields.get("retry")) >= 30) ? ["retry must be supplied with priority=2"] : []),
  ];
}
