"use client";

import { Dialog } from "#components/ui/dialog.tsx";

/** What each key does, and where. */
const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["Ctrl K", "⌘ K"], "Go to a page or a monitor, or do something on this page"],
  [["/"], "Search the list of monitors"],
  [["j", "k"], "The next and the previous line of a list"],
  [["x"], "Tick the line, to do something with several"],
  [["Enter"], "Open the line"],
  [["Ctrl Enter", "⌘ Enter"], "Send the note that is being written"],
  [["Esc"], "Close what is open over the page"],
  [["?"], "These keys"],
];

/** The keys of the dashboard. */
export function KeyHelp({ close }: { close: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" open onOpenChange={(open) => !open && close()}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {KEYS.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt className="flex flex-col items-start gap-1 sm:flex-row">
              {keys.map((key) => (
                <kbd key={key} className="rounded-md border border-line bg-sunken px-1.5 py-0.5 font-mono text-sm">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
