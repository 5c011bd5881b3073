import { cx } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";

/** A box for a thing that stands for itself. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cx("rounded-lg border border-line bg-surface p-4 sm:p-6", className)} {...rest} />;
}

type SectionProps = { title: string; description?: ReactNode; actions?: ReactNode; children: ReactNode; id?: string };

/** A part of a page under its own heading, set off by a line. */
export function Section({ title, description, actions, children, id }: SectionProps) {
  return (
    <section id={id} className="border-t border-line py-6 first:border-t-0 first:pt-0">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-lg font-semibold">{title}</h2>
          {description && <p className="mt-1 max-w-prose text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
