import { CircleCheck, CircleMinus, CircleX } from "lucide-react";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { ATTEMPT_WORDS, addressRows, DNS_WORDS } from "#core/check/address-rows.ts";
import type { AddressAttempt, Facts, PathVerdict } from "#core/check/result.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import { msText } from "#core/text/ms-text.ts";
import { Wire } from "./fact.tsx";

type Props = { facts: Facts; seenAt: Date; zone: string };

/** What the DNS said, what came of each address, and what each way to the server came to. */
export function AddressPanel({ facts, seenAt, zone }: Props) {
  const rows = addressRows(facts);
  const unanswered = (facts.dns ?? []).flatMap(({ type, failure }) => (failure === null ? [] : [`${type}: ${DNS_WORDS[failure]}`]));
  const hasDns = rows.some(({ ttlS }) => ttlS !== null);
  return (
    <div className="grid gap-4">
      {rows.length > 0 && (
        <Table label="Addresses" className="max-w-prose">
          <thead>
            <tr>
              <Th>Address</Th>
              <Th>Connecting</Th>
              {hasDns && <Th align="right">TTL</Th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ address, ttlS, attempt }) => (
              <tr key={address}>
                <Td className="min-w-32">
                  <Wire>{address}</Wire>
                </Td>
                <Td>{facts.attempts ? <Outcome attempt={attempt} /> : address === facts.address ? "connected" : "–"}</Td>
                {hasDns && (
                  <Td align="right" className="whitespace-nowrap text-muted">
                    {ttlS === null ? "–" : `${ttlS} s`}
                  </Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {unanswered.length > 0 && <p className="text-sm text-muted">DNS, {[...new Set(unanswered)].join("; ")}.</p>}
      {facts.paths && <Paths paths={facts.paths} />}
      <p className="text-sm text-muted">
        As a check found it <Time at={seenAt} zone={zone} />.
      </p>
    </div>
  );
}

function Outcome({ attempt }: { attempt: AddressAttempt | null }) {
  if (attempt === null) return <Mark icon={CircleMinus} looks="text-muted" words="not tried" />;
  const { failure, ms } = attempt;
  if (failure === null) return <Mark icon={CircleCheck} looks="text-up" words={`accepted after ${msText(ms)}`} />;
  return <Mark icon={CircleX} looks="font-medium text-down" words={`${ATTEMPT_WORDS[failure]}, ${msText(ms)}`} />;
}

function Mark({ icon: Icon, looks, words }: { icon: typeof CircleX; looks: string; words: string }) {
  return (
    <span className={`inline-flex items-start gap-1.5 ${looks}`}>
      <Icon aria-hidden className="mt-0.75 size-4 shrink-0" />
      {words}
    </span>
  );
}

function Paths({ paths }: { paths: readonly PathVerdict[] }) {
  return (
    <Table label="Ways to the server" className="max-w-prose">
      <thead>
        <tr>
          <Th>Way</Th>
          <Th>Status</Th>
          <Th>Reason</Th>
          <Th align="right">Time</Th>
        </tr>
      </thead>
      <tbody>
        {paths.map(({ path, status, reason, stages }) => (
          <tr key={path}>
            <Td className="whitespace-nowrap">{path}</Td>
            <Td>
              <StatusMark status={status} size="sm" className="text-sm" />
            </Td>
            <Td className="min-w-40 wrap-anywhere">
              {reason === null ? "–" : reasonHeadline(reason.code, reason.reply?.code ?? null)}
            </Td>
            <Td align="right" className="whitespace-nowrap">
              {msText(stages.reduce((sum, { ms }) => sum + ms, 0))}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
