"use client";

import { useState, type ComponentProps, type PointerEvent } from "react";

type Props = ComponentProps<"rect"> & { count: number; wordsOf: (position: number) => string };

/** Lies over `count` things of the same width in a picture, and says the words of the one that somebody points at. */
export function PointedAt({ count, wordsOf, ...rect }: Props) {
  const [position, setPosition] = useState<number | null>(null);
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setPosition(Math.min(count - 1, Math.max(0, Math.floor(((clientX - left) / width) * count))));
  };
  return (
    <rect fill="transparent" {...rect} onPointerMove={point}>
      {position !== null && <title>{wordsOf(position)}</title>}
    </rect>
  );
}
