import type { ReactNode } from "react";
import { Time } from "#components/ui/time.tsx";
import type { CertificateFacts, Facts } from "#core/result.ts";
import { exactTime } from "#core/relative-time.ts";
import { visibleText } from "#core/visible-text.ts";

const DAY_MS = 86_400_000;

type Props = { facts: Facts; seenAt: Date; now: number; zone: string };

/** What is known of the server from the last check that went well. */
export function FactsPanel({ facts, seenAt, now, zone }: Props) {
  const { banner, addresses, address, tls, certificate, capabilities } = facts;
  return (
    <>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact term="Greeting">{banner === null ? "–" : <Wire>{banner}</Wire>}</Fact>
        <Fact term={addresses.length === 1 ? "Address" : "Addresses"}>
          <ul>
            {addresses.map((each) => (
              <li key={each}>
                <Wire>{each}</Wire>
                {each === address && addresses.length > 1 && <span className="text-muted"> connected</span>}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact term="TLS">{tls === null ? "not used" : <Wire>{`${tls.protocol}, ${tls.cipher}`}</Wire>}</Fact>
        {certificate && <Certificate certificate={certificate} now={now} zone={zone} />}
        <Fact term="Capabilities">
          <ul className="flex flex-wrap gap-x-3">
            {capabilities.map((capability) => (
              <li key={capability}>
                <Wire>{capability}</Wire>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      <p className="mt-4 text-sm text-muted">
        Seen <Time at={seenAt} zone={zone} />, when a check last went well and was kept.
      </p>
    </>
  );
}

function Certificate({ certificate, now, zone }: { certificate: CertificateFacts; now: number; zone: string }) {
  const until = new Date(certificate.notAfter);
  const days = Math.floor((until.getTime() - now) / DAY_MS);
  return (
    <Fact term="Certificate">
      <span className={days < 14 ? "font-medium text-degraded" : undefined}>
        {days >= 0 ? `${days} ${days === 1 ? "day" : "days"} left` : `expired ${-days} days ago`}
      </span>
      <span className="text-muted">, until {exactTime(until, zone)}</span>
      <span className="block">
        <Wire>{certificate.subject}</Wire>
      </span>
      <span className="block text-sm text-muted">
        issued by <Wire>{certificate.issuer}</Wire>
      </span>
    </Fact>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="mt-0.5 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** Something a server said. */
function Wire({ children }: { children: string }) {
  return <span className="font-mono text-xs">{visibleText(children)}</span>;
}
