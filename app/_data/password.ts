import { hash, verify, type Options } from "@node-rs/argon2";

/** argon2id (algorithm 2) with 19 MiB, two passes and one lane, as OWASP recommends. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

const CURRENT = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;

/** So many are hashed at once, so that a rush of sign-ins takes neither all the memory nor all the threads. */
const AT_ONCE = 2;

/** A hash nobody knows the password of: it is verified for addresses that have no account, so that both take as long. */
export const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$6clqLEaRC5G2Hhq34Q/1bA$PW4AYNl1gBkH8PCwaCbcsXr4hW3aRDbz3wFe4ROixHM";

/** The PHC string to keep of a password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(spelled(password), PARAMETERS));
}

/** Whether a password is the one of a hash. Without a hash it takes as long and says no. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await inTurn(() => verify(passwordHash ?? NOBODY, spelled(password)));
  return isRight && passwordHash !== null;
}

/** Whether a hash was made with other parameters than today's. */
export function isOutdated(passwordHash: string): boolean {
  const [, memory, time, lanes] = CURRENT.exec(passwordHash) ?? [];
  return (
    Number(memory) !== PARAMETERS.memoryCost || Number(time) !== PARAMETERS.timeCost || Number(lanes) !== PARAMETERS.parallelism
  );
}

/** Two keyboards may write one letter in two ways: the same password either way (NIST SP 800-63B, 3.1.1.2). */
function spelled(password: string): string {
  return password.normalize("NFKC");
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next(); // the place is handed over
    else running--;
  }
}
