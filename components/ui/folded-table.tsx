"use client";

import { useState } from "react";
import { Table, Td, Th } from "./table.tsx";

type Props = { label: string; head: readonly string[]; rows: readonly (readonly string[])[] };

/**
 * The figures behind a picture, folded up: the first column names each row, the others are figures. It is made when somebody opens it, for
 * a thousand cells that nobody looks at are most of what a page would weigh.
 */
export function FoldedTable({ label, head, rows }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const lookWhetherOpen = (details: HTMLDetailsElement | null) => {
    if (details?.open) setIsOpen(true); // before this ran
  };
  return (
    <details ref={lookWhetherOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="w-fit text-sm text-muted">As a table</summary>
      {isOpen && (
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
              {rows.map((row) => (
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
    </details>
  );
}
