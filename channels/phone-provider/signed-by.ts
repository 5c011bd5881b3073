import type { PhoneProvider, ProviderRequest } from "./provider.ts";
import { providersOf } from "./providers.ts";

/** The provider of the operator's, by its name, that has signed a request about a call; null where none has. */
export function signedBy(phoneUrls: readonly string[], name: string, request: ProviderRequest): PhoneProvider | null {
  return providersOf(phoneUrls).find((provider) => provider.name === name && provider.hasSigned(request)) ?? null;
}

/** The same, of a request that says what came of a text or a call. */
export function reportSignedBy(phoneUrls: readonly string[], name: string, request: ProviderRequest): PhoneProvider | null {
  return providersOf(phoneUrls).find((provider) => provider.name === name && provider.hasSignedReport(request)) ?? null;
}
