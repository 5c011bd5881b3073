const RFC = /^RFC (\d+)(?: section ([\d.]+))?$/;
/** A draft by its name, which has no number yet. */
const DRAFT = /^(draft-[\w-]+)(?: section ([\d.]+))?$/;

/** The rules a diagnosis or a finding names ("RFC 3207 section 4, RFC 8314"), each with the address where it can be read. */
export function rfcLinks(rules: string): { text: string; href: string }[] {
  return rules.split(", ").map((text) => {
    const [, draft, ofDraft] = DRAFT.exec(text) ?? [];
    if (draft !== undefined) return { text, href: `https://datatracker.ietf.org/doc/html/${draft}${fragment(ofDraft)}` };
    const [, number, section] = RFC.exec(text) ?? [];
    return { text, href: `https://www.rfc-editor.org/rfc/rfc${number}.html${fragment(section)}` };
  });
}

function fragment(section: string | undefined): string {
  return section === undefined ? "" : `#section-${section}`;
}
