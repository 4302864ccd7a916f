import type { ReactNode } from 'react'
import { Heading } from './Heading.tsx'

export type TimelineEntry = {
  key: string | number
  /** Left: a date or a span. */
  when: ReactNode
  /** The state's mark on the line. */
  mark?: ReactNode
  what: ReactNode
  /** Right: a figure. */
  figure?: ReactNode
  /** Still to come: drawn lighter. */
  future?: boolean
}

/** Things in time, newest first, on one line; years or other heads stand between. */
export function Timeline({
  label,
  groups,
}: {
  label: string
  groups: readonly { head: ReactNode; key: string | number; entries: readonly TimelineEntry[] }[]
}) {
  return (
    <div className="k-timeline">
      {groups.map((group) => (
        <section key={group.key} aria-label={`${label} ${group.key}`}>
          <Heading className="k-timeline-head">{group.head}</Heading>
          <ol>
            {group.entries.map((entry) => (
              <li key={entry.key} className={entry.future ? 'k-timeline-future' : ''}>
                <span className="k-timeline-when">{entry.when}</span>
                <span className="k-timeline-mark">{entry.mark}</span>
                <span className="k-timeline-what">{entry.what}</span>
                {entry.figure !== undefined && <span className="k-num">{entry.figure}</span>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
