import { TextInput } from "#components/ui/text-input.tsx";

/** Which reasons to show: those that hold a text. A form, so that it works without scripts and the answer has an address. */
export function ReasonFilter({ text }: { text: string }) {
  return (
    <form action="/docs/reasons" role="search">
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
