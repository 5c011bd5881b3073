/** Names under which one provider's servers stand, where they end differently. */
const FAMILIES: readonly (readonly string[])[] = [
  ["outlook.com", "office365.com", "exchangelabs.com", "microsoft.com", "hotmail.com"],
  ["google.com", "googlemail.com", "gmail.com"],
  ["yahoo.com", "yahoodns.net", "aol.com"],
  ["icloud.com", "apple.com", "me.com"],
  ["fastmail.com", "messagingengine.com"],
  ["gmx.net", "gmx.com", "web.de", "kundenserver.de", "ionos.com"],
  ["yandex.net", "yandex.ru", "yandex.com"],
];

/** Whether two names are of one organisation, as far as that shows: they end alike, and in more than what is registered under ("co.uk"). */
export function isOneOrganisation(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && organisationOf(one) === organisationOf(other);
}

function organisationOf(name: string): string {
  const labels = name.toLowerCase().replace(/\.$/, "").split(".");
  const isCountrys = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3;
  const own = labels.slice(isCountrys ? -3 : -2).join(".");
  return FAMILIES.find((family) => family.includes(own))?.[0] ?? own;
}
