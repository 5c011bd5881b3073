import Link from "next/link";

type Props = { onlyContrary: boolean; hrefOf: (onlyContrary: boolean) => string };

/** All checks, or only those that were not up. */
export function CheckChoice({ onlyContrary, hrefOf }: Props) {
  const choices = [
    { isOnly: false, label: "All" },
    { isOnly: true, label: "Only trouble" },
  ];
  return (
    <nav aria-label="Which checks" className="flex gap-0.5 rounded-md border border-line p-0.5">
      {choices.map(({ isOnly, label }) => (
        <Link
          key={label}
          href={hrefOf(isOnly)}
          scroll={false}
          prefetch={false}
          aria-current={isOnly === onlyContrary ? "true" : undefined}
          className="grid h-7 place-items-center rounded-sm px-2 text-sm text-muted hover:text-text aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-text"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
