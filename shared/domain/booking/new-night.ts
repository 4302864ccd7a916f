import type { BusinessDate } from '../../values/index.ts'
import { type BookingImage, type NightImage, nightDates } from './booking.ts'

type Place = Pick<NightImage, 'roomTypeId' | 'roomId'>

/**
 * Where a night is that a stay grows by. One before the arrival is as the first night: a move that is planned for later says
 * nothing of it. One at the end is of the booking's type, in the room of the last night where that is of this type.
 * Whether the room is free then is asked afterwards.
 */
export function newNightOf(image: BookingImage): (night: BusinessDate) => Place {
  const { roomTypeId, arrival, nights } = image
  const dates = nightDates(image)
  const first = nights[dates[0] ?? '']
  const last = nights[dates.at(-1) ?? '']
  const before: Place = first
    ? { roomTypeId: first.roomTypeId, roomId: first.roomId }
    : { roomTypeId, roomId: null }
  const after: Place = { roomTypeId, roomId: last?.roomTypeId === roomTypeId ? last.roomId : null }
  return (night) => (night < arrival ? before : after)
}
