import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { discordSettings, type DiscordSettings } from "./settings.ts";

/** Messages in a text channel of Discord. */
export const discord: Channel<"discord", DiscordSettings> = { kind: "discord", settings: discordSettings, send };
