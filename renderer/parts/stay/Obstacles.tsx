import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { InSentence } from '../guest/NamesIn.tsx'
import { RefusalWithNames } from '../guest/RefusalWithNames.tsx'
import { type Obstacle, type Question, questionsIn } from './questions.ts'
import { useAnswerKeys } from './use-answers.ts'
import './stay.css'

type AnswerProps = {
  question: Question
  yes: boolean
  keys: string | undefined
  onAnswer: (question: Question) => void
}

/** What is asked, answered with yes by a press or its key. */
export function AnswerChip({ question, yes, keys, onAnswer }: AnswerProps) {
  const { t } = useWords()
  return (
    <button type="button" className="k-chip" aria-pressed={yes} onClick={() => onAnswer(question)}>
      {t(`stay.answer.${question}`)} {keys && <KeyHint keys={keys} />}
    </button>
  )
}

type Props = {
  operation: 'stay.checkIn' | 'stay.checkOut' | 'stay.moveRoom'
  obstacles: readonly Obstacle[]
  accepted: readonly Question[]
  onAccept: (question: Question) => void
  /** Who is in the room: a reason may name them. */
  people?: readonly InSentence[]
  /** Where something is put right, beside the answer that lifts it where there is one. */
  remedy?: (obstacle: Obstacle) => ReactNode
}

/** What stands against an act, each with its way out: a place where it is put right, or an answer by a key. */
export function Obstacles({ operation, obstacles, accepted, onAccept, people = [], remedy }: Props) {
  const { t } = useWords()
  const keyOf = useAnswerKeys(questionsIn(obstacles), onAccept)
  if (obstacles.length === 0) return null
  return (
    <ul className="k-obstacles" aria-label={t('stay.obstacles')}>
      {obstacles.map((one) => {
        const { question } = one
        const yes = question !== null && accepted.includes(question)
        const key = question === null ? undefined : keyOf(question)
        return (
          <li key={`${one.code} ${JSON.stringify(one.params)}`} className={yes ? 'k-quiet' : ''}>
            <Mark of={yes ? 'yes' : question === null ? 'no' : 'warning'} />
            <span className="k-obstacle-text">
              <RefusalWithNames of={one} operation={operation} people={people} />
            </span>
            {remedy?.(one)}
            {question !== null && <AnswerChip question={question} yes={yes} keys={key} onAnswer={onAccept} />}
          </li>
        )
      })}
    </ul>
  )
}
