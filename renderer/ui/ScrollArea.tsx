import type { ReactNode } from 'react'

type Props = {
  label: string
  className: string
  /** False where fields within take the focus, and scroll it along. */
  focusable?: boolean
  children: ReactNode
}

/** A part of the screen that scrolls by itself, by keys too. */
export function ScrollArea({ label, className, focusable = true, children }: Props) {
  return (
    <section className={className} aria-label={label} tabIndex={focusable ? 0 : undefined}>
      {children}
    </section>
  )
}
