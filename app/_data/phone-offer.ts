import { countryComplaint } from "#channels/phone-provider/phone-number.ts";
import type { KindOfChannel, ReadSettings } from "#channels/settings-by-kind.ts";
import type { ChannelKind } from "#core/channel/channel.ts";
import { phoneUseWords } from "#core/channel/phone-use-words.ts";
import { readPhoneUse } from "#db/phone-use/read-phone-use.ts";
import { env } from "#env.ts";

/** Why a kind of channel cannot be set up here; null where it can. */
export function whyNotOffered({ isByPhone }: Pick<KindOfChannel, "isByPhone">): string | null {
  if (!isByPhone || env.PHONE_URLS.length > 0) return null;
  return "Whoever runs this Ehlowatch has not set up a provider for SMS and calls.";
}

/** What is wrong with a number that was typed, by the settings of whoever runs this: where it may not go; null where nothing is. */
export function numberComplaint({ isByPhone }: KindOfChannel, { addressToVerify }: ReadSettings): string | null {
  return isByPhone && addressToVerify !== null ? countryComplaint(addressToVerify, env.PHONE_COUNTRIES) : null;
}

/** What a team has used of its SMS or calls today, in a sentence; null where a kind is not paid for by the piece. */
export async function phoneUseOf(teamId: number, kind: ChannelKind): Promise<string | null> {
  if (kind !== "sms" && kind !== "phone") return null;
  const most = { sms: env.SMS_PER_DAY, phone: env.CALLS_PER_DAY }[kind];
  const price = { sms: env.SMS_PRICE, phone: env.CALL_PRICE }[kind];
  return phoneUseWords(kind, await readPhoneUse(teamId, kind), most, price ?? null);
}
