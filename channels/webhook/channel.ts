import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { webhookSettings, type WebhookSettings } from "./settings.ts";

/** Messages as signed JSON to a URL. */
export const webhook: Channel<"webhook", WebhookSettings> = { kind: "webhook", settings: webhookSettings, send };
