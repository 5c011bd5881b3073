/** Whether a host is what a pattern names: the very name, or one label in place of "*" (RFC 8461 section 4.1, RFC 6125 section 6.4.3). */
export function hostMatches(host: string, pattern: string): boolean {
  const [name, wanted] = [host.toLowerCase(), pattern.toLowerCase()];
  if (!wanted.startsWith("*.")) return name === wanted;
  const dot = name.indexOf(".");
  return dot > 0 && name.slice(dot + 1) === wanted.slice(2);
}
