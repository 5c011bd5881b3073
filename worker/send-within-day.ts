import type { SendOutcome } from "#channels/channel.ts";
import type { ChannelKind } from "#core/channel/channel.ts";
import { settlePhonePlace } from "#db/phone-use/settle-phone-place.ts";
import { takePhonePlace, type PhoneKind } from "#db/phone-use/take-phone-place.ts";
import type { Roads } from "./roads.ts";

const WHAT = { sms: "SMS", phone: "calls" } as const;

/** Whether what goes out on a channel of a kind is paid for by the piece. */
export function isByPhone(kind: ChannelKind): kind is PhoneKind {
  return kind === "sms" || kind === "phone";
}

/** Sends within what a team may have in a day; over it gives up, so that another road is taken. What goes wrong in sending costs no place. */
export async function sendWithinDay(
  teamId: number,
  kind: PhoneKind,
  { mostPerDay }: Pick<Roads, "mostPerDay">,
  send: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const most = mostPerDay[kind];
  const place = await takePhonePlace(teamId, kind, most);
  if (place === null) {
    const reason = `Your team has had ${most} ${WHAT[kind]} today, which is as many as it may have in a day (UTC).`;
    return { sent: false, next: "give-up", reason };
  }
  let used = 0;
  try {
    const outcome = await send();
    used = outcome.used ?? 0;
    return outcome;
  } finally {
    await settlePhonePlace(place, used);
  }
}
