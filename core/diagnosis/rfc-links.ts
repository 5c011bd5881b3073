const ONE = /^RFC (\d+)(?: section ([\d.]+))?$/;

/** The rules a diagnosis names ("RFC 3207 section 4, RFC 8314"), each with the address where it can be read. */
export function rfcLinks(rfc: string): { text: string; href: string }[] {
  return rfc.split(", ").map((text) => {
    const [, number, section] = ONE.exec(text) ?? [];
    return { text, href: `https://www.rfc-editor.org/rfc/rfc${number}.html${section ? `#section-${section}` : ""}` };
  });
}
