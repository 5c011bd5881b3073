/** The parts of the dashboard, in the order of the bar. */
export const NAV_ITEMS = [
  { href: "/monitors", label: "Monitors" },
  { href: "/incidents", label: "Incidents" },
  { href: "/maintenance", label: "Maintenance" },
  { href: "/channels", label: "Channels" },
  { href: "/settings", label: "Settings" },
] as const;

/** Whether a path lies in a part of the dashboard. */
export function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
