import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { TextField, Tick } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import './booking-ticks.css'

export type TickedBooking = OutputOf<'booking.list'>['rows'][number]
type View = 'due-in' | 'in-house' | 'due-out'

type Props = {
  /** The lists that may be looked through, the first at the beginning. */
  views: readonly View[]
  /** What the list is searched for at the beginning. */
  text?: string
  chosen: readonly number[]
  /** The ids that are ticked now, and the bookings that are listed. */
  onChange: (chosen: number[], listed: readonly TickedBooking[]) => void
}

/** More than a coach brings. */
const listedMost = 200

/** Bookings of today found by name, room or number, with a tick each; those that are ticked stay so while one searches. */
export function BookingTicks({ views, text: textAtFirst = '', chosen, onChange }: Props) {
  const { t } = useWords()
  const [view, setView] = useState(views[0] ?? 'due-in')
  const [text, setText] = useState(textAtFirst)
  const { data } = useQuery('booking.list', { view, text: text.trim(), limit: listedMost }, { keep: true })
  const rows = data?.rows ?? []
  const listed = rows.map(({ id }) => id as number)
  const areAll = listed.length > 0 && listed.every((id) => chosen.includes(id))
  const without = (ids: readonly number[]) => chosen.filter((id) => !ids.includes(id))
  return (
    <>
      {views.length > 1 && (
        <KeyedChoice
          label={t('today.ticks.label')}
          keysLabel="today.key.ticksView"
          choices={views}
          value={view}
          word={(one) => t(`today.ticks.view.${one}`)}
          onChange={setView}
        />
      )}
      <TextField label={t('today.ticks.find')} autoFocus value={text} onChange={setText} />
      <div className="k-field">
        <Tick
          checked={areAll}
          onChange={(on) => onChange(on ? [...without(listed), ...listed] : without(listed), rows)}
        >
          {t('today.ticks.all', { count: listed.length })}
        </Tick>
        <ul className="k-booking-ticks" aria-label={t('today.ticks.label')}>
          {rows.map((row) => (
            <li key={row.id}>
              <Tick
                checked={chosen.includes(row.id)}
                onChange={(on) => onChange(on ? [...chosen, row.id] : without([row.id]), rows)}
              >
                {row.roomNumber && <RoomNumber>{row.roomNumber}</RoomNumber>} <GuestName of={row} />{' '}
                <span className="k-code">{row.confirmationNo}</span>
              </Tick>
              <DateText date={row.departure} style="day" />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
