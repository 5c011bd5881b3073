import type { MessageTone } from "#core/message/message-facts.ts";

/** The colour of each tone where a product shows one beside a message, as in HTML; the title says the same in words. */
export const TONE_COLOURS: Record<MessageTone, `#${string}`> = {
  bad: "#d92d20",
  warning: "#dc8a00",
  good: "#16853e",
  neutral: "#6b7280",
};
