type NavItem = { href: string; label: string; /** Where else this part of the dashboard lies. */ also?: readonly string[] };

/** The parts of the dashboard, in the order of the bar. */
export const NAV_ITEMS: readonly NavItem[] = [
  { href: "/monitors", label: "Monitors" },
  { href: "/incidents", label: "Incidents" },
  { href: "/maintenance", label: "Maintenance" },
  { href: "/channels", label: "Alerting", also: ["/policies", "/contacts", "/on-call"] },
  { href: "/settings", label: "Settings" },
];

/** The parts of alerting, which stand beside each other on their pages. */
export const ALERTING_ITEMS: readonly NavItem[] = [
  { href: "/channels", label: "Channels" },
  { href: "/policies", label: "Policies" },
  { href: "/contacts", label: "Contacts" },
  { href: "/on-call", label: "On call" },
];

/** Whether a path lies in a part of the dashboard. */
export function isWithin(path: string, { href, also = [] }: NavItem): boolean {
  return [href, ...also].some((each) => path === each || path.startsWith(`${each}/`));
}
