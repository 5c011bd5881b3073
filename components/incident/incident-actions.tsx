"use client";

import { Undo2 } from "lucide-react";
import { useOptimistic, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.ts";
import type { FormAction } from "#core/form/form-state.ts";
import type { Said } from "#core/form/said.ts";
import { ResolveDialog } from "./resolve-dialog.tsx";

type Props = {
  isAcknowledged: boolean;
  /** All bound to their incident. */
  acknowledge: () => Promise<Said>;
  takeBack: () => Promise<Said>;
  resolve: FormAction;
};

/** What can be done with an open incident. That somebody has it shows at once, and can be undone. */
export function IncidentActions({ isAcknowledged, acknowledge, takeBack, resolve }: Props) {
  const [hasIt, showHasIt] = useOptimistic(isAcknowledged);
  const [isPending, startTransition] = useTransition();
  const change = (next: boolean) =>
    startTransition(async () => {
      showHasIt(next);
      const { ok, text } = await (next ? acknowledge : takeBack)();
      void toast(text, { isError: !ok, action: ok ? { label: "Undo", onClick: () => change(!next) } : undefined });
    });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {hasIt ? (
        <Button data-command disabled={isPending} onClick={() => change(false)}>
          <Undo2 aria-hidden /> Undo acknowledgement
        </Button>
      ) : (
        <Button
          data-command
          variant="primary"
          size="lg"
          className="w-full sm:w-auto"
          disabled={isPending}
          onClick={() => change(true)}
        >
          Acknowledge
        </Button>
      )}
      <ResolveDialog resolve={resolve} isBig={!hasIt} />
    </div>
  );
}
