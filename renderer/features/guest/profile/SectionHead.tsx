import type { ReactNode } from 'react'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Section } from '#renderer/ui/Pane.tsx'

type Props = {
  /** The name by which its key finds it. */
  name: SectionName
  title: string
  keys?: string
  note?: ReactNode
  tools?: ReactNode
  children: ReactNode
}

export const sectionNames = [
  'identity',
  'contacts',
  'documents',
  'preferences',
  'consents',
  'stays',
  'changes',
  'requests',
  'loyalty',
  'notes',
] as const
export type SectionName = (typeof sectionNames)[number]

/** A section of the profile: its key goes to it and to the first thing in it. */
export function Part({ name, title, keys, note, tools, children }: Props) {
  return (
    <div id={`guest-${name}`} tabIndex={-1} className="g-part">
      <Section
        title={
          <>
            {title} {keys && <KeyHint keys={keys} />}
          </>
        }
        note={note}
        tools={tools}
      >
        {children}
      </Section>
    </div>
  )
}

const FOCUSABLE =
  'input:not([type=hidden]), textarea, [role=grid], .k-section-body button, dd button, li button'

/** Scrolls to a section and puts the focus where one goes on from there. */
export function goToSection(name: SectionName): void {
  const part = document.getElementById(`guest-${name}`)
  if (!part) return
  part.scrollIntoView({ block: 'start' })
  const first =
    part.querySelector<HTMLElement>('[data-start]') ??
    part.querySelector<HTMLElement>(FOCUSABLE) ??
    part.querySelector<HTMLElement>('button, a')
  ;(first ?? part).focus({ preventScroll: true })
}
