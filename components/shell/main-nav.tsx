"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { isWithin, NAV_ITEMS } from "./nav-items.ts";

/** The parts of the dashboard beside each other; the current one is marked by weight and a line, not by colour alone. */
export function MainNav() {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="hidden h-full sm:block">
      <ul className="flex h-full gap-1">
        {NAV_ITEMS.map((item) => (
          <li key={item.href} className="h-full">
            <Link
              href={item.href}
              aria-current={isWithin(path, item) ? "page" : undefined}
              className="flex h-full items-center border-y-2 border-transparent px-3 text-muted -outline-offset-4 transition-colors duration-150 hover:text-text aria-[current=page]:border-b-accent aria-[current=page]:font-medium aria-[current=page]:text-text"
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
