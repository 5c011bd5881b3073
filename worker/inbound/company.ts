/** Who is connected: how many, and what each has had refused. */
export type Company = {
  /** A connection begins; false where there are too many from this peer. `onTooLong` is called when it has had its time. */
  enter(id: string, peer: string, onTooLong: () => void): boolean;
  /** Counts a refusal; true where it was one too many. */
  refuse(id: string): boolean;
  leave(id: string): void;
};

export type CompanyLimits = { ofPeer: number; refusals: number; withinMs: number };

/** Keeps whoever connects within limits: so many connections of an address at once, each with so much time, and so many refusals. */
export function keepCompany({ ofPeer, refusals, withinMs }: CompanyLimits): Company {
  const connections = new Map<string, { peer: string; refused: number; timer: NodeJS.Timeout }>();
  const countOf = (peer: string) => [...connections.values()].filter((other) => other.peer === peer).length;
  return {
    enter(id, peer, onTooLong) {
      if (countOf(peer) >= ofPeer) return false;
      connections.set(id, { peer, refused: 0, timer: setTimeout(onTooLong, withinMs).unref() });
      return true;
    },
    refuse(id) {
      const connection = connections.get(id);
      if (connection) connection.refused++;
      return connection !== undefined && connection.refused > refusals;
    },
    leave(id) {
      clearTimeout(connections.get(id)?.timer);
      connections.delete(id);
    },
  };
}
