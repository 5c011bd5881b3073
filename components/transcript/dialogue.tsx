import type { ReactNode } from "react";
import { MailHostsSection } from "#components/domain/mail-hosts-section.tsx";
import { FlowPanel } from "#components/mailflow/flow-panel.tsx";
import type { Dialogue as KeptDialogue } from "#core/check/dialogue.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { Thresholds } from "#core/monitor/threshold.ts";
import { DialogueStages } from "./dialogue-stages.tsx";
import { ScrollToFailed } from "./scroll-to-failed.tsx";
import { TranscriptPair } from "./transcript-pair.tsx";
import { Transcript } from "./transcript.tsx";

type Props = {
  dialogue: KeptDialogue;
  /** Where given, both are shown side by side. */
  good: KeptDialogue | null;
  slowMs?: Thresholds;
  /** What stands beside the transcript: the diagnosis. */
  aside?: ReactNode;
};

/** A kept dialogue: the rail, whose stages lead to their lines, and the transcript, with what it means beside it. */
export function Dialogue({ dialogue, good, slowMs, aside }: Props) {
  const { lines, status, facts, warnings } = dialogue;
  const statusOf = (path: string | null) => facts.paths?.find((each) => each.path === path)?.status ?? status;
  return (
    <div className="grid gap-4">
      {facts.domain ? (
        <MailHostsSection
          mx={facts.domain.mx}
          paths={facts.paths}
          lines={lines}
          hrefOf={good === null ? (line) => `#L${line}` : null}
        />
      ) : (
        <DialogueStages
          dialogue={dialogue}
          slowMs={slowMs}
          hasLinks={good === null}
          headlineOf={({ code, reply }) => reasonHeadline(code, reply?.code ?? null)}
        />
      )}
      {warnings.map((warning) => (
        <p key={warning} className="wrap-anywhere text-muted">
          {warning}
        </p>
      ))}
      {facts.flow && <FlowPanel flow={facts.flow} />}
      <div className={good === null && aside ? "grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]" : "grid gap-6"}>
        {good ? (
          <TranscriptPair failed={lines} good={good.lines} statusOf={statusOf} />
        ) : (
          <Transcript lines={lines} statusOf={statusOf} hasLinks />
        )}
        {aside}
      </div>
      <ScrollToFailed key={good === null ? "alone" : "beside"} />
    </div>
  );
}
