import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { focusStart } from '#renderer/base/focus-start.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import { sectionActs } from '../acts.ts'

type Props = {
  /** The name by which its key finds it. */
  name: SectionName
  title: string
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

/** A section of the profile: its key goes to it and to where one types in it. */
export function Part({ name, title, note, tools, children }: Props) {
  const part = useRef<HTMLDivElement>(null)
  const held = useRef(false)
  // What had the focus may be removed with what it removed: the focus stays in the section, or Esc would leave the screen
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) part.current?.focus({ preventScroll: true })
  })
  return (
    <div
      id={`guest-${name}`}
      ref={part}
      tabIndex={-1}
      className="g-part"
      onFocus={() => {
        held.current = true
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !part.current?.contains(event.relatedTarget)) held.current = false
      }}
    >
      <Section
        title={
          <>
            {title} {hasKey(name) && <KeyHint keys={sectionActs[name].key} />}
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

function hasKey(name: SectionName): name is keyof typeof sectionActs {
  return name in sectionActs
}

/** Scrolls to a section and puts the focus where one goes on from there. */
export function goToSection(name: SectionName): void {
  const part = document.getElementById(`guest-${name}`)
  if (!part) return
  part.scrollIntoView({ block: 'start' })
  focusStart(part)
}
