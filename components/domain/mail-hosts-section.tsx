import type { ReactNode } from "react";
import { Section } from "#components/ui/card.tsx";
import type { PathVerdict } from "#core/check/result.ts";
import { hostMatrix } from "#core/domain/host-matrix.ts";
import { isNoDomain, type MxSet } from "#core/domain/mx-set.ts";
import { mxSentence } from "#core/domain/mx-words.ts";
import { visibleText } from "#core/text/visible-text.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { HostMatrix } from "./host-matrix.tsx";

type Props = {
  mx: MxSet;
  paths: readonly PathVerdict[] | undefined;
  lines: readonly TranscriptLine[];
  /** Where a line of the transcript is; null where it cannot be led to. */
  hrefOf: ((line: number) => string) | null;
  /** When it was found. */
  found?: ReactNode;
};

/** Where the mail of a domain goes, and what came of meeting each server there; nothing of one that does not exist. */
export function MailHostsSection({ mx, paths = [], lines, hrefOf, found }: Props) {
  if (isNoDomain(mx)) return null;
  return (
    <Section title="Mail servers" description={found}>
      <div className="grid gap-4">
        <p className="max-w-prose wrap-anywhere">
          {visibleText(mxSentence(mx))}
          {"isSecure" in mx && (
            <span className="text-muted">
              {mx.isSecure ? " DNSSEC vouches for that." : " DNSSEC does not vouch for that, or our resolver does not validate."}
            </span>
          )}
        </p>
        {"hosts" in mx && <HostMatrix matrix={hostMatrix(mx.hosts, paths, lines)} hrefOf={hrefOf} />}
      </div>
    </Section>
  );
}
