import type { Channel } from "../channel.ts";
import { send } from "./send.ts";
import { pagerdutySettings, type PagerdutySettings } from "./settings.ts";

/** Alerts of a service of PagerDuty. */
export const pagerduty: Channel<"pagerduty", PagerdutySettings> = { kind: "pagerduty", settings: pagerdutySettings, send };
