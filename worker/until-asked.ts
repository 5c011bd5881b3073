/** Waits until this process is asked to stop, by a signal or because the process that started it is gone. Returns which. */
export function untilAsked(): Promise<string> {
  return new Promise((resolve) => {
    if ("connected" in process && !process.connected) resolve("disconnect"); // it went while this process was starting
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, resolve);
    process.on("disconnect", () => resolve("disconnect"));
  });
}
