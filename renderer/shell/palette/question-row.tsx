import { lazy, Suspense } from 'react'
import { retype } from '#renderer/parts/report/retype.ts'
import { type AnsweredQuestion, isQuestion, openQuestion } from '#renderer/parts/report/use-question.ts'
import type { Row } from './store-rows.tsx'

/** Its words are those of reports, which the first screen has no use for. */
const QuestionPieces = lazy(async () => {
  const { QuestionPieces } = await import('#renderer/parts/report/QuestionPieces.tsx')
  return { default: QuestionPieces }
})

/**
 * The report that what was typed asks for; or, where a figure is named or two pieces are understood, what is not, with the nearest
 * word to write instead. Null for anything else that is typed into the palette.
 */
export function questionRow(answer: AnsweredQuestion | undefined, typed: string): Row | null {
  if (!answer) return null
  const { question } = answer
  const [problem] = question.problems
  if (!isQuestion(answer) || problem?.why === 'not-permitted') return null
  const [word] = problem?.nearest ?? []
  const retyped = problem && word !== undefined ? retype(typed, problem, word) : null
  return {
    id: 'question',
    group: 'reportAsk.group',
    stored: true,
    shown: (
      <Suspense fallback={<span className="k-quiet">{typed}</span>}>
        <QuestionPieces answer={answer} typed={typed} short />
      </Suspense>
    ),
    run: () => openQuestion(answer),
    ...(problem ? { retype: retyped ?? typed } : {}),
  }
}
