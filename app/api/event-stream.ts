const HEARTBEAT_MS = 20_000;

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no", // nginx would hold it back
};

/** A way to tell an open page something. What is sent after the end goes nowhere. */
export type EventStream = { send: (event: string, data: unknown, id?: number) => void; end: () => void };

/**
 * Answers with server-sent events (WHATWG HTML, section 9.2) until the browser goes or `end` is called. A comment goes out every 20 s, so
 * that nothing between us closes it. `begin` starts the telling and returns what stops it.
 */
export function eventStream(signal: AbortSignal, begin: (stream: EventStream) => () => void): Response {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  let isOver = false;

  const write = (text: string) => {
    if (!isOver) writer.write(encoder.encode(text)).catch(() => undefined); // the browser is gone, and `closed` says so
  };
  const send: EventStream["send"] = (event, data, id) =>
    write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
  write("retry: 2000\n\n");
  const stop = begin({ send, end: () => queueMicrotask(end) });

  function end() {
    if (isOver) return;
    isOver = true;
    clearInterval(heartbeat);
    stop();
    writer.close().catch(() => undefined); // the browser closed it first
  }
  signal.addEventListener("abort", end, { once: true });
  writer.closed.then(end, end);
  if (signal.aborted) end();
  return new Response(readable, { headers: HEADERS });
}
