import { type ReactNode, useId } from 'react'

/** A control of the bar with its name above it. */
export function Labelled({ label, children }: { label: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <span className="rp-labelled">
      <label className="k-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </span>
  )
}
