import { createHmac } from "node:crypto";
import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

const AUTH_ID = "MAMTVJMJM1ZJMTYJY0MW";
const AUTH_TOKEN = "ZGE4OGMzMTI1YzE4MWQ3OTgzYjUyMjU0NTYx";
const FROM = "+14153336666";
export const PLIVO_URL = `plivo://${AUTH_ID}:${AUTH_TOKEN}@api.plivo.com/?from=${encodeURIComponent(FROM)}`;

const CREDENTIALS = `Basic ${Buffer.from(`${AUTH_ID}:${AUTH_TOKEN}`).toString("base64")}`;
const API_ID = "db342550-7f1d-11e1-8ea7-1231380bc196";
const UUID = "db3ce55a-7f1d-11e1-8ea7-1231380bc196";
const NUMBER = /^[1-9]\d{6,14}$/;

type PlivoPost = Record<string, unknown>;

/**
 * Plivo's Message and Call API as its reference has it (https://www.plivo.com/docs/messaging/api/message/send-a-message,
 * https://www.plivo.com/docs/voice/api/call/make-a-call): JSON, numbers without a plus, 202 and 201, an error in one sentence.
 */
export async function playPlivo(instead: (post: PlivoPost) => ProviderAnswer | undefined = () => undefined) {
  const posts: PlivoPost[] = [];
  const { origin, asked } = await playProvider((request) => {
    const answer = answerOf(request);
    if (answer.status >= 300) return answer;
    const post = request.json as PlivoPost;
    posts.push(post);
    return instead(post) ?? answer;
  });
  const context = (more: Given = {}) =>
    sendContext({ leads: { "https://api.plivo.com": origin }, phoneUrls: [PLIVO_URL], ...more });
  return { origin, asked, posts, context };
}

/** An error as Plivo says it (https://www.plivo.com/docs/messaging/api/response). */
export function plivoError(status: number, error: string, headers: Record<string, string> = {}) {
  return { status, headers, body: { api_id: API_ID, error } };
}

/** The headers with which Plivo signs a POST of its own, to a URL without a query (https://www.plivo.com/docs/voice/concepts/signature-validation). */
export function signedByPlivo(url: string, fields: URLSearchParams, token = AUTH_TOKEN): Record<string, string> {
  const nonce = "05429567804466091622";
  const text = `${url}?${[...fields.keys()]
    .sort()
    .map((name) => name + (fields.get(name) ?? ""))
    .join("")}.${nonce}`;
  const signature = createHmac("sha256", token).update(Buffer.from(text, "utf8")).digest("base64");
  return { "X-Plivo-Signature-V3": signature, "X-Plivo-Signature-V3-Nonce": nonce };
}

/** The headers with which Plivo signs what it says of a text where it uses the second version (https://www.plivo.com/docs/messaging/concepts/signature-validation). */
function textSignedByPlivo(url: string, token = AUTH_TOKEN): Record<string, string> {
  const nonce = "05429567804466091622";
  const signature = createHmac("sha256", token)
    .update(url + nonce)
    .digest("base64");
  return { "X-Plivo-Signature-V2": signature, "X-Plivo-Signature-Ma-V2": signature, "X-Plivo-Signature-V2-Nonce": nonce };
}

/**
 * Says what came of a text or a call that was posted, at the URL that was given for it; `ledTo` is where that is served
 * (https://www.plivo.com/docs/messaging/api/message/message-status-callbacks, https://www.plivo.com/docs/account/api/application#hangup-url).
 */
export async function plivoReports(post: PlivoPost, said: Record<string, string>, ledTo: (url: string) => string): Promise<number> {
  const isText = "text" in post;
  const url = String(isText ? post.url : post.hangup_url);
  const about: Record<string, string> = isText
    ? { MessageUUID: UUID, ParentMessageUUID: UUID, Type: "sms", Units: "1", From: String(post.src), To: String(post.dst) }
    : { CallUUID: UUID, RequestUUID: UUID, Event: "Hangup", Direction: "outbound", From: String(post.from), To: String(post.to) };
  const body = new URLSearchParams({ ...about, ...said });
  const headers = isText ? textSignedByPlivo(url) : signedByPlivo(url, body);
  return (await fetch(ledTo(url), { method: "POST", body, headers })).status;
}

function answerOf({ method, path, headers, json }: ProviderRequest): Exclude<ProviderAnswer, string> {
  if (headers.authorization !== CREDENTIALS)
    return { status: 401, body: "Could not verify your access level for that URL. You have to login with proper credentials" };
  const [, account, name] = /^\/v1\/Account\/(\w+)\/(Message|Call)\/$/.exec(path) ?? [];
  if (method !== "POST" || account !== AUTH_ID || name === undefined) return plivoError(404, "not found");
  if (json === undefined) return plivoError(400, "no JSON data in request body");
  return name === "Message" ? message(json as PlivoPost) : call(json as PlivoPost);
}

function message({ src, dst, text }: PlivoPost): Exclude<ProviderAnswer, string> {
  if (typeof dst !== "string" || !NUMBER.test(dst)) return plivoError(400, `${String(dst)} is not a valid phone number`);
  if (typeof src !== "string" || src === "") return plivoError(400, "src parameter not present");
  if (src === dst) return plivoError(400, "src and destination cannot overlap");
  if (typeof text !== "string" || text === "") return plivoError(400, "text parameter not present");
  return { status: 202, body: { message: "message(s) queued", message_uuid: [UUID], api_id: API_ID } };
}

function call({ from, to, answer_url: url }: PlivoPost): Exclude<ProviderAnswer, string> {
  if (typeof to !== "string" || !NUMBER.test(to)) return plivoError(400, "to parameter not valid");
  if (typeof from !== "string" || !NUMBER.test(from)) return plivoError(400, "from parameter not valid");
  if (typeof url !== "string" || !/^https?:\/\//.test(url)) return plivoError(400, "answer_url parameter not valid");
  return { status: 201, body: { message: "call fired", request_uuid: UUID, api_id: API_ID } };
}
