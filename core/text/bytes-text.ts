const UNITS = ["KiB", "MiB", "GiB", "TiB"] as const;

/** A size in bytes as people read it: "512 bytes", "8.0 KiB", "181 MiB", "4.2 GiB". */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length);
  const size = bytes / 1024 ** power;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[power - 1]}`;
}
