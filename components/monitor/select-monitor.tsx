/** The form every tick belongs to, wherever it stands (components/monitor/selection-bar.tsx). */
export const SELECTION_FORM = "selection";

/** The tick of a monitor in the list. It lies above the link that the rest of its row is. */
export function SelectMonitor({ monitorId, name }: { monitorId: number; name: string }) {
  return (
    <span className="relative z-10 -m-2 inline-flex p-2">
      <input
        type="checkbox"
        form={SELECTION_FORM}
        name="monitor"
        value={monitorId}
        aria-label={`Select ${name}`}
        className="size-4.5 accent-accent"
      />
    </span>
  );
}
