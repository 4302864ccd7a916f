import { type FailedReply, incidentOf, sentenceOf } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { Button } from './Button.tsx'

type Props = {
  failed: FailedReply
  operation: string
  onRetry?: () => void
  /** Where to go from here, when what the screen was about no longer exists. */
  way?: { to: string; label: string }
  /** One line, within a form. */
  line?: boolean
}

/** What happened, what is safe, what to do; the incident's number when it is a defect. */
export function Trouble({ failed, operation, onRetry, way, line = false }: Props) {
  const { t, language } = useWords()
  const sentence = sentenceOf(failed, language, operation)
  const incident = incidentOf(failed)
  if (line) {
    return (
      <p className="k-trouble-line" role="alert">
        {sentence}
      </p>
    )
  }
  return (
    <section className="k-trouble" role="alert">
      <p className="k-trouble-head">{sentence}</p>
      {incident && <p className="k-code">{t('shell.trouble.incident', { id: incident })}</p>}
      {way && 'refusal' in failed && (
        <p>
          <Link to={way.to}>{way.label}</Link>
        </p>
      )}
      {/* Asked again, the store would say the same */}
      {onRetry && !(way && 'refusal' in failed) && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    </section>
  )
}
