import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { FeedbackText } from '#renderer/parts/stay/Feedback.tsx'
import { StayText } from '#renderer/ui/DateText.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import type { GuestId } from '#shared/values/index.ts'

/** What the guest said of stays; nothing where nothing was said. */
export function StayFeedback({ guestId }: { guestId: GuestId }) {
  const { t } = useWords()
  const said = useQuery('stay.feedbackOfGuest', { guestId }).data ?? []
  if (said.length === 0) return null
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
      </Section>
    </div>
  )
}
