"use client";

import { useEffect, useState } from "react";
import { ShiftList, type Shift } from "./shift-list.tsx";

/** Who would be on call, or why nobody can say. */
export type ShiftAnswer = { shifts: Shift[]; error: string | null };
export type PreviewShifts = (rotations: string, timeZone: string) => Promise<ShiftAnswer>;

const WAIT_MS = 400;

/** Who would have it in the next two weeks by what is typed, asked for shortly after the last key. */
export function ShiftPreview({ rotations, timeZone, ask }: { rotations: string; timeZone: string; ask: PreviewShifts }) {
  const [answer, setAnswer] = useState<ShiftAnswer | null>(null);
  useEffect(() => {
    let isOver = false;
    const show = async () => {
      const next = await ask(rotations, timeZone);
      if (!isOver) setAnswer(next);
    };
    const timer = setTimeout(() => void show(), WAIT_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [rotations, timeZone, ask]);
  return (
    <section aria-labelledby="preview" className="content-start">
      <h2 id="preview" className="mb-1 text-lg font-semibold">
        Who has it
      </h2>
      <p className="mb-3 text-sm text-muted">For two weeks from now, by the clocks of {timeZone}, without those who take over.</p>
      <div aria-live="polite" className="min-h-32">
        {answer?.error && <p className="text-muted">{answer.error}</p>}
        {answer && answer.shifts.length > 0 && <ShiftList shifts={answer.shifts} />}
      </div>
    </section>
  );
}
