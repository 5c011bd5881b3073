/** "%{ir}", with how many labels are kept, whether they are turned around, and what parts them (RFC 7208 section 7.1). */
const MACRO = /%\{[slodiphcrtv](?:[1-9]\d{0,2})?r?[.\-+,/_=]*\}/gi;
/** Letters that only an explanation may use (section 7.2). */
const ONLY_EXPLAINS = /%\{[crt]/i;
const ESCAPE = /%[%_-]/g;
const LITERALS = /^[\u0021-\u007e]*$/;
/** The last label of a name is not a number only (section 7.1, toplabel). */
const TOP_LABEL = /(?:^|\.)(?=[a-z0-9-]*[a-z-])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.?$/i;

/** Whether a text may stand where macros are read. Whatever is no macro has no % left. */
export function isMacroString(text: string, use: "name" | "explanation" = "name"): boolean {
  if (use === "name" && ONLY_EXPLAINS.test(text)) return false;
  const rest = text.replaceAll(MACRO, "").replaceAll(ESCAPE, "");
  return LITERALS.test(rest) && !rest.includes("%");
}

/** Whether it names a domain, or will when its macros are filled in. */
export function isDomainSpec(text: string): boolean {
  if (!isMacroString(text) || text === "") return false;
  return /%\{[^{}]*\}$/.test(text) || (TOP_LABEL.test(text) && text.includes("."));
}

/** Whether only a message decides what the name is. */
export function hasMacro(domain: string): boolean {
  return domain.includes("%");
}
