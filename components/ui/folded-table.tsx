"use client";

import { Folded } from "./folded.tsx";
import { Table, Td, Th } from "./table.tsx";

type Props = { label: string; head: readonly string[]; rows: () => readonly (readonly string[])[] };

/** The figures behind a picture, folded up: the first column names each row, the others are figures. */
export function FoldedTable({ label, head, rows }: Props) {
  return (
    <Folded summary="As a table" summaryClassName="w-fit text-sm text-muted">
      {() => (
        <div className="mt-2 max-h-80 overflow-y-auto">
          <Table label={label}>
            <thead>
              <tr>
                {head.map((name, column) => (
                  <Th key={name} align={column === 0 ? "left" : "right"}>
                    {name}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, column) => (
                    <Td key={head[column]} align={column === 0 ? "left" : "right"} className="whitespace-nowrap">
                      {cell}
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </Folded>
  );
}
