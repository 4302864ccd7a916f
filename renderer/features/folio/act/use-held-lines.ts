import { useRef } from 'react'
import type { Line } from '#renderer/parts/folio/folio-view.ts'

const every = () => true

/**
 * The lines that an act takes, as they were chosen when it began: what is marked or read again later changes nothing of it.
 * Opened by its address, an act begins once the list has said what is chosen.
 */
export function useHeldLines(
  chosen: readonly Line[],
  fits: (line: Line) => boolean = every,
): readonly Line[] {
  const held = useRef<readonly Line[]>([])
  if (held.current.length === 0) held.current = chosen.filter((line) => line.live && fits(line))
  return held.current
}
