import type { TlsSettings } from "../player.ts";
import { expect, send, startTls } from "../steps.ts";
import type { Dialogue, Step } from "../steps.ts";
import { starttlsThen } from "./starttls-then.ts";

/** STARTTLS as it should be up to the farewell, and then this. */
export const starttlsLeft = (settings: TlsSettings, ...steps: Step[]): Dialogue =>
  starttlsThen(
    startTls(settings),
    expect(/^EHLO /),
    send("250 mx.example\r\n"),
    expect(/^QUIT$/),
    send("221 2.0.0 bye\r\n"),
    ...steps,
  );
