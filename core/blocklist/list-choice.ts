import type { DnsList } from "./dns-list.ts";

/** A list as a form offers it; one that `lacksKey` is not asked while there is none. */
export type ListChoice = Pick<DnsList, "id" | "name" | "weight" | "operator" | "holds" | "terms"> & { lacksKey: boolean };
