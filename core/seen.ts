import type { Facts } from "./result.ts";

/** What is kept of the facts of the latest check that saw something new. */
export type SeenFacts = Pick<Facts, "addresses" | "address" | "banner" | "capabilities" | "tls" | "certificate">;
