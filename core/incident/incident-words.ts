/** What people write about an incident, and how many characters each may have. */
export const MOST_CHARS = { note: 5_000, why: 500, "post-mortem": 20_000 } as const;

type What = keyof typeof MOST_CHARS;

const NAMES = { note: "A note", why: "The reason", "post-mortem": "A post-mortem" } as const satisfies Record<What, string>;
const MISSING = {
  note: "Write something first.",
  why: "Say in a few words why it is over.",
  "post-mortem": "Write something first.",
} as const satisfies Record<What, string>;

/** What somebody typed about an incident, as it is kept, or what is wrong with it. Plain text: line breaks stay, blank ends go. */
export function parseIncidentWords(typed: string, what: What): { ok: true; words: string } | { ok: false; complaint: string } {
  const words = typed.replaceAll("\0", "").replace(/\r\n?/g, "\n").trim();
  if (words === "") return { ok: false, complaint: MISSING[what] };
  const [most, length] = [MOST_CHARS[what], words.length];
  if (length <= most) return { ok: true, words };
  return { ok: false, complaint: `${NAMES[what]} has at most ${inFull(most)} characters, and this has ${inFull(length)}.` };
}

function inFull(count: number): string {
  return count.toLocaleString("en");
}
