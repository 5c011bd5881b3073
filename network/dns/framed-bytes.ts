const HEADER_BYTES = 12;
/** Type and class; with a record, its TTL and length too. */
const QUESTION_BYTES = 4;
const RECORD_BYTES = 10;

/**
 * How long a message is by its own account: its counts, and of each record the length that it gives (RFC 1035 section 4.1). Throws a RangeError
 * where it ends before that.
 */
export function framedBytes(message: Buffer): number {
  const [questions, ...sections] = [4, 6, 8, 10].map((at) => message.readUInt16BE(at));
  let at = HEADER_BYTES;
  for (let left = questions!; left > 0; left -= 1) at = afterName(message, at) + QUESTION_BYTES;
  for (let left = sections.reduce((sum, count) => sum + count, 0); left > 0; left -= 1) {
    at = afterName(message, at) + RECORD_BYTES;
    at += message.readUInt16BE(at - 2);
  }
  return at;
}

/** Labels, each after its length, up to the root or a pointer (section 4.1.4). */
function afterName(message: Buffer, from: number): number {
  for (let at = from; ;) {
    const length = message.readUInt8(at);
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2;
    at += 1 + length;
  }
}
