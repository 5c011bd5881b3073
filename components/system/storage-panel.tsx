import { Table, Td, Th } from "#components/ui/table.tsx";
import { daysAhead, type Storage } from "#core/system/system.ts";
import { bytesText } from "#core/text/bytes-text.ts";

/** How large the database is, and the partitions of results, the newest first. */
export function StoragePanel({ storage: { databaseBytes, partitions }, now }: { storage: Storage; now: number }) {
  const ahead = daysAhead(partitions, now);
  return (
    <>
      <p className="mb-4">
        The database holds {bytesText(databaseBytes)}.{" "}
        {ahead >= 0 && (
          <span className="text-muted">Results have room for today and {ahead === 1 ? "1 day" : `${ahead} days`} ahead.</span>
        )}
      </p>
      {partitions.length > 0 && (
        <Table label="Partitions of results" className="max-w-form">
          <thead>
            <tr>
              <Th>Partition</Th>
              <Th align="right">Rows, about</Th>
              <Th align="right">Size</Th>
            </tr>
          </thead>
          <tbody>
            {partitions.toReversed().map(({ name, rows, bytes }) => (
              <tr key={name}>
                <Td className="font-mono text-sm">{name}</Td>
                <Td align="right">{rows === null ? "–" : rows.toLocaleString("en")}</Td>
                <Td align="right" className="whitespace-nowrap">
                  {bytesText(bytes)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
