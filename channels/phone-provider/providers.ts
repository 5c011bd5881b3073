import { plivo } from "./plivo.ts";
import type { Account, PhoneProvider, ProviderName } from "./provider.ts";
import { twilio } from "./twilio.ts";

const PROVIDERS: Record<ProviderName, (account: Account) => PhoneProvider> = { twilio, plivo };

/**
 * The providers of the operator's setting, in its order: `twilio://SID:TOKEN@api.twilio.com/?from=%2B15550100&sender=Ehlowatch`. What is not
 * percent-encoded is read as it stands. `twilio+http://` asks in the clear, for a gateway beside us.
 */
export function providersOf(urls: readonly string[]): PhoneProvider[] {
  return urls.map((text) => {
    const { protocol, host, username, password, searchParams } = new URL(text);
    const [name = "", scheme = "https"] = protocol.replace(":", "").split("+");
    const from =
      searchParams
        .get("from")
        ?.trim()
        .replace(/^(?!\+)/, "+") ?? ""; // a plus that was not encoded has become a space
    return PROVIDERS[name as ProviderName]({
      origin: `${scheme}://${host}`,
      user: decodeURIComponent(username),
      token: decodeURIComponent(password),
      from,
      sender: searchParams.get("sender") ?? from,
    });
  });
}
