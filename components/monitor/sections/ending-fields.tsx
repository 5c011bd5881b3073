import { ChoiceField } from "#components/ui/choice-field.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import type { DialogueKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import { ENDING_WORDS } from "#core/monitor/monitor-form-words.ts";
import { openingEnding, USUAL_FOLDER } from "#core/monitor/monitor-form.ts";

const HINTS: Record<DialogueKind, string> = {
  smtp: "It always ends politely, with QUIT. A full disk, greylisting and most refusals only show in the accept test.",
  imap: "It always ends politely, with LOGOUT. A mailbox that is broken or locked only shows where a folder is opened; nothing in it is changed.",
  pop3: "It always ends politely, with QUIT. A mailbox that is broken or locked only shows where its messages are listed; none is fetched or deleted.",
};

/** How far the check goes. What one kind calls an ending another may not have. */
export function EndingFields({ kind, values, errors }: FormState & { kind: DialogueKind }) {
  return (
    <div className="group/ending grid gap-5">
      <ChoiceField
        key={kind}
        label="The check goes up to"
        name="until"
        words={ENDING_WORDS[kind]}
        value={openingEnding(kind, values)}
        error={errors.until}
        hint={HINTS[kind]}
      />
      {kind === "imap" && (
        <div className="hidden group-has-[option[value=select]:checked]/ending:block">
          <WireField
            label="Folder"
            name="folder"
            value={values.folder}
            placeholder={USUAL_FOLDER}
            hint={`${USUAL_FOLDER} where it is left empty. It is opened for reading only.`}
            error={errors.folder}
          />
        </div>
      )}
    </div>
  );
}
