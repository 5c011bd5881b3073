"use client";

import { Send, Trash2 } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";

type Props = {
  name: string;
  monitors: number;
  /** Both bound to their channel. A test says what is wrong, or nothing. */
  sendTest: () => Promise<string | null>;
  remove: () => Promise<void>;
};

/** What can be done with a channel besides editing it. */
export function ChannelActions({ name, monitors, sendTest, remove }: Props) {
  const [isPending, startTransition] = useTransition();
  const test = () =>
    startTransition(async () => {
      const trouble = await sendTest();
      if (trouble) await toast(trouble, { isError: true });
    });
  const told = monitors === 1 ? "The monitor that tells it will tell" : `The ${monitors} monitors that tell it will tell`;
  return (
    <>
      <Button variant="primary" disabled={isPending} onClick={test}>
        <Send aria-hidden /> Send a test
      </Button>
      <ConfirmDialog
        title={`Delete ${name}?`}
        description={`${monitors === 0 ? "No monitor tells it." : `${told} one channel less.`} Its deliveries are forgotten.`}
        confirmText="Delete channel"
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
