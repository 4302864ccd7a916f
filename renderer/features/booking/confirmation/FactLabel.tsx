import { createContext, type ReactNode, useContext } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { FactName, FactState } from './facts.ts'

export type Marked = { state: FactState; line: number | null }
/** What the message says, by the fact that fills a field; empty without a message. */
export const MarkedFacts = createContext<ReadonlyMap<FactName, Marked>>(new Map())

const marks = { sure: 'sure', 'to-check': 'to-check', confirmed: 'looked-at', changed: 'typed' } as const

/** A state's mark and word: shapes that differ in outline, and a word that a screen reader says. */
export function FactMark({ state }: { state: FactState }) {
  const { t } = useWords()
  const word = t(state === 'to-check' ? 'confirmation.toCheck' : `confirmation.${state}`)
  return (
    <span className={`k-said-mark k-said-${state}`} title={word}>
      <Mark of={marks[state]} />
      <span className="k-said-word">{word}</span>
    </span>
  )
}

/** A field's label; of one that a message filled, with the line it is from and whether it has to be looked at. */
export function FactLabel({ of, children }: { of: FactName | null; children: ReactNode }) {
  const { t } = useWords()
  const facts = useContext(MarkedFacts)
  const marked = of === null ? undefined : facts.get(of)
  if (!marked) return <>{children}</>
  return (
    <>
      {children}
      <span className="k-said-label">
        <FactMark state={marked.state} />
        {marked.line !== null && (
          <span className="k-quiet">{t('confirmation.line', { line: marked.line })}</span>
        )}
      </span>
    </>
  )
}
