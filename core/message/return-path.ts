const HERE = "http://here.invalid";

/**
 * Where to go after signing in: the path asked for when it lies on this very site, `/monitors` otherwise. Another origin gets in by
 * none of the ways a browser reads one: `//host`, `/\host`, a scheme, or a tab or line break in front of any of them.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, HERE)) return "/monitors";
  const url = new URL(wanted, HERE);
  return url.origin === HERE && url.pathname !== "/" ? url.pathname + url.search + url.hash : "/monitors";
}
