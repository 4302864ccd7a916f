import { useMemo, useState } from 'react'
import { useMemory } from '#renderer/base/route/memory.ts'
import type { Line } from '#renderer/parts/folio/folio-view.ts'

const none: ReadonlySet<number> = new Set()

export type LineChoice = {
  active: Line | undefined
  /** The place of the line that the arrows are on. */
  at: number
  marked: ReadonlySet<number>
  /** What an act takes: the marked lines, or the one that the arrows are on. */
  chosen: readonly Line[]
  /** To a line; `extend`: with all between it and where the marking began. */
  moveTo: (at: number, extend?: boolean) => void
  /** Marks the line, or unmarks it. */
  toggle: (at: number) => void
  all: () => void
  clear: () => void
}

/** Which lines of a list are chosen, by id: lines that are gone are chosen no longer. */
export function useLineChoice(lines: readonly Line[]): LineChoice {
  const [activeId, setActive] = useMemory<number | null>('line', null)
  const [marks, setMarks] = useState<ReadonlySet<number>>(none)
  const [anchor, setAnchor] = useState<number | null>(null)
  const found = lines.findIndex(({ id }) => id === activeId)
  // The newest is last: it is what a clerk has just posted
  const at = found >= 0 ? found : lines.length - 1
  return useMemo(() => {
    const marked = new Set(lines.filter(({ id }) => marks.has(id)).map(({ id }) => id as number))
    const active = lines[at]
    const idAt = (place: number) => (lines[place]?.id as number | undefined) ?? null
    return {
      active,
      at,
      marked,
      chosen: marked.size > 0 ? lines.filter(({ id }) => marked.has(id)) : active ? [active] : [],
      moveTo: (to, extend = false) => {
        setActive(idAt(to))
        if (!extend) return setAnchor(null)
        const from = anchor === null ? at : lines.findIndex(({ id }) => id === anchor)
        if (anchor === null) setAnchor(idAt(at))
        const [low, high] = from < to ? [from, to] : [to, from]
        setMarks(new Set(lines.slice(Math.max(0, low), high + 1).map(({ id }) => id as number)))
      },
      toggle: (place) => {
        const id = idAt(place)
        if (id === null) return
        setActive(id)
        setMarks(marked.has(id) ? new Set([...marked].filter((one) => one !== id)) : new Set([...marked, id]))
      },
      all: () => setMarks(new Set(lines.map(({ id }) => id as number))),
      clear: () => setMarks(none),
    }
  }, [lines, at, marks, anchor, setActive])
}
