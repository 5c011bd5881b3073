import { Alert } from "#components/ui/alert.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { MadeSecret } from "#core/channel/channel-form.ts";
import { inSentence } from "#core/text/in-sentence.ts";

type Props = {
  title: string;
  secrets: readonly MadeSecret[];
  /** Where there is a channel to go to. */
  channelId?: number;
};

/** Secrets that we made, shown this once. */
export function MadeSecrets({ title, channelId, secrets }: Props) {
  return (
    <div className="grid max-w-prose gap-5">
      <Alert tone="success" title={title}>
        Copy what stands below now: it is stored sealed and not shown again.
      </Alert>
      <dl className="grid gap-5">
        {secrets.map(({ label, hint, value }) => (
          <div key={label} className="grid gap-1.5">
            <dt className="text-sm font-medium">{label}</dt>
            <dd className="flex flex-wrap items-center gap-3">
              <code className="min-w-0 rounded bg-sunken px-2 py-1 font-mono text-sm wrap-anywhere">{value}</code>
              <CopyText text={value}>{`Copy ${inSentence(label)}`}</CopyText>
            </dd>
            <dd className="text-sm text-muted">{hint}</dd>
          </div>
        ))}
      </dl>
      {channelId !== undefined && (
        <LinkButton href={`/channels/${channelId}`} variant="primary" className="justify-self-start">
          Go to the channel
        </LinkButton>
      )}
    </div>
  );
}
