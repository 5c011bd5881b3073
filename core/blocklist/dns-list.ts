/** How much it matters to be on a list. `heavy`: many servers refuse mail by it. `medium`: some do, most count it. `light`: hardly anybody refuses by it. */
export const WEIGHTS = ["heavy", "medium", "light"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** What can be asked about. */
export const SUBJECTS = ["ipv4", "ipv6", "domain"] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * What one answer of a list means. `weight` is that of the list where none is given. `fine`: the list knows the entry, and speaks for it or of nothing
 * bad. `refusal`: the list does not want to answer us.
 */
export type Code = { says: string; weight?: Weight; means?: "fine" | "refusal" };

/**
 * How the answers of a list are read (RFC 5782 section 2.3). By whole addresses, where one that is not `known` means listed or, where `areOthersListed`
 * is false, nothing we understand; or by the bits of the last byte, several of which can be set.
 */
export type Codes =
  | { by: "address"; known: Readonly<Record<string, Code>>; areOthersListed: boolean }
  | { by: "bit"; known: Readonly<Record<number, Code>> };

/** The entries by which a list is tested: one that is always on it, and one that never is. */
export type TestEntries = { listed: string; unlisted: string };

/** A list that is asked over the DNS (RFC 5782). `zone` is null where the public is not answered; `keyed.zone` has `{key}` where the key stands. */
export type DnsList = {
  id: string;
  name: string;
  zone: string | null;
  keyed?: { zone: string; url: string };
  operator: string;
  holds: readonly Subject[];
  weight: Weight;
  /** Why it has this weight. */
  why: string;
  codes: Codes;
  /** Who may ask it, and where that stands. */
  terms: { says: string; url: string };
  /** Where one asks to be taken off, or reads how; null where nobody knows. */
  delistUrl: string | null;
  /** Where they are others than those of RFC 5782 section 5. */
  tests?: Partial<Record<Subject, TestEntries>>;
};

/** The entries that every list has for tests (RFC 5782 section 5). */
export const USUAL_TESTS: Record<Subject, TestEntries> = {
  ipv4: { listed: "127.0.0.2", unlisted: "127.0.0.1" },
  ipv6: { listed: "::ffff:7f00:2", unlisted: "::ffff:7f00:1" },
  domain: { listed: "test", unlisted: "invalid" },
};

export function testEntries(list: Pick<DnsList, "tests">, subject: Subject): TestEntries {
  return list.tests?.[subject] ?? USUAL_TESTS[subject];
}

/** Where a list is asked: with the key where there is one and it knows keys, else where the public is; null where it answers nobody without one. */
export function zoneOf({ zone, keyed }: Pick<DnsList, "zone" | "keyed">, key: string | null): string | null {
  return keyed !== undefined && key !== null ? keyed.zone.replace("{key}", key) : zone;
}

/** Every address within 127/8 means listed. */
export const ANY_CODE: Codes = { by: "address", known: {}, areOthersListed: true };
