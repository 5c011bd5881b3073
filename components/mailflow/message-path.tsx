import type { DelayedHop } from "#core/arrival/arrival.ts";
import { delayText } from "#core/mailflow/delay-text.ts";

/** The way of a message, from the first server that wrote a trace field to the last, and how long each hop took. */
export function MessagePath({ hops }: { hops: readonly DelayedHop[] }) {
  if (hops.length === 0) return <p className="text-muted">No server wrote a trace field.</p>;
  return (
    <ol aria-label="Path of the message" className="grid">
      {hops.map((hop, index) => (
        <li key={index} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-2 last:border-b-0">
          <span className="font-mono text-xs wrap-anywhere">
            {hop.from ?? "somebody"} <span aria-label="to">→</span> {hop.by ?? "somebody"}
          </span>
          <span className="text-sm tabular-nums">{hop.delayMs === null ? "–" : delayText(hop.delayMs)}</span>
          <span className="text-sm text-muted wrap-anywhere">
            {hop.protocol ?? "unknown protocol"}, {encryptionText(hop.tls)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function encryptionText(tls: DelayedHop["tls"]): string {
  if (typeof tls === "string") return tls;
  if (tls === null) return "does not say whether it was encrypted";
  return tls ? "encrypted" : "not encrypted";
}
