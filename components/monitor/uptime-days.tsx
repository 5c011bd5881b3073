import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Uptime } from "#core/uptime/uptime.ts";
import { UptimeFigure } from "./uptime-figure.tsx";

type Props = {
  monitorId: number;
  first: string;
  last: string;
  error: string | null;
  own: { from: number; uptime: Uptime } | null;
  createdAt: number;
  zone: string;
};

/** Uptime over days of one's own choice. They live in the address, so they can be kept and passed on. */
export function UptimeDays({ monitorId, first, last, error, own, createdAt, zone }: Props) {
  const described = error === null ? undefined : "uptime-days-error";
  return (
    <div className="grid gap-3">
      <Form action={`/monitors/${monitorId}`} className="flex flex-wrap items-end gap-3" scroll={false}>
        <Day key={`from ${first}`} name="from" label="From" value={first} described={described} />
        <Day key={`to ${last}`} name="to" label="to the end of" value={last} described={described} />
        <Button type="submit">Show uptime</Button>
        <span className="pb-2 text-sm text-muted">Days in {zone}</span>
      </Form>
      {error && <FieldError id="uptime-days-error">{error}</FieldError>}
      {own && (
        <dl>
          <UptimeFigure label={`${first} to ${last}`} from={own.from} uptime={own.uptime} createdAt={createdAt} />
        </dl>
      )}
    </div>
  );
}

type DayProps = { name: string; label: string; value: string; described: string | undefined };

function Day({ name, label, value, described }: DayProps) {
  return (
    <label className="grid gap-1.5">
      <span className="text-sm font-medium">{label}</span>
      <TextInput
        type="date"
        name={name}
        defaultValue={value}
        aria-invalid={described ? true : undefined}
        aria-describedby={described}
      />
    </label>
  );
}
