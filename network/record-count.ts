/** What every record has: type, version and length (RFC 5246 section 6.2.1). */
const HEADER_BYTES = 5;

/** TLS 1.2 sends part of the nonce with each record, but for ChaCha20 (RFC 5288 section 3, RFC 7905 section 2). */
const NONCE_BYTES = 8;

/** In TLS 1.3 the type of what is in a record is part of it (RFC 8446 section 5.2). */
const INNER_TYPE_BYTES = 1;

/** Told so much of a connection, one can tell whether anything but data came through its TLS. */
export class RecordCount {
  readonly #wire: { readonly bytesRead: number };
  readonly #addedBytes: number | null;
  #dataBytes = 0;
  #mark = 0;

  /** `wire` counts every byte that arrives; what came before now is left out. */
  constructor(wire: { readonly bytesRead: number }, protocol: string, cipher: string) {
    this.#wire = wire;
    this.#addedBytes = addedBytes(protocol, cipher);
    this.#dataBytes = wire.bytesRead;
  }

  /** A record with so many bytes of data was read. */
  add(length: number): void {
    this.#dataBytes += length + (this.#addedBytes ?? 0);
  }

  /** From now on it is watched whether anything else comes. */
  mark(): void {
    this.#mark = this.#otherBytes;
  }

  /** Whether nothing but data has come since the mark; null where records are not all longer than their data by the same. */
  get hasOnlyData(): boolean | null {
    return this.#addedBytes === null ? null : this.#otherBytes === this.#mark;
  }

  get #otherBytes(): number {
    return this.#wire.bytesRead - this.#dataBytes;
  }
}

/** By how much a record is longer than the data in it; null where that depends on the data. */
function addedBytes(protocol: string, cipher: string): number | null {
  const mode = /_(GCM|CCM|CCM_8|CHACHA20_POLY1305)(?:_SHA\d+)?$/.exec(cipher)?.[1];
  if (mode === undefined) return null;
  const tagBytes = mode === "CCM_8" ? 8 : 16;
  if (protocol === "TLSv1.3") return HEADER_BYTES + INNER_TYPE_BYTES + tagBytes;
  return HEADER_BYTES + tagBytes + (mode === "CHACHA20_POLY1305" ? 0 : NONCE_BYTES);
}
