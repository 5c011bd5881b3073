/** What the latest check says against the status of a monitor (`words`, components/monitor/contrary-words.ts), before that is sure enough to count. */
export function Contrary({ words }: { words: string }) {
  return (
    <span className="wrap-anywhere">
      {words}, <span className="text-muted">being confirmed</span>
    </span>
  );
}
