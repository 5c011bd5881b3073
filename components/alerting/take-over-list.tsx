"use client";

import { X } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = {
  overrides: readonly { overrideId: number; name: string; from: string; to: string }[];
  /** None for somebody who may only look. */
  remove: ((overrideId: number) => Promise<void>) | null;
};

/** Who takes over from now on. */
export function TakeOverList({ overrides, remove }: Props) {
  const [isPending, startTransition] = useTransition();
  return (
    <ul className="mb-5 divide-y divide-line border-y border-line">
      {overrides.map(({ overrideId, name, from, to }) => (
        <li key={overrideId} className="flex items-center justify-between gap-3 py-2">
          <span className="min-w-0">
            <span className="font-medium wrap-anywhere">{name}</span>
            <span className="block text-sm text-muted tabular-nums">
              {from} – {to}
            </span>
          </span>
          {remove && (
            <Button
              variant="ghost"
              size="sm"
              disabled={isPending}
              aria-label={`${name} does not take over from ${from}`}
              onClick={() => startTransition(() => remove(overrideId))}
            >
              <X aria-hidden /> Take back
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
