import { z } from "zod";
import { shortened } from "#core/text/shortened.ts";
import { visibleText } from "#core/text/visible-text.ts";
import type { HttpRequest } from "#network/http-client.ts";
import { jsonRequest } from "../json-request.ts";
import { ACKNOWLEDGE } from "./payload.ts";

/** Where Slack takes an answer to a click, for half an hour. */
const RESPONSE_URL = /^https:\/\/hooks\.slack(?:-gov)?\.com\/actions\/[\w/-]+$/;
/** What Slack calls conversations that have no name to show. */
const NAMELESS = ["directmessage", "privategroup"];
const MAX_NAME_CHARS = 80;

const blockSchema = z.looseObject({
  type: z.string(),
  elements: z.array(z.looseObject({ action_id: z.string().optional() })).optional(),
});
const messageSchema = z.object({
  text: z.string(),
  attachments: z.array(z.object({ color: z.string().optional(), blocks: z.array(blockSchema).optional() })),
});
const clickSchema = z.object({
  type: z.literal("block_actions"),
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  channel: z.object({ name: z.string().optional() }).optional(),
  response_url: z.string().regex(RESPONSE_URL).optional().catch(undefined),
  message: messageSchema.optional().catch(undefined),
  actions: z.array(z.looseObject({ action_id: z.string(), value: z.string().optional() })),
});

/**
 * A press of "Acknowledge" in Slack: the link that the button carries, who pressed it ("ada in Slack #mail"), and what is needed to show it in
 * the message. Nothing in it is to be believed before its request is known to be Slack's.
 */
export type SlackClick = { link: string; by: string; responseUrl: string | null; message: z.infer<typeof messageSchema> | null };

/** Reads the body of an interaction (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload); null for any other. */
export function readSlackClick(body: string): SlackClick | null {
  const read = clickSchema.safeParse(jsonOf(new URLSearchParams(body).get("payload")));
  const link = read.data?.actions.find(({ action_id: action }) => action === ACKNOWLEDGE)?.value;
  if (!read.success || link === undefined) return null;
  const { user, channel, response_url: responseUrl = null, message = null } = read.data;
  const name = shortened(visibleText(user.username ?? user.name ?? user.id), MAX_NAME_CHARS);
  const where =
    channel?.name === undefined || NAMELESS.includes(channel.name)
      ? ""
      : ` #${shortened(visibleText(channel.name), MAX_NAME_CHARS)}`;
  return { link, by: `${name} in Slack${where}`, responseUrl, message };
}

/** The request that shows in the message what came of a click, in place of the button; null where Slack has not said how. */
export function slackAnswer({ responseUrl, message }: SlackClick, sentence: string): HttpRequest | null {
  if (responseUrl === null || message === null) return null;
  const said = { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: sentence }] }] };
  const attachments = message.attachments.map(({ color, blocks = [] }, index) => ({
    color: color?.replace(/^(?=[0-9a-f]{6}$)/i, "#"),
    blocks: [...blocks.map(withoutButton), ...(index === 0 ? [said] : [])],
  }));
  const asItIs = { mrkdwn: false, parse: "none", link_names: false, unfurl_links: false, unfurl_media: false };
  return jsonRequest(responseUrl, { replace_original: true, text: message.text, ...asItIs, attachments });
}

function withoutButton(block: z.infer<typeof blockSchema>) {
  if (block.type !== "actions") return block;
  return { ...block, elements: block.elements?.filter(({ action_id: action }) => action !== ACKNOWLEDGE) };
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null; // whoever asked is not Slack
  }
}
