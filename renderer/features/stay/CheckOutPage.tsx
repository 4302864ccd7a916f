import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link, type ScreenProps } from '#renderer/base/route/route.tsx'
import { BookingMoney } from '#renderer/parts/folio/BookingMoney.tsx'
import { checkOutActs } from '#renderer/parts/stay/acts.ts'
import { ChargeByClock } from '#renderer/parts/stay/ChargeByClock.tsx'
import { DayUseCharge } from '#renderer/parts/stay/DayUseCharge.tsx'
import { EarlyFee } from '#renderer/parts/stay/EarlyFee.tsx'
import { Feedback, toFeedback, useFeedback } from '#renderer/parts/stay/Feedback.tsx'
import { Obstacles } from '#renderer/parts/stay/Obstacles.tsx'
import { useAnswers } from '#renderer/parts/stay/use-answers.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { AlertRemedy } from './AlertRemedy.tsx'
import { OfferList } from './OfferList.tsx'
import { OpenPane } from './OpenPane.tsx'
import { StayHead } from './StayHead.tsx'
import { toFirstAnswer } from './to-first-answer.ts'

type Booking = OutputOf<'booking.get'>
type Review = OutputOf<'stay.reviewCheckOut'>

/** What is open before a guest leaves, then one act: later nights are freed, the room is to be cleaned. */
export function Page({ params }: ScreenProps<typeof paths.checkOut>) {
  const { t } = useWords()
  const id = Number(params.id) as BookingId
  const booking = useQuery('booking.get', { id })
  const review = useQuery('stay.reviewCheckOut', { id })
  const failed = (booking.data ? null : booking.failed) ?? (review.data ? null : review.failed)
  if (failed) {
    const way = { to: paths.today, label: t('today.title') }
    return <Trouble failed={failed} operation="stay.reviewCheckOut" onRetry={review.retry} way={way} />
  }
  if (!booking.data || !review.data) return <RowSkeleton />
  return <Shown key={id} booking={booking.data} review={review.data} />
}

function Shown({ booking, review }: { booking: Booking; review: Review }) {
  const { t } = useWords()
  const { id, version } = booking
  const leave = useCommand('stay.checkOut', { finish: async () => go(href(paths.booking, { id })) })
  const stay = useQuery('stay.get', { id }).data
  const feedback = useFeedback(id, stay)
  const asks = review.askFeedback || (stay?.feedback ?? null) !== null
  const hasAfter = asks || review.offers.length > 0
  const { ready, accept, accepted, toggle } = useAnswers(review.obstacles)
  const confirm = async () => {
    if (!ready) return toFirstAnswer()
    // What the guest said is not lost with the page
    if (!(await feedback.save())) return toFeedback()
    return leave.run({
      id,
      version,
      accept: accept as never,
    })
  }
  useActs(checkOutActs, {
    confirm: () => void confirm(),
    booking: () => go(href(paths.booking, { id })),
    feedback: toFeedback,
  })
  return (
    <>
      <StayHead
        booking={booking}
        title={t('stay.out.title')}
        submit={t('stay.act.checkOut')}
        act={checkOutActs.confirm.key}
        onSubmit={() => void confirm()}
        pending={leave.pending}
        trouble={leave.trouble}
        ready={ready}
      />
      <Obstacles
        operation="stay.checkOut"
        obstacles={review.obstacles}
        accepted={accepted}
        onAccept={toggle}
        remedy={(of) => of.code === 'ALERT_BLOCKS' && <AlertRemedy of={of} />}
      />
      <Panes
        label={t('stay.out.title')}
        areas={hasAfter ? '"money open after"' : '"money open"'}
        columns={
          hasAfter ? 'minmax(0, 1fr) minmax(0, 1.1fr) minmax(0, 1fr)' : 'minmax(0, 1fr) minmax(0, 1fr)'
        }
        panes={[
          {
            name: 'money',
            title: t('stay.out.money'),
            children: <MoneyPane booking={booking} review={review} />,
          },
          {
            name: 'open',
            title: t('stay.out.open'),
            children: <OpenPane review={review} booking={booking} />,
          },
          ...(hasAfter
            ? [
                {
                  name: 'after',
                  title: t('stay.out.after'),
                  children: <AfterPane review={review} asks={asks} feedback={feedback} />,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

type AfterProps = { review: Review; asks: boolean; feedback: ReturnType<typeof useFeedback> }

function MoneyPane({ booking, review }: { booking: Booking; review: Review }) {
  const { t } = useWords()
  const others = review.folios.length > 1 ? review.folios : []
  return (
    <Pane title={t('stay.out.money')} padded>
      <BookingMoney bookingId={booking.id} />
      <Facts>
        {others.map((folio) => (
          <Fact
            key={folio.id}
            name={
              <Link to={href(paths.folio, { id: folio.id })}>
                {t('folioScreen.title')} {folio.name || folio.id}
              </Link>
            }
          >
            <MoneyText minor={folio.balanceMinor} sign />
          </Fact>
        ))}
        <EarlyFee id={booking.id} due={review.early} />
        <ChargeByClock id={booking.id} kind="late-departure" name={t('stay.out.late')} due={review.late} />
        <DayUseCharge id={booking.id} due={review.dayUse} />
      </Facts>
    </Pane>
  )
}

/** What the guest leaves behind with the hotel: wishes to be kept, and how the stay was. */
function AfterPane({ review, asks, feedback }: AfterProps) {
  const { t } = useWords()
  return (
    <Pane title={t('stay.out.after')} padded>
      {review.offers.length > 0 && (
        <Section title={t('stay.offer.title')}>
          <OfferList offers={review.offers} />
        </Section>
      )}
      {asks && (
        <Section title={t('stay.feedback.ask')}>
          <Feedback {...feedback} onSave={() => void feedback.save()} />
        </Section>
      )}
    </Pane>
  )
}
