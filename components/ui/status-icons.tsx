"use client";

import { HEALTH_STATUSES } from "#core/check/status.ts";
import { STATUS_LOOKS, statusIconId } from "./status-mark.tsx";

/** The icon of each status, once for all of a page's marks to use: a list has a hundred of them. */
export function StatusIcons() {
  return (
    <svg aria-hidden width={0} height={0} className="absolute">
      {HEALTH_STATUSES.map((status) => {
        const Icon = STATUS_LOOKS[status].icon;
        return (
          <symbol key={status} id={statusIconId(status)} viewBox="0 0 24 24">
            <Icon />
          </symbol>
        );
      })}
    </svg>
  );
}
