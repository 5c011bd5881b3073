import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Says that somebody has taken the incident on. */
export function AcknowledgeButton({ acknowledge }: { acknowledge: () => Promise<void> }) {
  return (
    <form action={acknowledge}>
      <SubmitButton pendingText="Acknowledging">Acknowledge</SubmitButton>
    </form>
  );
}
