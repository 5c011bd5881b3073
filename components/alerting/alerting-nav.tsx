"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { ALERTING_ITEMS, isWithin } from "#components/shell/nav-items.ts";

/** The parts of alerting beside each other: who is told, how, and when. */
export function AlertingNav() {
  const path = usePathname();
  return (
    <nav aria-label="Alerting" className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {ALERTING_ITEMS.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={isWithin(path, item) ? "page" : undefined}
              className="-mb-px flex min-h-9 items-center border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text"
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
