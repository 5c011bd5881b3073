"use client";

import { CircleStop } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.ts";

/** Ends what is on of a maintenance. `end` says what is wrong, or nothing. */
export function EndButton({ name, end }: { name: string; end: () => Promise<string | null> }) {
  const [isPending, startTransition] = useTransition();
  const endNow = () =>
    startTransition(async () => {
      const trouble = await end();
      await toast(trouble ?? "Ended. The next checks say how the monitors are.", { isError: trouble !== null });
    });
  return (
    <Button disabled={isPending} onClick={endNow} aria-label={`End ${name} now`}>
      <CircleStop aria-hidden /> End now
    </Button>
  );
}
