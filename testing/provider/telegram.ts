import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

export const BOT_TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
export const CHAT_ID = "-1001234567890";

/** What sendMessage was asked to send, as far as it is looked at here. */
export type TelegramPost = {
  chat_id: string;
  text: string;
  parse_mode: string;
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: boolean };
  reply_markup?: { inline_keyboard: { text: string; url: string }[][] };
};

/** The Bot API as its reference has it (https://core.telegram.org/bots/api): every answer has `ok`, an error its description. */
export async function playTelegram(instead: (post: TelegramPost) => ProviderAnswer | undefined = () => undefined) {
  let sent = 0;
  const posts: TelegramPost[] = [];
  const { origin, asked } = await playProvider((request) => {
    const refused = refusalOf(request);
    if (refused !== undefined) return refused;
    const post = request.json as TelegramPost;
    posts.push(post);
    const result = {
      message_id: 364 + ++sent,
      chat: { id: Number(post.chat_id) },
      date: 1_700_000_000,
      text: visibleTextOf(post.text),
    };
    return instead(post) ?? { status: 200, body: { ok: true, result } };
  });
  return { asked, posts, context: (more: Given = {}) => sendContext({ leads: { "https://api.telegram.org": origin }, ...more }) };
}

/** An error as the Bot API says it. */
export function telegramError(status: number, description: string, parameters?: object): ProviderAnswer {
  return { status, body: { ok: false, error_code: status, description, ...(parameters && { parameters }) } };
}

/** A text without its marks, or null where the marks are none that Telegram knows, or not closed (Bot API, "HTML style"). */
export function visibleTextOf(html: string): string | null {
  const open: string[] = [];
  let isRight = true;
  const text = html.replaceAll(/<(\/?)([^>]*)>/g, (_, slash: string, name: string) => {
    if (!["b", "code", "pre"].includes(name) || (slash !== "" && open.pop() !== name)) isRight = false;
    if (slash === "") open.push(name);
    return "";
  });
  if (!isRight || open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot);)/.test(text)) return null;
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function refusalOf({ method, path, json }: ProviderRequest): ProviderAnswer | undefined {
  if (!path.startsWith("/bot")) return telegramError(404, "Not Found");
  if (!path.startsWith(`/bot${BOT_TOKEN}/`)) return telegramError(401, "Unauthorized");
  if (method !== "POST" || path !== `/bot${BOT_TOKEN}/sendMessage`) return telegramError(404, "Not Found: method not found");
  const post = json as TelegramPost | undefined;
  if (post === undefined || !/^(?:-?\d+|@\w+)$/.test(post.chat_id)) return telegramError(400, "Bad Request: chat not found");
  const text = post.parse_mode === "HTML" ? visibleTextOf(post.text) : post.text;
  if (text === null) return telegramError(400, "Bad Request: can't parse entities: unsupported start tag");
  if (text === "") return telegramError(400, "Bad Request: message text is empty");
  if (text.length > 4_096) return telegramError(400, "Bad Request: message is too long");
  const urls = post.reply_markup?.inline_keyboard.flat().map(({ url }) => new URL(url).hostname) ?? [];
  if (urls.some((host) => !host.includes(".")))
    return telegramError(400, "Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL");
  return undefined;
}
