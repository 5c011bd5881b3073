import { rfcLinks } from "#core/diagnosis/rfc-links.ts";

/** Where a rule stands, to be read there. */
export function RfcLinks({ rfc }: { rfc: string }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {rfcLinks(rfc).map(({ text, href }) => (
        <li key={href}>
          <a className="link" href={href} rel="noreferrer">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
