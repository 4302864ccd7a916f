import type { ReactNode } from 'react'

type Props = { label: string; className?: string; children: ReactNode }

/** A part of the screen that scrolls by itself, by keys too. */
export function ScrollArea({ label, className = 'im-scroll', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus no key could scroll it
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
