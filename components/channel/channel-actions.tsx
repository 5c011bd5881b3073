"use client";

import { Send, Trash2 } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { whatEndsWith, type ChannelUses } from "#core/channel/channel-uses.ts";

type Props = ChannelUses & {
  name: string;
  isVerified: boolean;
  /** Both bound to their channel. A test says what is wrong, or nothing. */
  sendTest: () => Promise<string | null>;
  remove: () => Promise<void>;
};

/** What can be done with a channel besides editing it. */
export function ChannelActions({ name, isVerified, sendTest, remove, monitors, contacts, policies }: Props) {
  const [isPending, startTransition] = useTransition();
  const test = () =>
    startTransition(async () => {
      const trouble = await sendTest();
      if (trouble) await toast(trouble, { isError: true });
    });
  return (
    <>
      {isVerified && (
        <Button variant="primary" disabled={isPending} onClick={test}>
          <Send aria-hidden /> Send a test
        </Button>
      )}
      <ConfirmDialog
        title={`Delete ${name}?`}
        description={`${whatEndsWith({ monitors, contacts, policies })} Its deliveries are forgotten.`}
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
