import { cx } from "class-variance-authority";
import { Check } from "lucide-react";
import type { CSSProperties } from "react";
import { failedLook } from "#components/transcript/failed-look.ts";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { detailOfPath, detailText } from "#core/check/detail-text.ts";
import { stageLabel, stageName, type Stage } from "#core/check/stage.ts";
import type { Status } from "#core/check/status.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { HostMatrix as Matrix, MatrixCell, MatrixHost, MatrixWay } from "#core/domain/host-matrix.ts";
import { hostProblemWords } from "#core/domain/mx-words.ts";
import { unicodeName } from "#core/domain/unicode-name.ts";
import type { Reason } from "#core/reason/reason.ts";
import { msText } from "#core/text/ms-text.ts";
import { visibleText } from "#core/text/visible-text.ts";

type Props = {
  matrix: Matrix;
  /** Where a line of the transcript is; null where it cannot be led to. */
  hrefOf: ((line: number) => string) | null;
};

const ROW =
  "md:not-print:grid md:not-print:grid-cols-[12rem_minmax(0,1fr)_minmax(9rem,15rem)] md:not-print:items-start md:not-print:gap-x-4";

/** Every mail server by every address and every stage. On a phone, and on paper, the stages of an address stand below it. */
export function HostMatrix({ matrix: { stages, hosts }, hrefOf }: Props) {
  return (
    <div className="grid gap-5">
      {stages.length > 0 && (
        <div aria-hidden className={cx("-mb-3 hidden text-xs font-medium text-muted", ROW)}>
          <span>Address</span>
          <span className="grid" style={columns(stages)}>
            {stages.map((stage) => (
              <span key={stage}>{stageLabel(stage)}</span>
            ))}
          </span>
          <span>Result</span>
        </div>
      )}
      <ol aria-label="Mail servers" className="grid gap-5">
        {hosts.map((host) => (
          <HostRows key={host.host.name} host={host} hasOthers={hosts.length > 1} hrefOf={hrefOf} />
        ))}
      </ol>
    </div>
  );
}

function columns(stages: readonly unknown[]) {
  return { gridTemplateColumns: `repeat(${stages.length}, minmax(0, 1fr))` };
}

type HostProps = { host: MatrixHost; hasOthers: boolean; hrefOf: Props["hrefOf"] };

function HostRows({ host: { host, isPreferred, ways }, hasOthers, hrefOf }: HostProps) {
  const read = unicodeName(host.name);
  const problem = hostProblemWords(host);
  return (
    <li className="border-t border-line pt-3">
      <h3 className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-mono font-medium wrap-anywhere">{host.name}</span>
        {read !== host.name && <span className="text-sm">{read}</span>}
        <span className="text-sm text-muted">
          preference {host.preference}
          {hasOthers && (isPreferred ? ", preferred" : ", backup")}
        </span>
      </h3>
      {problem !== null && <p className="text-sm wrap-anywhere text-degraded">{visibleText(problem)}</p>}
      <ul aria-label={`Ways to ${host.name}`} className="mt-1 grid gap-4 md:not-print:gap-0">
        {ways.map((way) => (
          <WayRow key={way.verdict.path} way={way} hrefOf={hrefOf} />
        ))}
      </ul>
    </li>
  );
}

function WayRow({ way: { verdict, address, cells, line }, hrefOf }: { way: MatrixWay; hrefOf: Props["hrefOf"] }) {
  const { status, reason } = verdict;
  return (
    <li className={cx("grid gap-2 py-1.5", ROW)}>
      <span className="font-mono text-sm wrap-anywhere">
        {address === null ? <span className="font-sans text-muted">no address</span> : address}
        {address !== null && <span className="ml-2 font-sans text-xs text-muted">{address.includes(":") ? "IPv6" : "IPv4"}</span>}
      </span>
      {/* On a phone below the result, on a desktop before it. */}
      <ol
        aria-label={`Stages at ${address ?? verdict.path}`}
        className="order-last grid grid-cols-4 gap-x-2 print:grid-cols-6 gap-y-2 md:not-print:order-none md:not-print:grid-cols-(--columns) md:not-print:gap-x-0"
        style={{ "--columns": `repeat(${cells.length}, minmax(0, 1fr))` } as CSSProperties}
      >
        {cells.map((cell) => (
          <li key={cell.stage} className="min-w-0">
            <Cell cell={cell} status={status} reason={reason} hrefOf={hrefOf} />
          </li>
        ))}
      </ol>
      <div className="min-w-0 text-sm">
        <StatusMark status={status} size="sm" />
        {reason && <ReasonWords reason={reason} href={line === null || hrefOf === null ? null : hrefOf(line)} />}
      </div>
    </li>
  );
}

function ReasonWords({ reason, href }: { reason: Reason; href: string | null }) {
  const headline = visibleText(reasonHeadline(reason.code, reason.reply?.code ?? null));
  const detail = detailText({ code: reason.code, detail: reason.detail === null ? null : detailOfPath(reason.detail).words });
  return (
    <p className="wrap-anywhere">
      {href === null ? (
        headline
      ) : (
        <a className="link" href={href}>
          {headline}
        </a>
      )}
      {detail && <span className="block text-xs text-muted">{visibleText(detail)}</span>}
    </p>
  );
}

type CellProps = { cell: MatrixCell; status: Status; reason: Reason | null; hrefOf: Props["hrefOf"] };

/** A stage on one way: how it went and how long it took, as a link to its lines where they are kept. */
function Cell({ cell: { stage, ms, isFailed, line }, status, reason, hrefOf }: CellProps) {
  const look = isFailed ? failedLook(status) : null;
  const Icon = look?.icon ?? Check;
  const isPassed = isFailed || ms !== null;
  const words = (
    <>
      <Label stage={stage} />
      {isPassed ? (
        <span className={cx("flex items-center gap-1 whitespace-nowrap", look && "font-semibold", look?.text)}>
          <Icon aria-hidden className={cx("size-3.5 shrink-0", look === null && "text-up")} strokeWidth={3} />
          <span className="sr-only">{look?.label ?? "went well"}, </span>
          {isFailed && reason?.reply ? reason.reply.code : msText(ms ?? 0)}
        </span>
      ) : (
        <span className="text-muted">
          <span aria-hidden>–</span>
          <span className="sr-only">not done</span>
        </span>
      )}
    </>
  );
  if (!isPassed || line === null || hrefOf === null) return <span className={CELL}>{words}</span>;
  return (
    <a href={hrefOf(line)} className={cx(CELL, "rounded-xs hover:bg-sunken hover:underline")}>
      {words}
    </a>
  );
}

const CELL = "block min-h-6 text-xs";

function Label({ stage }: { stage: Stage }) {
  return <span className="block text-muted md:not-print:sr-only">{stageName(stage)}</span>;
}
