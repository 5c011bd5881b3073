import { TextInput } from "#components/ui/text-input.tsx";
import type { DialogueKind } from "#core/check/stage.ts";

/** Which reasons to show: those of the kind that hold a text. A form, so that it works without scripts and the answer has an address. */
export function ReasonFilter({ text, kind }: { text: string; kind: DialogueKind | null }) {
  return (
    <form action="/docs/reasons" role="search">
      {kind !== null && <input type="hidden" name="kind" value={kind} />}
      <TextInput
        type="search"
        name="q"
        defaultValue={text}
        placeholder="452, certificate, greylist"
        aria-label="Search the reasons"
        maxLength={100}
      />
    </form>
  );
}
