"use client";

import { Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EndButton } from "./end-button.tsx";

type Props = {
  name: string;
  isOn: boolean;
  /** Both bound to their maintenance. */
  end: () => Promise<string | null>;
  remove: () => Promise<void>;
};

/** What can be done with a maintenance besides editing it. */
export function MaintenanceActions({ name, isOn, end, remove }: Props) {
  return (
    <>
      {isOn && <EndButton name={name} end={end} />}
      <ConfirmDialog
        title={`Delete ${name}?`}
        description={
          isOn
            ? "It is on: its monitors leave it at once, and whoever is down is told of. What it was stays in their history."
            : "It will not come any more. What it was stays in the history of its monitors."
        }
        confirmText="Delete maintenance"
        trigger={
          <Button>
            <Trash2 aria-hidden /> Delete
          </Button>
        }
        onConfirm={remove}
      />
    </>
  );
}
