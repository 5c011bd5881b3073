import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { ntfySettings, type NtfySettings } from "./settings.ts";

/** Push messages by a topic of ntfy. */
export const ntfy: Channel<"ntfy", NtfySettings> = { kind: "ntfy", settings: ntfySettings, send };
