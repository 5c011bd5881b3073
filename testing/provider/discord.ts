import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

const PATH =
  "/api/webhooks/1234567890/3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba2939e72279b94526ff5d1bd4358d65cf11";
export const WEBHOOK_URL = `https://discord.com${PATH}`;

type Embed = { title: string; url: string; description: string; color: number; fields: { name: string; value: string }[] };
/** What the webhook was given, as far as it is looked at here. */
export type DiscordPost = { embeds: Embed[]; allowed_mentions: { parse: string[] } };

/** "Execute Webhook" as its reference has it (https://discord.com/developers/docs/resources/webhook#execute-webhook). */
export async function playDiscord(instead: (post: DiscordPost) => ProviderAnswer | undefined = () => undefined) {
  const posts: DiscordPost[] = [];
  const { origin, asked } = await playProvider((request) => {
    const refused = refusalOf(request);
    if (refused !== undefined) return refused;
    const post = request.json as DiscordPost;
    posts.push(post);
    const isAwaited = request.query.get("wait") === "true";
    const saved = { id: `98765432100000000${posts.length}`, type: 0, content: "", embeds: post.embeds, webhook_id: "1234567890" };
    return instead(post) ?? (isAwaited ? { status: 200, body: saved } : { status: 204 });
  });
  return { asked, posts, context: (more: Given = {}) => sendContext({ leads: { "https://discord.com": origin }, ...more }) };
}

/** An error as Discord says it (https://discord.com/developers/docs/topics/opcodes-and-status-codes). */
export function discordError(status: number, code: number, message: string): ProviderAnswer {
  return { status, body: { message, code } };
}

function refusalOf({ method, path, json }: ProviderRequest): ProviderAnswer | undefined {
  if (!path.startsWith("/api/webhooks/1234567890/")) return discordError(404, 10_015, "Unknown Webhook");
  if (path !== PATH) return discordError(401, 50_027, "Invalid Webhook Token");
  if (method !== "POST") return discordError(405, 0, "405: Method Not Allowed");
  const { embeds = [] } = (json ?? {}) as Partial<DiscordPost>;
  if (embeds.length === 0) return discordError(400, 50_006, "Cannot send an empty message");
  return embeds.length <= 10 && embeds.every(isEmbed) ? undefined : discordError(400, 50_035, "Invalid Form Body");
}

/** The limits of "Embed Limits"; a text of nothing but spaces counts as none. */
function isEmbed({ title, url, description, color, fields }: Embed): boolean {
  const lengths = [title, description, ...fields.flatMap(({ name, value }) => [name, value])].map((each) => each.trim().length);
  return (
    URL.canParse(url) &&
    Number.isInteger(color) &&
    color >= 0 &&
    color <= 0xffffff &&
    lengths.every((length) => length > 0) &&
    lengths.reduce((sum, length) => sum + length, 0) <= 6_000 &&
    title.length <= 256 &&
    description.length <= 4_096 &&
    fields.length <= 25 &&
    fields.every(({ name, value }) => name.length <= 256 && value.length <= 1_024)
  );
}
