import type { TlsSettings } from "../player.ts";
import { startTls } from "../steps.ts";
import type { Dialogue } from "../steps.ts";
import { good } from "./good.ts";

/** Everything as it should be, in TLS from the first byte (RFC 8314). */
export const implicitGood = (settings: TlsSettings): Dialogue => [startTls(settings), ...good];
