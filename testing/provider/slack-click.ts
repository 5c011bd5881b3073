import { createHmac } from "node:crypto";
import { slackPayload } from "#channels/slack/payload.ts";
import type { Message } from "#core/message/message.ts";

/** Where the answer to a click goes: it stands in what Slack tells of the click. */
export const RESPONSE_PATH = "/actions/T1DC2JH3J/1234567890/nMA1ZbUWyHhjGlZkbnCrtVZs";
const RESPONSE_URL = `https://hooks.slack.com${RESPONSE_PATH}`;

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

/** Whom and what a test lets Slack tell of. */
type Wishes = {
  message: Message;
  /** Which button, by its place; the first is "Acknowledge" where there is something to acknowledge. */
  button?: number;
  user?: { id: string; username?: string; name?: string };
  channel?: string;
  responseUrl?: string;
  secret?: string;
  atMs?: number;
};

/**
 * A press of a button as Slack tells it to the Request URL of an app (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload):
 * the message as Slack keeps it, with ids of its own and a colour without `#`, signed.
 */
export function slackClick(wishes: Wishes): { body: string; headers: Headers } {
  const { button = 0, channel = "mail", responseUrl = RESPONSE_URL, secret = SIGNING_SECRET, atMs = Date.now() } = wishes;
  const message = slackPayload(wishes.message, true);
  const attachments = message.attachments.map(({ color, blocks }, index) => ({
    id: index + 1,
    color: color.slice(1),
    fallback: "[no preview available]",
    blocks: blocks.map((block, at) => ({ ...block, block_id: `b${at}` })),
  }));
  const actions = attachments[0]!.blocks.find((block) => "type" in block && block.type === "actions") as unknown as {
    elements: object[];
  };
  const payload = {
    type: "block_actions",
    user: wishes.user ?? { id: "U2CERLKJA", username: "roadrunner", name: "roadrunner", team_id: "T1DC2JH3J" },
    api_app_id: "A02",
    token: "Shh_its_a_seekrit",
    container: {
      type: "message_attachment",
      message_ts: "1548261231.000200",
      channel_id: "C123ABC456",
      attachment_id: 1,
      is_ephemeral: false,
    },
    trigger_id: "12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3",
    team: { id: "T1DC2JH3J", domain: "testteamnow" },
    channel: { id: "C123ABC456", name: channel },
    message: { type: "message", bot_id: "B1", text: message.text, ts: "1548261231.000200", attachments },
    response_url: responseUrl,
    actions: [{ ...actions.elements[button], block_id: "b1", action_ts: "1548426417.840180" }],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const timestamp = String(Math.floor(atMs / 1_000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  const headers = new Headers({
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": signature,
  });
  return { body, headers };
}
