/**
 * A whole SMTP reply (RFC 5321 section 4.2): one code, one line of text or more.
 * `enhanced` is the enhanced status code of the first line, such as "4.3.1" (RFC 3463), where the server sent one.
 */
export type Reply = { code: number; enhanced: string | null; lines: string[] };
