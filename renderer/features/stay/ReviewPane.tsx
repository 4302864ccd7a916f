import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import { ChargeByClock } from '#renderer/parts/stay/ChargeByClock.tsx'
import { DayUseCharge } from '#renderer/parts/stay/DayUseCharge.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Props = { booking: OutputOf<'booking.get'>; review: OutputOf<'stay.reviewCheckIn'> }

/** What the hotel calls it, in the language on screen; its other name where it has none. */
function nameIn({ nameEn, nameZh }: { nameEn: string; nameZh: string }, language: string): string {
  return language === 'zh' ? nameZh || nameEn : nameEn || nameZh
}

/** What was booked and told before: read out to the guest, not asked again. */
export function ReviewPane({ booking, review }: Props) {
  const { t, language } = useWords()
  const types = useQuery('room.listTypes', {}).data
  const plans = useQuery('rate.list', {}).data
  const typeOf = (id: number) => types?.find((type) => type.id === id)
  const plan = plans?.find(({ id }) => id === booking.ratePlanId)
  const type = typeOf(booking.roomTypeId)
  return (
    <Pane title={t('stay.in.review')} padded>
      <Facts>
        <Fact name={t('booking.facts.booked')}>
          <span className="k-code">{type?.code}</span> {type && nameIn(type, language)}
        </Fact>
        {booking.chargedRoomTypeId !== booking.roomTypeId && (
          <Fact name={t('booking.facts.charged')}>
            <span className="k-code">{typeOf(booking.chargedRoomTypeId)?.code}</span>{' '}
            <span className="k-tag">{t('booking.facts.upgrade')}</span>
          </Fact>
        )}
        <Fact name={t('booking.facts.plan')}>
          {plan ? nameIn(plan, language) : t('booking.facts.noPlan')}
        </Fact>
        <Fact name={t('booking.facts.meal')}>{codeWords('booking.meal', booking.meal, t)}</Fact>
        <Fact name={t('booking.facts.guarantee')}>
          {codeWords('booking.guarantee', booking.guarantee, t)}
        </Fact>
        <Fact name={t('booking.total')}>
          <MoneyText minor={booking.dayUse?.priceMinor ?? booking.totalMinor} sign />
        </Fact>
        <ChargeByClock id={booking.id} kind="early-arrival" name={t('stay.in.early')} due={review.early} />
        <DayUseCharge id={booking.id} due={review.dayUse} />
        {booking.company && <Fact name={t('booking.facts.company')}>{booking.company.name}</Fact>}
        {booking.agency && <Fact name={t('booking.facts.agency')}>{booking.agency.name}</Fact>}
        {booking.comment && <Fact name={t('booking.facts.comment')}>{booking.comment}</Fact>}
        <Fact name={t('stay.in.past')}>
          {review.stays === 0 ? (
            t('stay.in.firstStay')
          ) : (
            <>
              {t('stay.in.stays', { count: review.stays })}{' '}
              {review.lastDeparture && <DateText date={review.lastDeparture} />}
            </>
          )}
        </Fact>
      </Facts>
      <Section title={t('booking.requests.title')}>
        {booking.requests.length === 0 && <p className="k-faint">{t('stay.in.noRequests')}</p>}
        <ul className="k-plain-list">
          {booking.requests.map((request) => (
            <li key={request.id}>
              <StatusMark state={request.status} /> {requestWords(request, t)}
            </li>
          ))}
        </ul>
      </Section>
    </Pane>
  )
}
