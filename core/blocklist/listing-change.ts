/** An entry came onto a list, or off it, at an instant (epoch milliseconds). `codes` are those of the listing, `text` what the list said of it. */
export type ListingChange = { entry: string; list: string; isListed: boolean; at: number; codes: string[]; text: string | null };
