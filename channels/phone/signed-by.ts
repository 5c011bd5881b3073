import type { CallRequest, VoiceProvider } from "../phone-provider/provider.ts";
import { providersOf } from "../phone-provider/providers.ts";

/** The provider of the operator's, by its name, that has signed a request about a call; null where none has. */
export function signedBy(phoneUrls: readonly string[], name: string, request: CallRequest): VoiceProvider | null {
  return providersOf(phoneUrls).find((provider) => provider.name === name && provider.hasSigned(request)) ?? null;
}
