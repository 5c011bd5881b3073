/** Which way to the server the lines below were said on. It stays in sight while they are scrolled. */
export function PathHeading({ path }: { path: string }) {
  return (
    <p className="sticky top-0 z-1 border-b border-line bg-sunken px-3 py-1.5 text-xs font-medium">
      <span className="font-normal text-muted">over</span> {path}
    </p>
  );
}
