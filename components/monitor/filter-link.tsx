import { X, type LucideIcon } from "lucide-react";
import Link from "next/link";

type Props = {
  href: string;
  isChosen: boolean;
  icon?: LucideIcon;
  name: string;
  monitors: number;
  /** What is shown again where it is taken back, such as "tags". */
  all: string;
};

/** One of the words a list can be filtered by; the chosen one is a way back to all. */
export function FilterLink({ href, isChosen, icon: Icon, name, monitors, all }: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
      aria-label={isChosen ? `${name}, chosen: show all ${all}` : undefined}
      className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-transparent px-2 text-sm hover:bg-sunken aria-[current]:border-line-strong aria-[current]:bg-surface aria-[current]:font-medium"
    >
      {isChosen ? <X aria-hidden className="size-3.5" /> : Icon && <Icon aria-hidden className="size-3.5 text-muted" />}
      {name} <span className="text-muted">{monitors}</span>
    </Link>
  );
}
