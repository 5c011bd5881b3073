import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { teamsSettings, type TeamsSettings } from "./settings.ts";

/** Cards in a channel or a chat of Microsoft Teams. */
export const teams: Channel<"teams", TeamsSettings> = { kind: "teams", settings: teamsSettings, send };
