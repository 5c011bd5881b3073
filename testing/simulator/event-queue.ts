/** What is to happen, in the order of its instants; what was added first goes first at the same one. */
export type EventQueue<Event> = {
  add(at: number, event: Event): void;
  /** Takes out the next one, where it is due before an instant. */
  takeBefore(at: number): { at: number; event: Event } | null;
};

type Entry<Event> = { at: number; order: number; event: Event };

/** A binary heap. */
export function createEventQueue<Event>(): EventQueue<Event> {
  const heap: Entry<Event>[] = [];
  let added = 0;

  const isFirst = (one: number, other: number) => {
    const [a, b] = [heap[one]!, heap[other]!];
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  };
  const swap = (one: number, other: number) => {
    [heap[one], heap[other]] = [heap[other]!, heap[one]!];
  };

  return {
    add(at, event) {
      heap.push({ at, order: added++, event });
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >>> 1;
        if (!isFirst(child, parent)) return;
        swap(child, parent);
        child = parent;
      }
    },
    takeBefore(at) {
      const first = heap[0];
      if (first === undefined || first.at >= at) return null;
      const last = heap.pop()!;
      if (heap.length === 0) return first;
      heap[0] = last;
      for (let parent = 0; ;) {
        const [left, right] = [2 * parent + 1, 2 * parent + 2];
        let least = parent;
        if (left < heap.length && isFirst(left, least)) least = left;
        if (right < heap.length && isFirst(right, least)) least = right;
        if (least === parent) return first;
        swap(parent, least);
        parent = least;
      }
    },
  };
}
