import type { Channel, SendContext, SendOutcome } from "../channel.ts";
import { countryComplaint } from "../phone-provider/phone-number.ts";
import { sendInOrder } from "../phone-provider/send-in-order.ts";
import { phoneSettings, type PhoneSettings } from "./settings.ts";

/** Calls that say what there is to say, and take a key. What a call says, a message or a code, is fetched when somebody answers. */
export const phone: Channel<"phone", PhoneSettings> = {
  kind: "phone",
  settings: phoneSettings,
  send: (settings, _, context) => call(settings, context),
  sendCode: (settings, _, context) => call(settings, context),
};

async function call({ number: to }: PhoneSettings, context: SendContext): Promise<SendOutcome> {
  const complaint = countryComplaint(to, context.phoneCountries);
  if (complaint !== null) return { sent: false, next: "give-up", reason: complaint };
  return sendInOrder(to, context, (provider, ask) =>
    provider.makeCall({ to, url: `${context.callUrl}/${provider.name}`, reportUrl: `${context.reportUrl}/${provider.name}` }, ask),
  );
}
