import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { pushoverSettings, type PushoverSettings } from "./settings.ts";

/** Push messages by Pushover. */
export const pushover: Channel<"pushover", PushoverSettings> = { kind: "pushover", settings: pushoverSettings, send };
