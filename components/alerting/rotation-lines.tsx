/** Rotations in words, the first one below the others. */
export function RotationLines({ lines }: { lines: readonly string[] }) {
  return (
    <ol className="mb-4 grid max-w-prose gap-1">
      {lines.map((line) => (
        <li key={line} className="wrap-anywhere">
          {line}
        </li>
      ))}
    </ol>
  );
}
