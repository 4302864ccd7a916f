import { Checkbox } from 'antd'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { isKey, type Key } from '#shared/i18n/index.ts'
import { wishWords } from '#shared/i18n/wish-text.ts'
import type { GuestId } from '#shared/values/index.ts'
import { useHouse } from '../use-house.ts'
import { type FormWish, formWishes } from './form-wishes.ts'
import { useFreeRooms } from './RoomSelect.tsx'
import type { NewBooking } from './use-new-booking.ts'

/** What becomes a request with the booking: each can be left out, and one that the type or the room can't meet says so. */
export function Wishes({ booking }: { booking: NewBooking }) {
  const { t } = useWords()
  const { form, set, offer, roomId } = booking
  const house = useHouse()
  const free = useFreeRooms(booking)
  const guestId = form.guest?.id ?? (1 as GuestId)
  const { data, failed, retry } = useQuery('guest.profile', { id: guestId }, { on: form.guest !== null })
  if (!form.guest) return <p className="k-quiet">{t('booking.new.preferencesWait')}</p>
  const let_ = house.rooms.filter((room) => room.active)
  // What was asked for last time is in the form already
  const wishes = formWishes(form, data?.guest.preferences ?? [], {
    all: let_,
    ofType: let_.filter((room) => room.roomTypeId === offer.roomTypeId),
    free,
    chosen: house.roomOf(roomId) ?? null,
  })
  return (
    <>
      {!data && !failed && <RowSkeleton rows={2} />}
      {failed && <Trouble failed={failed} operation="guest.profile" onRetry={retry} />}
      {data && wishes.length === 0 && <p className="k-quiet">{t('booking.new.preferencesNone')}</p>}
      {wishes.length > 0 && (
        <ul className="k-bk-wishes">
          {wishes.map((wish) => (
            <WishLine key={wish.key} wish={wish} booking={booking} onTurn={() => set(wish.turned)} />
          ))}
        </ul>
      )}
    </>
  )
}

type LineProps = { wish: FormWish; booking: NewBooking; onTurn: () => void }

function WishLine({ wish: { wish, preference, on, contradicts }, booking, onTurn }: LineProps) {
  const { t, language } = useWords()
  const house = useHouse()
  const key = preference && `guest.preference.value.${preference.group}.${preference.value}`
  const asked = wish.kind === 'other' ? wishWords(wish.text, language) : t(`request.kind.${wish.kind}`)
  const detail = preference === null && wish.kind !== 'other' && wish.text !== '' ? `: ${wish.text}` : ''
  return (
    <li>
      <Checkbox checked={on} onChange={onTurn}>
        <b>{key && isKey(key) ? t(key as Key) : asked + detail}</b>{' '}
        <span className="k-quiet">{t(`request.department.${wish.department}`)}</span>
      </Checkbox>
      {on && contradicts && (
        <span className="k-bk-contradicts">
          <Mark of="warning" />{' '}
          {t(`newBooking.contradicts.${contradicts}`, {
            type: house.typeOf(booking.offer.roomTypeId)?.code ?? '',
            room: house.roomOf(booking.roomId)?.number ?? '',
          })}
        </span>
      )}
    </li>
  )
}
