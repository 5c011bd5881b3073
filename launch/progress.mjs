/**
 * Says what is being done, with the seconds since the start; a step that takes long says that it goes on.
 * @param {number} [beatMs] how often
 */
export function startProgress(beatMs = 10_000) {
  const from = performance.now();
  const seconds = () => (performance.now() - from) / 1000;
  const say = (/** @type {string} */ text) => process.stdout.write(`${seconds().toFixed(1).padStart(6)} s  ${text}\n`);

  /**
   * @template Result
   * @param {string} name
   * @param {() => Promise<Result>} run
   * @returns {Promise<Result>}
   */
  const step = async (name, run) => {
    say(name);
    const beat = setInterval(() => say(`  still: ${name}`), beatMs);
    try {
      return await run();
    } finally {
      clearInterval(beat);
    }
  };
  return { say, step, seconds };
}

/** @typedef {ReturnType<typeof startProgress>} Progress */
