/** The columns of the list of monitors, where there is room for them. */
export const MONITOR_GRID = "md:grid-cols-[8.5rem_minmax(0,1fr)_minmax(8rem,15rem)_4.5rem_4.5rem_4.5rem_5.5rem]";
