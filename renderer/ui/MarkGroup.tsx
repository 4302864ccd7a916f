import { Mark } from './Mark.tsx'
import type { MarkName } from './marks.ts'

export type Counted = { of: MarkName; count: number; words: string }

/** Marks with their numbers as one: the first that there is, with the number of all; their words are its tip. Nothing where there are none. */
export function MarkGroup({ marks }: { marks: readonly Counted[] }) {
  const some = marks.filter(({ count }) => count > 0)
  const [first] = some
  if (!first) return null
  const words = some.map((one) => one.words).join(' · ')
  return (
    <span className="k-state" title={words}>
      <Mark of={first.of} /> <span aria-hidden>{some.reduce((sum, { count }) => sum + count, 0)}</span>
      <span className="k-hidden">{words}</span>
    </span>
  )
}
