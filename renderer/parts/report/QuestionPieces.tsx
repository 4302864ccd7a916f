import './question.css'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { problemText, type QuestionContext, understandingText } from '#shared/i18n/question-text.ts'
import { retype } from './retype.ts'
import type { AnsweredQuestion } from './use-question.ts'

type Props = {
  answer: AnsweredQuestion
  /** What the answer is of. */
  typed: string
  /** With it, a nearest word is a button that writes it in the place of the one that is not understood. */
  onRetype?: (text: string) => void
  /** On one line: what is understood and the first thing that is not. */
  short?: boolean
}

/** What of a question is understood, with the report that is opened for its figure, and what is not with the nearest words. */
export function QuestionPieces({ answer, typed, onRetype, short = false }: Props) {
  const { t, language, locale } = useWords()
  const { timeZone } = useHotel()
  const { question, names } = answer
  const context: QuestionContext = { language, locale, timeZone, names }
  const isNamed = question.understood.some(({ as }) => as.kind === 'report')
  const opened = isNamed ? null : question.report
  const problems = short ? question.problems.slice(0, 1) : question.problems
  return (
    <span className={short ? 'q-pieces q-short' : 'q-pieces'}>
      {question.understood.length > 0 && (
        <ul
          className="q-understood"
          aria-label={t(question.report === null ? 'reportAsk.left' : 'reportAsk.understood')}
        >
          {opened !== null && <li className="k-tag">{t(`report.name.${opened}`)}</li>}
          {question.understood.map(({ text, at, as }) => (
            <li key={at} className="k-tag" title={text}>
              {understandingText(as, context)}
            </li>
          ))}
        </ul>
      )}
      {problems.map((problem) => (
        <span key={`${problem.at} ${problem.why}`} className="q-problem">
          {problemText(problem, language)}
          {problem.nearest.map((word) => (
            <Nearest key={word} word={word} to={retype(typed, problem, word)} onRetype={onRetype} />
          ))}
        </span>
      ))}
    </span>
  )
}

function Nearest({ word, to, onRetype }: { word: string; to: string | null; onRetype: Props['onRetype'] }) {
  const { t } = useWords()
  if (!onRetype || to === null) return <em className="q-nearest">{word}</em>
  return (
    <button
      type="button"
      className="q-nearest"
      title={t('reportAsk.choose', { word })}
      onClick={() => onRetype(to)}
    >
      {word}
    </button>
  )
}
