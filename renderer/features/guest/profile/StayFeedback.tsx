import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { guestFeedbackActs } from '#renderer/parts/stay/acts.ts'
import { FeedbackDrawer, FeedbackText } from '#renderer/parts/stay/Feedback.tsx'
import { StayText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import type { BookingId, GuestId } from '#shared/values/index.ts'

type Props = {
  guestId: GuestId
  /** The latest stay of the guest, of which the desk may still note what they said. */
  latest: BookingId | undefined
}

/** What the guest said of stays, and a way to note it of the latest one; nothing of who never stayed. */
export function StayFeedback({ guestId, latest }: Props) {
  const { t } = useWords()
  const said = useQuery('stay.feedbackOfGuest', { guestId }).data ?? []
  const [noting, setNoting] = useState(false)
  const note = () => setNoting(true)
  useActs(guestFeedbackActs, { feedback: note }, { on: latest !== undefined })
  if (said.length === 0 && latest === undefined) return null
  return (
    <div className="g-part">
      <Section title={t('stay.feedback.title')}>
        <ul>
          {said.map((one) => (
            <li key={one.bookingId} className="g-request">
              <FeedbackText of={one} />
              <p className="k-quiet g-small">
                <Link to={href(paths.booking, { id: one.bookingId })} className="k-code">
                  {one.confirmationNo}
                </Link>{' '}
                <StayText arrival={one.arrival} departure={one.departure} /> · {one.by}
              </p>
            </li>
          ))}
        </ul>
        {latest !== undefined && (
          <button type="button" className="k-tool" onClick={note}>
            {t('stay.feedback.ofLatest')} <KeyHint keys={guestFeedbackActs.feedback.key} />
          </button>
        )}
        {noting && latest !== undefined && (
          <FeedbackDrawer bookingId={latest} onClose={() => setNoting(false)} />
        )}
      </Section>
    </div>
  )
}
