import { Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { wishWords } from '#renderer/parts/request/words.ts'
import type { stayOf } from '../stay-dates.ts'
import { useHouse } from '../use-house.ts'
import type { NewDraft } from './new-draft.ts'

type Props = {
  control: { id: string }
  draft: NewDraft
  /** Null while there are no nights to have a room for. */
  dates: ReturnType<typeof stayOf>
  roomTypeId: number | null
  onChange: (roomId: number | null) => void
  disabled: boolean
}

/** A free room of the type, those that meet most wishes first; none is as well. */
export function RoomSelect({ control, draft, dates, roomTypeId, onChange, disabled }: Props) {
  const { t, language } = useWords()
  const { businessDate } = useHotel()
  const on = dates !== null && roomTypeId !== null
  const { data } = useQuery(
    'room.free',
    {
      ...(dates ?? { arrival: businessDate, departure: businessDate }),
      ...(roomTypeId === null ? {} : { roomTypeId: roomTypeId as never }),
      ...(draft.guest ? { guestId: draft.guest.id } : {}),
    },
    { on, keep: true },
  )
  const options = (on ? (data ?? []) : [])
    .filter((room) => !room.outOfService)
    .map((room) => ({
      value: room.id as number,
      label: [room.number, ...room.meets.map((wish) => wishWords(wish, language))].join('  '),
    }))
  const house = useHouse()
  const chosen = disabled ? null : draft.roomId
  if (chosen !== null && !options.some((option) => option.value === chosen)) {
    options.push({ value: chosen, label: house.roomOf(chosen)?.number ?? String(chosen) })
  }
  return (
    <Select
      {...control}
      allowClear
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t(disabled ? 'common.dayUse' : 'booking.new.roomAny')}
      value={chosen}
      options={options}
      onChange={(id: number | null | undefined) => onChange(id ?? null)}
    />
  )
}
