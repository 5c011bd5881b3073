import { Fragment } from "react";
import { certificateLeft } from "#core/change/certificate-left.ts";
import type { CertificateFacts, ChainLink } from "#core/check/result.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { Fact, Wire } from "./fact.tsx";
import { URGENCY_LOOKS } from "./urgency-looks.ts";

const MOST_NAMES = 12;

type Props = { certificate: CertificateFacts; now: number; zone: string };

/** The certificate a server shows: how long it lasts, for whom and by whom it was made, how strong it is, and the chain that came with it. */
export function CertificatePanel({ certificate, now, zone }: Props) {
  const { subject, issuer, names, notBefore, notAfter, key, signature, chain, fingerprint256 } = certificate;
  const left = certificateLeft(Date.parse(notAfter), now);
  const unshown = names.length - MOST_NAMES;
  return (
    <section aria-label="Certificate" className="border-t border-line pt-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">Certificate</span>
        <span className={URGENCY_LOOKS[left.urgency]}>{left.words}</span>
      </h3>
      <dl className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact term="Subject">
          <Wire>{subject}</Wire>
        </Fact>
        <Fact term="Issued by">
          <Wire>{issuer}</Wire>
        </Fact>
        <Fact term="Valid">
          {exactTime(new Date(notBefore), zone)} to {exactTime(new Date(notAfter), zone)}
        </Fact>
        <Fact term="Names">
          {names.length === 0 ? "none" : <Wire>{names.slice(0, MOST_NAMES).join(", ")}</Wire>}
          {unshown > 0 && <span className="text-muted"> and {unshown} more</span>}
        </Fact>
        {(key || signature) && (
          <Fact term="Key and signature">
            <Wire>
              {[...(key ? [`${key.type.toUpperCase()} ${key.bits} bits`] : []), ...(signature ? [signature] : [])].join(", ")}
            </Wire>
          </Fact>
        )}
        {chain && (
          <Fact term="Chain that came with it">{chain.length === 0 ? "none: it came alone" : <Chain chain={chain} />}</Fact>
        )}
        <Fact term="SHA-256 fingerprint" className="min-w-0 sm:col-span-2 lg:col-span-3">
          <Fingerprint>{fingerprint256}</Fingerprint>
        </Fact>
      </dl>
    </section>
  );
}

/** Its lines end between two bytes. */
function Fingerprint({ children }: { children: string }) {
  return (
    <span className="font-mono text-xs">
      {children.split(/(?<=:)/).map((byte, position) => (
        <Fragment key={position}>
          {byte}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}

function Chain({ chain }: { chain: readonly ChainLink[] }) {
  return (
    <ol className="grid gap-0.5">
      {chain.map(({ subject, notAfter }, position) => (
        <li key={position}>
          <Wire>{subject}</Wire> <span className="text-sm text-muted">until {notAfter.slice(0, 10)}</span>
        </li>
      ))}
    </ol>
  );
}
