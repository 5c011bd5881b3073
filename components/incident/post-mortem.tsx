"use client";

import { FileText } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { LinkedText } from "#components/ui/linked-text.tsx";
import { Time } from "#components/ui/time.tsx";
import { toast } from "#components/ui/toast.ts";
import type { FormAction, FormState } from "#core/form/form-state.ts";
import type { PostMortem as Written } from "#core/incident/post-mortem.ts";
import { EditAndDelete } from "./edit-and-delete.tsx";
import { TextForm } from "./text-form.tsx";
import { useSaidForm } from "./use-said-form.ts";

type Props = {
  written: Written | null;
  canEdit: boolean;
  zone: string;
  /** Both bound to their incident. */
  save: FormAction;
  remove: (before: string) => Promise<FormState>;
};

/** What was learnt from an incident that is over, to be read, written, changed and taken away. */
export function PostMortem({ written, canEdit, zone, save, remove }: Props) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    return (
      <Frame>
        <Editor {...{ written, save }} onDone={() => setIsEditing(false)} />
      </Frame>
    );
  }
  if (!written) {
    if (!canEdit) return null;
    return (
      <div className="mb-8">
        <Button onClick={() => setIsEditing(true)}>
          <FileText aria-hidden /> Write the post-mortem
        </Button>
      </div>
    );
  }
  const removeThis = async () => {
    const { done, message = "" } = await remove(written.savedAt.toISOString());
    await toast(done ?? message, { isError: done === undefined });
  };
  return (
    <Frame>
      <LinkedText>{written.text}</LinkedText>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm wrap-anywhere text-muted">
          {written.by ?? "Somebody who has left"}, <Time at={written.savedAt} zone={zone} />
        </p>
        {canEdit && <EditAndDelete what="the post-mortem" onEdit={() => setIsEditing(true)} onDelete={removeThis} />}
      </div>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <section aria-label="Post-mortem" className="mb-8">
      <Card className="grid gap-3">
        <h2 className="text-lg font-semibold">Post-mortem</h2>
        {children}
      </Card>
    </section>
  );
}

/** It is made from the version that stood there when writing began, so that nobody goes over another's without having seen it. */
function Editor({ written, save, onDone }: Pick<Props, "written" | "save"> & { onDone: () => void }) {
  const [begunFrom] = useState(written);
  const { state, submit } = useSaidForm(save, onDone);
  const isOvertaken = written?.savedAt.getTime() !== begunFrom?.savedAt.getTime();
  const words = {
    label: "What happened, why, and what is done so that it does not happen again",
    submitText: "Save post-mortem",
    pendingText: "Saving",
  };
  return (
    <>
      <TextForm {...{ state, submit, ...words }} text={begunFrom?.text} id="post-mortem" rows={10} onCancel={onDone}>
        <input type="hidden" name="before" value={state.values.before ?? begunFrom?.savedAt.toISOString() ?? ""} />
      </TextForm>
      {isOvertaken && written && (
        <div className="grid gap-1 border-t border-line pt-3">
          <h3 className="font-medium">What is saved now</h3>
          <LinkedText>{written.text}</LinkedText>
        </div>
      )}
    </>
  );
}
