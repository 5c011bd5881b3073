import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { telegramSettings, type TelegramSettings } from "./settings.ts";

/** Messages in a chat of Telegram. */
export const telegram: Channel<"telegram", TelegramSettings> = { kind: "telegram", settings: telegramSettings, send };
