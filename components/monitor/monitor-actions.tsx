"use client";

import { Ellipsis, Pause, Pencil, Play, RefreshCw, Trash2, Wrench } from "lucide-react";
import Link from "next/link";
import { lazy, Suspense, useOptimistic, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { toast } from "#components/ui/toast.ts";
import type { Said } from "#core/form/said.ts";

// Fetched when somebody is about to delete.
const ConfirmDialog = lazy(() =>
  import("#components/ui/confirm-dialog.tsx").then(({ ConfirmDialog }) => ({ default: ConfirmDialog })),
);

type Props = {
  monitorId: number;
  name: string;
  isPaused: boolean;
  requestCheck: (monitorId: number) => Promise<Said>;
  setPaused: (monitorId: number, isPaused: boolean) => Promise<Said>;
  deleteMonitor: (monitorId: number) => Promise<void>;
};

/** What can be done with a monitor. Pausing shows at once and can be undone. */
export function MonitorActions({ monitorId, name, requestCheck, deleteMonitor, ...rest }: Props) {
  const [isPaused, changePaused] = usePaused(monitorId, rest.isPaused, rest.setPaused);
  const [isAsking, startAsking] = useTransition();
  const [isDeleting, setIsDeleting] = useState(false);
  const onCheck = () => startAsking(async () => say(await requestCheck(monitorId)));
  return (
    <>
      <Button data-command onClick={onCheck} disabled={isPaused || isAsking}>
        <RefreshCw aria-hidden />
        Check now
      </Button>
      <Button data-command onClick={() => changePaused(!isPaused)}>
        {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        {isPaused ? "Resume" : "Pause"}
      </Button>
      <DropdownMenu
        trigger={
          <Button aria-label="More actions" className="w-10 px-0">
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem asChild>
          <Link href={`/monitors/${monitorId}/edit`}>
            <Pencil aria-hidden /> Edit
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href={`/maintenance/new?monitor=${monitorId}`}>
            <Wrench aria-hidden /> Plan maintenance
          </Link>
        </MenuItem>
        <MenuItem danger onSelect={() => setIsDeleting(true)}>
          <Trash2 aria-hidden /> Delete
        </MenuItem>
      </DropdownMenu>
      {isDeleting && (
        <Suspense>
          <ConfirmDialog
            title={`Delete ${name}?`}
            description="Its checks, transcripts, incidents and uptime are deleted with it. This cannot be undone."
            confirmText="Delete monitor"
            open
            onOpenChange={setIsDeleting}
            onConfirm={() => deleteMonitor(monitorId)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whether the monitor is paused, as it will be once the server has heard of it, and the way to change that. */
function usePaused(monitorId: number, isPausedNow: boolean, setPaused: Props["setPaused"]) {
  const [isPaused, showPaused] = useOptimistic(isPausedNow);
  const [, startTransition] = useTransition();
  const change = (next: boolean) =>
    startTransition(async () => {
      showPaused(next);
      const said = await setPaused(monitorId, next);
      say(said, said.ok ? { label: "Undo", onClick: () => change(!next) } : undefined);
    });
  return [isPaused, change] as const;
}

function say({ ok, text }: Said, action?: { label: string; onClick: () => void }) {
  void toast(text, { isError: !ok, action });
}
