import './next.css'
import { lazy, Suspense } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatDate, formatMoment, formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { classKindWord, classWord } from './class-words.ts'
import { Offers } from './Offers.tsx'
import { Playbook } from './Playbook.tsx'
import { Suggestions } from './Suggestions.tsx'

/** It needs antd, which Today's lists do without. */
const Exclude = lazy(async () => ({ default: (await import('./Exclude.tsx')).Exclude }))

type Judged = NonNullable<OutputOf<'insight.guest'>['judged']>

/** The quiet panel of a profile: class, one sentence of reason, leaving, what to offer, what is judged at all. */
export function GuestPanel({ id }: { id: GuestId }) {
  const { t } = useWords()
  const { data } = useQuery('insight.guest', { id })
  if (!data) return null
  return (
    <Section title={t('offer.panel')}>
      <div className="k-next-panel">
        {data.excluded && <p className="k-quiet">{t('offer.excluded')}</p>}
        {!data.excluded && !data.judged && !data.computed && (
          <p className="k-quiet">{t('offer.notComputed')}</p>
        )}
        {data.judged && <Classes judged={data.judged} />}
        {data.judged && <WhatIsDone judged={data.judged} />}
        <Offers guestId={id} bookingId={data.bookingId} offers={data.offers} place="profile" />
        {data.judged && <Judgements judged={data.judged} />}
        <Suspense fallback={null}>
          <Exclude id={id} />
        </Suspense>
      </div>
    </Section>
  )
}

/** The same for a booking that is to come, with what to know and to do. */
export function BookingPanel({ id, place }: { id: BookingId; place: 'booking' | 'arrival' }) {
  const { data } = useQuery('insight.booking', { id }, { keep: place === 'booking' })
  const { t } = useWords()
  if (!data) return null
  const { excluded, judged, suggestions, offers, guestId } = data
  if (excluded || (!judged && suggestions.length === 0 && offers.length === 0))
    return place === 'arrival' ? <p className="k-quiet">{t('offer.nothing')}</p> : null
  return (
    <div className="k-next-panel">
      {judged && <Classes judged={judged} />}
      {judged && <WhatIsDone judged={judged} />}
      <Suggestions suggestions={suggestions} />
      <Offers guestId={guestId} bookingId={id} offers={offers} place={place} />
    </div>
  )
}

/** What to offer while a booking is typed. */
export function NewOffers({
  input,
  onTaken,
}: {
  input: InputOf<'insight.newOffers'>
  onTaken: (item: string) => void
}) {
  const { data } = useQuery('insight.newOffers', input, { keep: true })
  if (!data || input.guestId === null) return null
  return (
    <Offers
      guestId={input.guestId as GuestId}
      bookingId={null}
      offers={data.offers}
      place="new-booking"
      onTaken={onTaken}
    />
  )
}

function Classes({ judged }: { judged: Judged }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const shown = judged.classes.filter(({ kind }) => kind === 'rfm' || kind === 'lifecycle' || kind === 'need')
  const { leaving } = judged
  return (
    <p className="k-next-class">
      {shown.map(({ kind, name }) => (
        <span key={kind} className="k-chip" title={classKindWord(t, kind)}>
          {classWord(t, kind, name)}
        </span>
      ))}
      {judged.daysSince !== null && (
        <span className="k-quiet">
          {t('offer.reason', {
            count: judged.stays,
            days: formatNumber(judged.daysSince, locale),
            revenue: formatMoney(judged.revenueMinor, currency, locale, true),
          })}
          {judged.otherMinor !== 0 &&
            ` · ${t('offer.beside', { other: formatMoney(judged.otherMinor, currency, locale, true) })}`}
        </span>
      )}
      {leaving && (
        <b>
          {t('offer.leaving', {
            days: formatNumber(leaving.daysSince, locale),
            usual: formatNumber(leaving.usualDays, locale),
          })}
        </b>
      )}
    </p>
  )
}

/** The playbook of the guest's class of value. */
function WhatIsDone({ judged }: { judged: Judged }) {
  const { t } = useWords()
  const value = judged.classes.find(({ kind }) => kind === 'rfm')
  if (!value || value.name === '') return null
  return (
    <p>
      <span className="k-quiet">{t('offer.playbook')}</span> <Playbook kind="rfm" name={value.name} />
    </p>
  )
}

/** Every automated judgement of the person: of when, from which figures, who said otherwise. */
function Judgements({ judged }: { judged: Judged }) {
  const { t, locale } = useWords()
  const { timeZone } = useHotel()
  return (
    <details className="k-next-judged">
      <summary>{t('offer.judgements')}</summary>
      <p className="k-quiet">
        {t('offer.computed', {
          date: formatDate(judged.asOf, locale, 'day'),
          moment: formatMoment(judged.moment, locale, timeZone),
        })}
      </p>
      <ul>
        {judged.classes.map(({ kind, name, byHand }) => (
          <li key={kind}>
            {classKindWord(t, kind)}: {classWord(t, kind, name)}
            {byHand && (
              <span className="k-quiet">
                {' '}
                {t('offer.byHand', {
                  by: byHand.by,
                  date: formatDate(byHand.on, locale, 'day'),
                  reason: judged.reason,
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="k-quiet">{t('offer.noPrice')}</p>
    </details>
  )
}
