import { ALERTING_ITEMS, NAV_ITEMS } from "#components/shell/nav-items.ts";
import type { FoundMonitor } from "#core/monitor/found-monitor.ts";
import { fitsTyped } from "#core/text/fits-typed.ts";

/** One line of the palette: it leads somewhere, presses a button of the page, or shows the keys. */
export type Command = { label: string; does: { href: string } | { press: HTMLElement } | "show keys"; monitor?: FoundMonitor };
export type CommandGroup = { title: string; commands: Command[] };

const to = (label: string, href: string): Command => ({ label, does: { href } });

const PLACES: Command[] = [
  to("New monitor", "/monitors/new"),
  to("Check a domain", "/domains/check"),
  ...NAV_ITEMS.filter(({ also }) => also === undefined).map(({ label, href }) => to(label, href)),
  ...ALERTING_ITEMS.map(({ label, href }) => to(label, href)),
  to("Plan maintenance", "/maintenance/new"),
  to("Every reason explained", "/docs/reasons"),
  to("Everything found in a posture, explained", "/docs/posture"),
  to("Scripts of mail flow monitors", "/docs/scripts"),
  { label: "Keyboard shortcuts", does: "show keys" },
];

/** What can be done on the page that is open: its buttons that are marked for it. */
export function commandsOfPage(): Command[] {
  return [...document.querySelectorAll<HTMLElement>("[data-command]:not(:disabled)")].map((press) => ({
    label: press.textContent.trim(),
    does: { press },
  }));
}

/** What is offered for what was typed, in groups; the monitors were looked for by it already. */
export function offered(typed: string, ofPage: readonly Command[], monitors: readonly FoundMonitor[]): CommandGroup[] {
  const fitting = (commands: readonly Command[]) => commands.filter(({ label }) => fitsTyped(label, typed));
  const found = monitors.map((monitor) => ({ ...to(monitor.name, `/monitors/${monitor.monitorId}`), monitor }));
  return [
    { title: "On this page", commands: fitting(ofPage) },
    { title: "Monitors", commands: found },
    { title: "Go to", commands: [...namedDomain(typed), ...fitting(PLACES)] },
  ].filter(({ commands }) => commands.length > 0);
}

/** What looks like a domain or a mail address can be checked right away. */
function namedDomain(typed: string): Command[] {
  const text = typed.trim();
  return /^\S+\.\S+$/.test(text)
    ? [to(`Check the domain of ${text}`, `/domains/check?${new URLSearchParams({ domain: text })}`)]
    : [];
}
