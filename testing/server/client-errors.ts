/** The client did what the dialogue does not have; `line` is what it said, where it said something. */
export class Surprise extends Error {
  constructor(
    message: string,
    readonly line: string | null = null,
  ) {
    super(message);
  }
}

/** The client has left, which ends a dialogue wherever it is. */
export class ClientLeft extends Error {}
