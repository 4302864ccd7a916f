import type { ReactNode } from 'react'
import { sentenceOf } from '#renderer/api/reply-error.ts'
import { namesOf, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { answerActs } from './acts.ts'
import './stay.css'

export type Obstacle = OutputOf<'stay.reviewCheckIn'>['obstacles'][number]
export type Question = NonNullable<Obstacle['question']>

type Props = {
  operation: 'stay.checkIn' | 'stay.checkOut' | 'stay.moveRoom'
  obstacles: readonly Obstacle[]
  accepted: readonly Question[]
  onAccept: (question: Question) => void
  /** Where something is put right that no answer lifts. */
  remedy?: (obstacle: Obstacle) => ReactNode
}

/** What stands against an act, each with its way out: a place where it is put right, or an answer by a key. */
export function Obstacles({ operation, obstacles, accepted, onAccept, remedy }: Props) {
  const { t, language } = useWords()
  const questions = questionsIn(obstacles)
  const names = namesOf(answerActs)
  const answer = (at: number) => {
    const question = questions[at]
    if (question) onAccept(question)
  }
  useActs(
    answerActs,
    { first: () => answer(0), second: () => answer(1), third: () => answer(2) },
    {
      on: questions.length > 0,
    },
  )
  if (obstacles.length === 0) return null
  return (
    <ul className="k-obstacles" aria-label={t('stay.obstacles')}>
      {obstacles.map((one) => {
        const { question } = one
        const at = question === null ? -1 : questions.indexOf(question)
        const yes = question !== null && accepted.includes(question)
        const key = names[at] && answerActs[names[at]].key
        return (
          <li key={`${one.code} ${JSON.stringify(one.params)}`} className={yes ? 'k-quiet' : ''}>
            <Mark of={yes ? 'yes' : question === null ? 'no' : 'warning'} />
            <span className="k-obstacle-text">
              {sentenceOf(
                { ok: false, refusal: { code: one.code, params: one.params } } as never,
                language,
                operation,
              )}
            </span>
            {question !== null && (
              <button type="button" className="k-chip" aria-pressed={yes} onClick={() => onAccept(question)}>
                {t(`stay.answer.${question}`)} {key && <KeyHint keys={key} />}
              </button>
            )}
            {question === null && remedy?.(one)}
          </li>
        )
      })}
    </ul>
  )
}

/** The questions among them, each once, in their order: the first is answered by 1. */
export function questionsIn(obstacles: readonly Obstacle[]): Question[] {
  return [...new Set(obstacles.flatMap(({ question }) => question ?? []))]
}

/** Whether nothing stands against it any more but what was answered. */
export function isLifted(obstacles: readonly Obstacle[], accepted: readonly Question[]): boolean {
  return obstacles.every(({ question }) => question !== null && accepted.includes(question))
}
