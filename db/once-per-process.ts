const store = globalThis as typeof globalThis & { ehlowatch?: Map<string, unknown> };

/** Makes a thing once in this process, even where the bundler loads a module twice (pages and route handlers of Next.js). */
export function oncePerProcess<T>(name: string, make: () => T): T {
  store.ehlowatch ??= new Map();
  if (!store.ehlowatch.has(name)) store.ehlowatch.set(name, make());
  return store.ehlowatch.get(name) as T;
}
