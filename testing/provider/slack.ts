import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";
import { RESPONSE_PATH } from "./slack-click.ts";

const WEBHOOK_PATH = "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";
export const WEBHOOK_URL = `https://hooks.slack.com${WEBHOOK_PATH}`;
export const BOT_TOKEN = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy";
export const CHANNEL_ID = "C123ABC456";

type Part = { type: string; text?: unknown; url?: string; value?: string; elements?: { type: string; text: string }[] };
/** A message of Slack, as far as it is looked at here. */
export type SlackPost = {
  channel?: string;
  thread_ts?: string;
  reply_broadcast?: boolean;
  replace_original?: boolean;
  text: string;
  attachments: { color: string; blocks: { type: string; elements: Part[] }[] }[];
};

/**
 * Slack as its reference has it (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and
 * https://docs.slack.dev/reference/methods/chat.postMessage): a webhook answers in words, the method with `ok`. `instead` is what it answers
 * to a request that is right, in place of taking the message.
 */
export async function playSlack(instead: (post: SlackPost) => ProviderAnswer | undefined = () => undefined) {
  let posted = 0;
  const posts: SlackPost[] = [];
  const { origin, asked } = await playProvider((request) => {
    const post = request.json as SlackPost;
    const isMethod = request.path === "/api/chat.postMessage";
    const error = isMethod ? complaintOfMethod(request) : complaintOfWebhook(request);
    if (error !== undefined && isMethod) return { status: 200, body: { ok: false, error } };
    if (error !== undefined) return { status: error === "no_service" ? 404 : 400, body: error };
    posts.push(post);
    const ts = `150306${++posted}.000200`;
    const taken = isMethod ? { ok: true, channel: CHANNEL_ID, ts, message: { type: "message", text: post.text, ts } } : "ok";
    return instead(post) ?? { status: 200, body: taken };
  });
  const leads = { "https://slack.com": origin, "https://hooks.slack.com": origin };
  return { asked, posts, context: (more: Given = {}) => sendContext({ leads, ...more }) };
}

function complaintOfMethod({ method, headers, json }: ProviderRequest): string | undefined {
  if (method !== "POST") return "method_not_supported_for_channel_type";
  if (headers.authorization === undefined) return "not_authed";
  if (headers.authorization !== `Bearer ${BOT_TOKEN}`) return "invalid_auth";
  const post = json as SlackPost | undefined;
  if (typeof post?.text !== "string" || post.text === "") return "no_text";
  if (post.channel !== CHANNEL_ID) return "channel_not_found";
  if (post.text.length > 40_000) return "msg_too_long";
  return areBlocks(post) ? undefined : "invalid_blocks";
}

function complaintOfWebhook({ method, path, json }: ProviderRequest): string | undefined {
  if (method !== "POST" || ![WEBHOOK_PATH, RESPONSE_PATH].includes(path)) return "no_service";
  const post = json as SlackPost | undefined;
  return typeof post?.text === "string" && areBlocks(post) ? undefined : "invalid_payload";
}

function areBlocks({ attachments }: SlackPost): boolean {
  const blocks = attachments.flatMap((each) => each.blocks);
  const isBlock = ({ type, elements }: (typeof blocks)[number]) =>
    type === "actions" ? elements.every(isButton) && elements.length <= 25 : type === "rich_text" && elements.every(isRich);
  return blocks.length <= 50 && blocks.every(isBlock) && attachments.every(({ color }) => /^#[0-9a-f]{6}$/.test(color));
}

function isButton({ type, text, url = "", value = "" }: Part): boolean {
  const label = text as { type: string; text: string };
  const does = url.length <= 3_000 && value.length <= 2_000 && `${url}${value}` !== "";
  return type === "button" && label.type === "plain_text" && label.text.length <= 75 && does;
}

function isRich({ type, elements = [] }: Part): boolean {
  return ["rich_text_section", "rich_text_preformatted"].includes(type) && elements.every(({ text }) => text.length > 0);
}
