import { Input } from 'antd'
import { Fragment, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { nextIndex } from '#renderer/ui/list-move.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { wishWords } from '#shared/i18n/wish-text.ts'
import type { BusinessDate, RoomId } from '#shared/values/index.ts'
import { FreeRoomState } from './FreeRoomState.tsx'
import { habitWords } from './habit-words.ts'

type Booking = OutputOf<'booking.get'>
type Free = OutputOf<'room.free'>[number]

type Props = {
  booking: Booking
  /** The first night that the room is wanted for. */
  from: BusinessDate
  /** Rooms of every type, the booked one first. */
  chosen: RoomId | null
  onChoose: (room: Free | null) => void
  /** A class of the field, by which a key of the page finds it. */
  inputClass: string
  /** The room that is left: nobody moves into it. */
  except?: string | null
  autoFocus?: boolean
}

const shownRooms = 12

/** Free rooms, the best for the guest's wishes and habit first: a number is typed, arrow keys choose, each says why it fits. */
export function RoomChoice({
  booking,
  from,
  chosen,
  onChoose,
  inputClass,
  except = null,
  autoFocus = false,
}: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const { data: free } = useQuery(
    'room.free',
    { arrival: from, departure: booking.departure, bookingId: booking.id, ...hoursOf(booking) },
    { keep: true },
  )
  const typed = text.trim().toLowerCase()
  const typeOf = booking.nights.find(({ night }) => night >= from)?.roomTypeId ?? booking.roomTypeId
  const ownFirst = (free ?? []).toSorted(
    (a, b) =>
      Number(a.roomTypeId !== typeOf) - Number(b.roomTypeId !== typeOf) ||
      // The guest stands here: a room that somebody is still in comes last
      Number(a.occupied) - Number(b.occupied),
  )
  const offered = ownFirst
    .filter((room) => room.number !== except && (typed === '' || room.number.toLowerCase().startsWith(typed)))
    .slice(0, shownRooms)
  const type = (next: string) => {
    setText(next)
    const named = ownFirst.find((room) => room.number.toLowerCase() === next.trim().toLowerCase())
    if (named) onChoose(named)
  }
  const at = offered.findIndex(({ id }) => id === chosen)
  return (
    <>
      <Field label={t('stay.room.find')} hint={t('stay.room.hint')}>
        {(control) => (
          <Input
            {...control}
            autoFocus={autoFocus}
            autoComplete="off"
            className={`k-code ${inputClass}`}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => {
              if (isComposing(event) || !/^(Arrow|Page)/.test(event.key)) return
              const next = nextIndex(event.key, at, offered.length, 8)
              if (next === null) return
              event.preventDefault()
              onChoose(offered[next] ?? null)
            }}
          />
        )}
      </Field>
      <div className="k-stay-rooms">
        {offered.length === 0 && free && <p className="k-quiet">{t('stay.room.none')}</p>}
        <RoomRows rooms={offered} chosen={chosen} onChoose={onChoose} />
      </div>
    </>
  )
}

/** Of day use only rooms that are free in its hours. */
function hoursOf({ dayUse }: Booking) {
  return dayUse ? { hours: { from: dayUse.from, to: dayUse.to } } : {}
}

function RoomRows({
  rooms,
  chosen,
  onChoose,
}: Pick<Props, 'chosen' | 'onChoose'> & { rooms: readonly Free[] }) {
  const { t, language } = useWords()
  const types = useQuery('room.listTypes', {}).data
  const codeOf = (id: number) => types?.find((type) => type.id === id)?.code ?? ''
  if (rooms.length === 0) return null
  return (
    <table className="k-table k-stay-choice" aria-label={t('stay.room.free')}>
      <tbody>
        {rooms.map((room) => (
          <tr key={room.id} className={room.id === chosen ? 'k-chosen' : ''} onClick={() => onChoose(room)}>
            <td>
              <label className="k-stay-pick">
                <input
                  type="radio"
                  name="stay-room"
                  aria-label={t('booking.roomNumber', { room: room.number })}
                  checked={room.id === chosen}
                  onChange={() => onChoose(room)}
                />
                <RoomNumber>{room.number}</RoomNumber>
              </label>
            </td>
            <td>
              <span className="k-code">{codeOf(room.roomTypeId)}</span>
            </td>
            <td>
              <FreeRoomState of={room} />
            </td>
            <td>
              {/* Lines break between wishes, never within one */}
              {room.meets.map((wish) => (
                <Fragment key={wish}>
                  <span className="k-stay-wish">
                    <Mark of="yes" /> {wishWords(wish, language)}
                  </span>{' '}
                </Fragment>
              ))}
              <span className="k-stay-wish k-quiet">{habitWords(room, t)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
