import { ChoiceLink } from "#components/ui/choice-link.tsx";
import { DIALOGUE_KINDS, type DialogueKind } from "#core/check/stage.ts";
import { KIND_WORDS } from "#core/monitor/monitor-form-words.ts";
import { reasonsHref } from "#core/reason/reason-href.ts";

/** The reasons of every kind, or as they are in one. */
export function KindChoice({ kind }: { kind: DialogueKind | null }) {
  return (
    <nav aria-label="Kind of server" className="flex flex-wrap lg:-mr-6 lg:flex-nowrap">
      {[null, ...DIALOGUE_KINDS].map((each) => (
        <ChoiceLink key={each} href={reasonsHref(each)} isChosen={each === kind}>
          {each === null ? "All" : KIND_WORDS[each].name}
        </ChoiceLink>
      ))}
    </nav>
  );
}
