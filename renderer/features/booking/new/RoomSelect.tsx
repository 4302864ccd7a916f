import { Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { habitWords } from '#renderer/parts/stay/habit-words.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { wishWords } from '#shared/i18n/wish-text.ts'
import { useHouse } from '../use-house.ts'
import type { NewBooking } from './use-new-booking.ts'

type FreeRooms = OutputOf<'room.free'>

/** Rooms in service of the type chosen that are free on every night, the best match first; null while that is not known. */
export function useFreeRooms({ form, dates, hours, offer }: NewBooking): FreeRooms | null {
  const { businessDate } = useHotel()
  const on = dates !== null && hours !== null && offer.roomTypeId !== null
  const { from, to } = hours ?? {}
  const inHours = from && to && from < to ? { hours: { from, to } } : {}
  const { data } = useQuery(
    'room.free',
    {
      ...(dates ?? { arrival: businessDate, departure: businessDate }),
      ...(offer.roomTypeId === null ? {} : { roomTypeId: offer.roomTypeId as never }),
      ...inHours,
      ...(form.guest ? { guestId: form.guest.id } : {}),
    },
    { on, keep: true },
  )
  return on && data ? data.filter((room) => !room.outOfService) : null
}

type Props = { control: { id: string }; booking: NewBooking }

/** A free room of the type, those that meet most wishes first; none is as well. */
export function RoomSelect({ control, booking }: Props) {
  const { t, language } = useWords()
  const { form, set, roomId } = booking
  const options = (useFreeRooms(booking) ?? []).map((room) => ({
    value: room.id as number,
    label: [room.number, ...room.meets.map((wish) => wishWords(wish, language)), habitWords(room, t)]
      .filter((part) => part !== '')
      .join('  '),
  }))
  const house = useHouse()
  if (roomId !== null && !options.some((option) => option.value === roomId)) {
    options.push({ value: roomId, label: house.roomOf(roomId)?.number ?? String(roomId) })
  }
  return (
    <Select
      {...control}
      allowClear={clearable(t)}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('booking.new.roomAny')}
      value={roomId}
      options={options}
      onChange={(id: number | null | undefined) =>
        set({
          roomId: id ?? null,
          // None is an answer too: the last stay's room does not come back
          ...(form.lastTime ? { lastTime: { ...form.lastTime, room: false } } : {}),
        })
      }
    />
  )
}
