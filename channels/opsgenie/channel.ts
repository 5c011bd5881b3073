import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { opsgenieSettings, type OpsgenieSettings } from "./settings.ts";

/** Alerts of Opsgenie or Jira Service Management. */
export const opsgenie: Channel<"opsgenie", OpsgenieSettings> = { kind: "opsgenie", settings: opsgenieSettings, send };
