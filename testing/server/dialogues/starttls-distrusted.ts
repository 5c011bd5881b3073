import type { TlsSettings } from "../player.ts";
import { expect, send, startTls } from "../steps.ts";
import type { Dialogue } from "../steps.ts";
import { starttlsThen } from "./starttls-then.ts";

/** STARTTLS whose certificate the client refuses: the next it says is farewell. */
export const starttlsDistrusted = (settings: TlsSettings): Dialogue =>
  starttlsThen(startTls(settings), expect(/^QUIT$/), send("221 2.0.0 bye\r\n"));
