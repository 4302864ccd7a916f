import type { ReactNode } from 'react'
import { Mark } from './Mark.tsx'

export type AlertLine = {
  key: string | number
  text: ReactNode /** Where it matters: “check-in”. */
  area?: ReactNode
  blocking?: boolean
}

/** What must not be overlooked, at the top of a profile or booking; what blocks is first and in red. */
export function AlertBanner({
  label,
  alerts,
  tools,
}: {
  label: string
  alerts: readonly AlertLine[]
  tools?: ReactNode
}) {
  if (alerts.length === 0) return null
  const ordered = alerts.toSorted((a, b) => Number(b.blocking ?? false) - Number(a.blocking ?? false))
  return (
    <section className={`k-alerts${ordered[0]?.blocking ? ' k-alerts-blocking' : ''}`} aria-label={label}>
      <ul>
        {ordered.map((alert) => (
          <li key={alert.key} className={alert.blocking ? 'k-alert-blocking' : ''}>
            <Mark of={alert.blocking ? 'blocking' : 'warning'} />
            {alert.area && <b>{alert.area}</b>}
            <span>{alert.text}</span>
          </li>
        ))}
      </ul>
      {tools}
    </section>
  )
}
