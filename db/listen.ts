import pg from "pg";
import { env } from "#env.ts";
import { oncePerProcess } from "./once-per-process.ts";
import { TOPICS, type Topic } from "./topic.ts";

type Listener = (payload: string) => void;

const RECONNECT_AFTER_MS = 1_000;

/**
 * Calls `listener` for each notification of a topic until the returned function is called. The process has one LISTEN connection
 * for all listeners, opened with the first and re-opened when it breaks. Each time it opens every listener is called once with an
 * empty payload: something may have been missed before, so look.
 */
export function listen(topic: Topic, listener: Listener): () => void {
  const hub = oncePerProcess("listen", openHub);
  hub.listeners.get(topic)!.add(listener);
  return () => hub.listeners.get(topic)!.delete(listener);
}

/** Closes the LISTEN connection of this process, if it was ever opened. */
export async function stopListening(): Promise<void> {
  await oncePerProcess("listen", openHub).close();
}

function openHub() {
  const listeners = new Map<string, Set<Listener>>(TOPICS.map((topic) => [topic, new Set()]));
  let client: pg.Client | null = null;
  let closed = false;

  const connect = async () => {
    if (closed) return;
    const next = new pg.Client({ connectionString: env.DATABASE_URL, application_name: "ehlowatch listen", keepAlive: true });
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      next.end().catch(() => undefined); // it is broken already
      if (!closed) setTimeout(() => void connect(), RECONNECT_AFTER_MS).unref();
    };
    next.on("error", over);
    next.on("end", over);
    next.on("notification", ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? "");
    });
    try {
      await next.connect();
      for (const topic of TOPICS) await next.query(`listen ${topic}`);
    } catch {
      return over(); // the database is away: try again
    }
    client = next;
    for (const each of listeners.values()) for (const listener of each) listener("");
  };
  void connect();

  const close = async () => {
    closed = true;
    await client?.end().catch(() => undefined);
  };
  return { listeners, close };
}
