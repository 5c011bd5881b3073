import { Table, Td, Th } from "#components/ui/table.tsx";
import type { DnsList } from "#core/blocklist/dns-list.ts";
import { SUBJECT_WORDS, WEIGHT_WORDS } from "#core/blocklist/weight-words.ts";

/** The lists everybody has: who runs them, what they hold, how much they matter and why, and on which terms they are asked. */
export function CatalogueTable({ lists }: { lists: readonly DnsList[] }) {
  return (
    <Table label="The lists of the catalogue">
      <thead>
        <tr>
          <Th>List</Th>
          <Th>Holds</Th>
          <Th>Weight</Th>
          <Th>Terms</Th>
          <Th>Removal</Th>
        </tr>
      </thead>
      <tbody>
        {lists.map(({ id, name, operator, zone, keyed, holds, weight, why, terms, delistUrl }) => (
          <tr key={id}>
            <Td className="min-w-48">
              {name}
              <span className="block text-sm text-muted">{operator}</span>
              <span className="block font-mono text-sm text-muted">{zone ?? keyed?.zone}</span>
            </Td>
            <Td className="whitespace-nowrap">{holds.map((subject) => SUBJECT_WORDS[subject]).join(", ")}</Td>
            <Td className="min-w-56">
              {WEIGHT_WORDS[weight].name}
              <span className="block text-sm text-muted">{why}</span>
            </Td>
            <Td className="min-w-56 text-sm">
              {terms.says}{" "}
              <Outward href={terms.url} label={`Terms of ${name}`}>
                Terms
              </Outward>
            </Td>
            <Td>
              {delistUrl && (
                <Outward href={delistUrl} label={`Removal from ${name}`}>
                  Removal
                </Outward>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Outward({ href, label, children }: { href: string; label: string; children: string }) {
  return (
    <a className="link" href={href} aria-label={label} rel="noreferrer" target="_blank">
      {children}
    </a>
  );
}
