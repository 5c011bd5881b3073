/**
 * What each of our commands begins with, and its answer (RFC 9051 section 2.2.1). A stage has one command, so that no tag is said twice in a
 * dialogue.
 */
export const TAGS = { capability: "a1", starttls: "a2", "capability-tls": "a3", login: "a4", select: "a5", logout: "a6" } as const;
