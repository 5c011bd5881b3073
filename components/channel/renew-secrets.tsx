"use client";

import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { FORMER_SECRET_H, type MadeSecret } from "#core/channel/channel-form.ts";
import { inSentence } from "#core/text/in-sentence.ts";
import { MadeSecrets } from "./made-secrets.tsx";

type Props = {
  /** What the secret is called. */
  label: string;
  /** Bound to its channel. None where they could not be renewed. */
  renew: () => Promise<MadeSecret[]>;
};

/** Makes a secret of ours anew and shows it, once. */
export function RenewSecrets({ label, renew }: Props) {
  const [secrets, setSecrets] = useState<MadeSecret[]>([]);
  const what = inSentence(label);
  const onConfirm = async () => {
    const made = await renew();
    setSecrets(made);
    if (made.length === 0)
      await toast("The settings cannot be read any more. Enter them again and save the channel.", { isError: true });
  };
  if (secrets.length > 0) return <MadeSecrets title={`The ${what} is renewed`} secrets={secrets} />;
  return (
    <ConfirmDialog
      title={`Renew the ${what}?`}
      description={`Messages are signed with the new one at once, and for ${FORMER_SECRET_H} hours with the one before as well.`}
      confirmText="Renew"
      trigger={
        <Button>
          <RefreshCw aria-hidden /> Renew the {what}
        </Button>
      }
      onConfirm={onConfirm}
    />
  );
}
