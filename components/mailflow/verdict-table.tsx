import { cx } from "class-variance-authority";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { OWN_METHODS, type Arrival, type OwnMethod } from "#core/arrival/arrival.ts";

const NAMES: Record<OwnMethod, string> = { spf: "SPF", dkim: "DKIM", dmarc: "DMARC", arc: "ARC" };

const NOT_TOLD: Record<OwnMethod, string> = {
  spf: "Not to be told: no hop says from which public address it came.",
  dkim: "Not to be told: too large to be looked at whole.",
  dmarc: "Not to be told without SPF.",
  arc: "Not to be told: too large to be looked at whole.",
};

/** Whether a message is from whom it says: as we see it, beside what servers wrote into it. */
export function VerdictTable({ ours, theirs }: Pick<Arrival, "ours" | "theirs">) {
  return (
    <Table label="Authentication">
      <thead>
        <tr>
          <Th>Method</Th>
          <Th>As we see it</Th>
          <Th>As the servers wrote it</Th>
        </tr>
      </thead>
      <tbody>
        {OWN_METHODS.map((method) => {
          const verdict = ours[method];
          return (
            <tr key={method}>
              <Td className="font-medium">{NAMES[method]}</Td>
              <Td className="min-w-32 wrap-anywhere">
                {verdict === null ? <span className="text-muted">{NOT_TOLD[method]}</span> : <Result {...verdict} />}
              </Td>
              <Td className="min-w-32 wrap-anywhere">
                <Theirs method={method} theirs={theirs} />
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Theirs({ method, theirs }: { method: OwnMethod; theirs: Arrival["theirs"] }) {
  const written = theirs.flatMap(({ by, verdicts, isBefore }) =>
    verdicts.filter((verdict) => verdict.method === method).map(({ result }) => ({ by, result, isBefore })),
  );
  if (written.length === 0) return <span className="text-muted">nothing</span>;
  return (
    <ul className="grid gap-1">
      {written.map(({ by, result, isBefore }, index) => (
        <li key={index}>
          {isBefore ? (
            <span className="text-muted">
              {result}
              <span className="block text-sm">{by ?? "somebody"}, says the message as it came</span>
            </span>
          ) : (
            <Result result={result} detail={by} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Result({ result, detail }: { result: string; detail: string | null }) {
  return (
    <>
      <span className={cx("font-medium", colourOf(result))}>{result}</span>
      {detail !== null && <span className="block text-sm text-muted">{detail}</span>}
    </>
  );
}

function colourOf(result: string): string {
  if (result === "pass") return "text-up";
  if (result === "fail" || result === "permerror") return "text-down";
  return result === "none" ? "text-muted" : "text-degraded";
}
