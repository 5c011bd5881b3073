import { isLoginRefusal } from "#core/check/login-refusal.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Session } from "#network/session.ts";

/**
 * Where a check takes several ways to a server, one logs in after the other, and none where another was refused for good: a password that
 * is wrong is wrong once for each check, not once for each address.
 */
export class LoginTurns {
  #last: Promise<unknown> = Promise.resolve();
  #isRefused = false;

  /**
   * Logs in when it is this way's turn, or does what is to be done in place of it. Waiting is no part of the stage's time. A turn ends with
   * the login or, where a mailbox is locked for whoever is in it (`isAlone`), with the session.
   */
  run(
    session: Session,
    logIn: () => Promise<Reason | null>,
    otherwise: () => Reason | null,
    isAlone = false,
  ): Promise<Reason | null> {
    const before = this.#last;
    const turn = async () => {
      await session.clock.outsideOfTime(before);
      if (this.#isRefused) return otherwise();
      const reason = await logIn();
      this.#isRefused = isLoginRefusal(reason);
      return reason;
    };
    const mine = turn();
    const left = isAlone ? new Promise<void>((resolve) => session.onClose(resolve)) : null;
    this.#last = Promise.all([mine.catch(() => undefined), left]); // whoever waits does not care how it went
    return mine;
  }
}
