import type { TakeTurn } from "#network/take-turn.ts";

/**
 * A script's own connections to one address have one turn together: it would otherwise wait for itself, where it reads from the server that it still
 * sends to. The turn is given back with the last of them.
 */
export function shareTurns(takeTurn: TakeTurn): TakeTurn {
  const held = new Map<string, { connections: number; end: () => void }>();
  return async (address, port, withinMs) => {
    let turn = held.get(address);
    if (turn === undefined) {
      const end = await takeTurn(address, port, withinMs);
      if (end === null) return null;
      turn = { connections: 0, end };
      held.set(address, turn);
    }
    const mine = turn;
    mine.connections++;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      if (--mine.connections > 0) return;
      held.delete(address);
      mine.end();
    };
  };
}
