import type { ComponentType } from "react";
import type { ChannelKind } from "#core/channel/channel.ts";
import { DiscordIcon } from "./discord/icon.tsx";
import { EmailIcon } from "./email/icon.tsx";
import { NtfyIcon } from "./ntfy/icon.tsx";
import { OpsgenieIcon } from "./opsgenie/icon.tsx";
import { PagerdutyIcon } from "./pagerduty/icon.tsx";
import { PhoneIcon } from "./phone/icon.tsx";
import { PushoverIcon } from "./pushover/icon.tsx";
import { SlackIcon } from "./slack/icon.tsx";
import { SmsIcon } from "./sms/icon.tsx";
import { TeamsIcon } from "./teams/icon.tsx";
import { TelegramIcon } from "./telegram/icon.tsx";
import { WebhookIcon } from "./webhook/icon.tsx";

type Icon = ComponentType<{ className?: string }>;

/** The glyph of each kind of channel. */
const ICONS = {
  email: EmailIcon,
  sms: SmsIcon,
  phone: PhoneIcon,
  slack: SlackIcon,
  discord: DiscordIcon,
  teams: TeamsIcon,
  telegram: TelegramIcon,
  ntfy: NtfyIcon,
  pushover: PushoverIcon,
  pagerduty: PagerdutyIcon,
  opsgenie: OpsgenieIcon,
  webhook: WebhookIcon,
} satisfies { [Kind in ChannelKind]: Icon };

/** The glyph of a kind of channel, beside its name. */
export function ChannelIcon({ kind, className = "size-5 shrink-0" }: { kind: ChannelKind; className?: string }) {
  const KindIcon: Icon = ICONS[kind];
  return <KindIcon className={className} />;
}
