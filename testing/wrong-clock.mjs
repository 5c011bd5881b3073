// Loaded before everything else, it makes the clock on the wall wrong: ahead by WALL_AHEAD_MS, and by so much more as each SIGUSR2 says, one
// of WALL_STEPS_MS after the other. What only runs on (performance.now, timers) goes on as it does when somebody puts a real clock right.
const Right = Date;
const steps = (process.env.WALL_STEPS_MS ?? "").split(",").map(Number);
let aheadMs = Number(process.env.WALL_AHEAD_MS ?? 0);
process.on("SIGUSR2", () => (aheadMs += steps.shift() ?? 0));

const wrongNow = () => Right.now() + aheadMs;

globalThis.Date = new Proxy(Right, {
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [wrongNow()] : given, asked),
  get: (target, name) => (name === "now" ? wrongNow : Reflect.get(target, name)),
});
