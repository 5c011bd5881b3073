// Read by the form in the browser, too: nothing here may bring the schema library with it.

/** What a name may hold besides ASCII: letters with their marks, digits, and the full stops of other scripts (RFC 3490 section 3.1). */
const UNICODE_NAME = /^[\p{L}\p{M}\p{N}.。．｡-]+$/u;

/**
 * The domain in what somebody typed or pasted: of a mail address or a link what stands for the domain, of `bücher.example` its A-labels as the DNS
 * has them (UTS 46, not transitional, as browsers do it). What is no domain is left as it is, for the form to say so.
 */
export function domainTyped(typed: string): string {
  const link = /^(?:https?:\/\/([^/?#]*)|mailto:([^?]*))/i.exec(typed.trim());
  const text = link === null ? typed.trim() : (link[1] ?? link[2]!);
  return inALabels(text.slice(text.lastIndexOf("@") + 1));
}

function inALabels(name: string): string {
  if (!UNICODE_NAME.test(name) || /^[\w.-]*$/.test(name)) return name;
  return URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
}
