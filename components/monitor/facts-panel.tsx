import { Time } from "#components/ui/time.tsx";
import type { SeenFacts } from "#core/change/seen.ts";
import { softwareOf } from "#core/check/software.ts";
import { CertificatePanel } from "./certificate-panel.tsx";
import { Fact, Wire } from "./fact.tsx";

type Props = { facts: SeenFacts; seenAt: Date; now: number; zone: string };

/** What is known of the server from when it last worked. */
export function FactsPanel({ facts, seenAt, now, zone }: Props) {
  const { banner, tls, certificate, capabilities } = facts;
  const software = banner === null ? null : softwareOf(banner);
  return (
    <div className="grid gap-6">
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact term="Greeting">{banner === null ? "none yet" : <Wire>{banner}</Wire>}</Fact>
        {software !== null && <Fact term="Software">{software}</Fact>}
        <Fact term="TLS">{tls === null ? "not used" : <Wire>{`${tls.protocol}, ${tls.cipher}`}</Wire>}</Fact>
        {capabilities.length > 0 && (
          <Fact term="Capabilities" className="min-w-0 sm:col-span-2 lg:col-span-3">
            <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
              {capabilities.map((capability) => (
                <li key={capability}>
                  <Wire>{capability}</Wire>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      {certificate && <CertificatePanel certificate={certificate} now={now} zone={zone} />}
      <p className="text-sm text-muted">
        As it was seen <Time at={seenAt} zone={zone} />, when something of it was last new.
      </p>
    </div>
  );
}
