import './card.css'
import { useLayoutEffect, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { TierTag } from '../loyalty/TierTag.tsx'
import { type Box, placeCard } from './card-place.ts'
import { GuestName } from './GuestName.tsx'
import { nameText } from './names.ts'
import { preferenceWords } from './preference-words.ts'

type Of = OutputOf<'house.guestCard'>

type Props = {
  id: GuestId
  anchor: Element
  /** Others are named in the same row: a key shows their cards. */
  beside: boolean
}

/** A guest at a glance beside their name. It takes no focus and covers no field that is being filled. */
export function GuestCard({ id, anchor, beside }: Props) {
  const { t, language } = useWords()
  const { data } = useQuery('house.guestCard', { guestId: id })
  const card = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    if (!data || !card.current) return
    const { width, height } = card.current.getBoundingClientRect()
    const view = { width: window.innerWidth, height: window.innerHeight }
    setPlace(placeCard(anchor.getBoundingClientRect(), { width, height }, view, fieldsInUse()))
  }, [data, anchor])
  if (!data) return null
  return (
    <div
      ref={card}
      className="k-guest-card"
      role="dialog"
      aria-label={`${t('house.card.title')}: ${nameText(data, language, t)}`}
      aria-live="polite"
      style={place ?? { visibility: 'hidden' }}
    >
      <p className="k-guest-card-name">
        <GuestName of={data} /> <TierTag tier={data.tier} />
      </p>
      {data.alerts.map((alert) => (
        <p key={alert.text} className={alert.blocks ? 'k-wrong' : ''}>
          <StatusMark state="warning" markOnly /> {alert.text}
        </p>
      ))}
      <Past of={data} />
      <Stay stay={data.stay} />
      {data.preferences.length > 0 && (
        <p>
          <span className="k-quiet">{t('house.card.preferences')}</span>{' '}
          {data.preferences.map((one) => preferenceWords(one, t)).join(language === 'zh' ? '、' : ', ')}
        </p>
      )}
      <p className="k-faint">
        {t('house.card.hint')} {beside && t('house.card.hintBeside')}
      </p>
    </div>
  )
}

function Past({ of: { stays, nights, lastStay } }: { of: Of }) {
  const { t } = useWords()
  if (lastStay === null) return <p className="k-quiet">{t('house.card.first')}</p>
  return (
    <p>
      {t('house.card.stays', { count: stays })} · {t('house.card.nights', { count: nights })} ·{' '}
      <span className="k-quiet">{t('house.card.last')}</span> <DateText date={lastStay.arrival} />
    </p>
  )
}

function Stay({ stay }: { stay: Of['stay'] }) {
  const { t } = useWords()
  if (!stay) return <p className="k-quiet">{t('house.card.none')}</p>
  const waiting = [
    stay.openRequests > 0 && t('house.card.requests', { count: stay.openRequests }),
    stay.messages > 0 && t('house.mark.messages', { count: stay.messages }),
    stay.parcels > 0 && t('house.mark.parcels', { count: stay.parcels }),
    stay.traces > 0 && t('house.mark.traces', { count: stay.traces }),
  ].filter(Boolean)
  return (
    <>
      {stay.incognito && <p className="k-wrong">{t('house.mark.incognitoSay')}</p>}
      <p>
        <StatusMark state={stay.status} />{' '}
        {stay.status !== 'in-house' && <span className="k-quiet">{t('house.card.next')}</span>}{' '}
        {stay.roomNumber && <RoomNumber>{stay.roomNumber}</RoomNumber>}{' '}
        <DateText date={stay.arrival} style="day" /> {stay.expectedTime} –{' '}
        <DateText date={stay.departure} style="day" /> <span className="k-code">{stay.confirmationNo}</span>
      </p>
      {stay.doNotDisturb && <p>{t('house.mark.disturb')}</p>}
      {waiting.length > 0 && <p>{waiting.join(' · ')}</p>}
      {stay.balanceMinor !== null && stay.balanceMinor !== 0 && (
        <p>
          <span className="k-quiet">{t('house.card.balance')}</span>{' '}
          <MoneyText minor={stay.balanceMinor} sign />
        </p>
      )}
    </>
  )
}

/** While something is typed, its form is kept free: the next field is where the hands go. */
function fieldsInUse(): Box[] {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !active.matches('input, textarea, select')) return []
  const form =
    active.closest('.ant-drawer-section, .ant-drawer-content, form, .k-pane') ?? active.parentElement
  return [...(form?.querySelectorAll('input, textarea, select') ?? [])].map((field) =>
    field.getBoundingClientRect(),
  )
}
