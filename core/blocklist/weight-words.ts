import type { Weight } from "./dns-list.ts";

/** How much a list matters, in a word and in a sentence. */
export const WEIGHT_WORDS: Record<Weight, { name: string; about: string }> = {
  heavy: { name: "Heavy", about: "Many servers refuse mail by it: being on it is down." },
  medium: { name: "Medium", about: "Some servers refuse mail by it, most count it: being on it is degraded." },
  light: { name: "Light", about: "Hardly any server refuses mail by it: being on it is only told here." },
};

/** What a list holds, for people. */
export const SUBJECT_WORDS = { ipv4: "IPv4", ipv6: "IPv6", domain: "domains" } as const;
