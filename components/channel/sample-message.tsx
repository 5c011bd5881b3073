/** What a channel sends, for whoever programs what takes it. */
export function SampleMessage({ sample }: { sample: string }) {
  return (
    <details className="max-w-prose">
      <summary className="cursor-pointer font-medium">What is sent</summary>
      <p className="mt-3 text-muted">
        A POST with the headers <code>webhook-id</code>, <code>webhook-timestamp</code> and <code>webhook-signature</code>. Verify
        them with the signing secret and a library of Standard Webhooks; there is one for every common language. The id is the same
        where a message is sent again.
      </p>
      <pre className="mt-3 rounded-md border border-line bg-sunken p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
        {sample}
      </pre>
    </details>
  );
}
