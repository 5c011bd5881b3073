"use client";

import { Pause, Play, Tags, Trash2, Wrench, X } from "lucide-react";
import { useSyncExternalStore, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { toast } from "#components/ui/toast.ts";
import type { SaidOfMany } from "#core/monitor/many-monitors.ts";
import { SELECTION_FORM } from "./select-monitor.tsx";
import { TagDialog } from "./tag-dialog.tsx";

type Props = {
  setPaused: (monitorIds: number[], isPaused: boolean) => Promise<SaidOfMany>;
  tag: (monitorIds: number[], add: string, remove: string) => Promise<SaidOfMany>;
  remove: (monitorIds: number[]) => Promise<SaidOfMany>;
};

/** What can be done with the monitors that are ticked; nothing is there while none is. */
export function SelectionBar({ setPaused, tag, remove }: Props) {
  const selected = useSelection();
  const [isPending, startTransition] = useTransition();
  const changePaused = (monitorIds: number[], isPaused: boolean) =>
    startTransition(async () => {
      const said = await setPaused(monitorIds, isPaused);
      const undo = { label: "Undo", onClick: () => changePaused(said.changed, !isPaused) };
      void toast(said.text, { isError: !said.ok, action: said.ok ? undo : undefined });
    });
  const removeAll = async () => {
    const said = await remove(selected);
    clear();
    void toast(said.text, { isError: !said.ok });
  };
  const count = selected.length === 1 ? "1 monitor" : `${selected.length} monitors`;
  return (
    <form id={SELECTION_FORM} onSubmit={(event) => event.preventDefault()}>
      {selected.length > 0 && (
        <div
          role="toolbar"
          aria-label={`With ${count}`}
          className="sticky bottom-3 z-20 mt-4 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-surface p-2 shadow-lg"
        >
          <span className="px-2 font-medium" role="status">
            {selected.length} selected
          </span>
          <Button size="sm" disabled={isPending} onClick={() => changePaused(selected, true)}>
            <Pause aria-hidden /> Pause
          </Button>
          <Button size="sm" disabled={isPending} onClick={() => changePaused(selected, false)}>
            <Play aria-hidden /> Resume
          </Button>
          <TagDialog
            count={count}
            trigger={
              <Button size="sm">
                <Tags aria-hidden /> Tags
              </Button>
            }
            tag={(add, taken) => tag(selected, add, taken)}
          />
          <LinkButton size="sm" href={`/maintenance/new?monitor=${selected.join(",")}`} prefetch={false}>
            <Wrench aria-hidden /> Maintenance
          </LinkButton>
          <ConfirmDialog
            title={`Delete ${count}?`}
            description="Their checks, transcripts, incidents and uptime are deleted with them. This cannot be undone."
            confirmText={`Delete ${count}`}
            trigger={
              <Button size="sm">
                <Trash2 aria-hidden /> Delete
              </Button>
            }
            onConfirm={removeAll}
          />
          <Button size="sm" variant="ghost" className="ml-auto" onClick={clear}>
            <X aria-hidden /> Clear
          </Button>
        </div>
      )}
    </form>
  );
}

/** Which monitors are ticked: the ticks themselves know, and the list may lose some of them when it changes by itself. */
function useSelection(): number[] {
  const ids = useSyncExternalStore(subscribe, readTicked, () => "");
  return ids === "" ? [] : ids.split(",").map(Number);
}

function clear(): void {
  for (const tick of document.querySelectorAll<HTMLInputElement>(`input[form=${SELECTION_FORM}]`)) tick.checked = false;
  document.getElementById(SELECTION_FORM)?.dispatchEvent(new Event("change", { bubbles: true }));
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener("change", onChange);
  return () => document.removeEventListener("change", onChange);
}

function readTicked(): string {
  return [...document.querySelectorAll<HTMLInputElement>(`input[form=${SELECTION_FORM}][name=monitor]:checked`)]
    .map(({ value }) => value)
    .join(",");
}
