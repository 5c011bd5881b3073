import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { slackSettings, type SlackSettings } from "./settings.ts";

/** Messages in a channel of Slack. */
export const slack: Channel<"slack", SlackSettings> = { kind: "slack", settings: slackSettings, send };
