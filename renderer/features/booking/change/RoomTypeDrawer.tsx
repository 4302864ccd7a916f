import { Checkbox, Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RoomId, RoomTypeId } from '#shared/values/index.ts'
import { type ChoiceColumn, ChoiceTable } from '../ChoiceTable.tsx'
import { type House, planPrice, useHouse } from '../use-house.ts'
import { type Booking, nameOf, type RoomType, roomActOf } from '../words.ts'
import { ChangeDrawer, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'

/** Another room type: what is left of each over the stay, its price by the booking's plan, and the upgrade. */
export function RoomTypeDrawer({ booking, onClose }: ChangeProps) {
  const { t, language } = useWords()
  const house = useHouse()
  const draft = useChangeDraft(booking, 'room-type', {
    roomTypeId: booking.roomTypeId as number,
    // As it is: of an upgraded stay nothing is charged again unless somebody says so
    keepCharge: booking.chargedRoomTypeId !== booking.roomTypeId,
    roomId: null as number | null,
    reason: '',
  })
  const { arrival, departure } = booking
  const { data: available } = useQuery('room.availability', { arrival, departure })
  const columns = useTypeColumns(booking, house, available)
  const types = house.types.filter((type) => type.active || type.id === booking.roomTypeId)
  const { roomTypeId, keepCharge } = draft.value
  const move = useRoomOfType(booking, roomTypeId, draft.value.roomId)
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.roomType')}
      command="booking.changeRoomType"
      draft={draft}
      change={{
        kind: 'room-type',
        roomTypeId: roomTypeId as RoomTypeId,
        keepCharge,
        ...(move.roomId === null ? {} : { roomId: move.roomId }),
      }}
      usualReasons={[t('booking.change.usualRoom.wish'), t('booking.facts.upgrade')]}
    >
      {types.length > 0 && (
        <ChoiceTable
          label={t('booking.change.roomType')}
          autoFocus
          rows={types}
          rowKey={(type) => type.id}
          rowLabel={(type) => `${type.code} ${nameOf(type, language)}`}
          chosen={roomTypeId}
          onChoose={(type) => draft.set({ ...draft.value, roomTypeId: type.id, roomId: null })}
          columns={columns}
        />
      )}
      {move.moves && (
        <Field label={t('booking.change.moveTo')}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={move.roomId}
              options={move.rooms.map((room) => ({ value: room.id, label: room.number }))}
              onChange={(roomId: RoomId) => draft.set({ ...draft.value, roomId })}
            />
          )}
        </Field>
      )}
      <p className="k-field">
        <Checkbox
          checked={keepCharge}
          onChange={(event) => draft.set({ ...draft.value, keepCharge: event.target.checked })}
        >
          {t('booking.change.keepCharge')}
        </Checkbox>
      </p>
    </ChangeDrawer>
  )
}

/** Who is in house goes to a room of the new type at once: the best that is free, unless another is chosen. */
function useRoomOfType(booking: Booking, roomTypeId: number, chosen: number | null) {
  const { businessDate } = useHotel()
  const moves = roomActOf(booking) === 'move' && roomTypeId !== booking.roomTypeId
  const { data } = useQuery(
    'room.free',
    {
      arrival: booking.arrival > businessDate ? booking.arrival : businessDate,
      departure: booking.departure,
      roomTypeId: roomTypeId as RoomTypeId,
      bookingId: booking.id,
    },
    { on: moves },
  )
  const rooms = moves ? (data ?? []).filter((room) => !room.outOfService && !room.occupied) : []
  const room = rooms.find(({ id }) => id === chosen) ?? rooms[0]
  return { moves, rooms, roomId: room?.id ?? null }
}

function useTypeColumns(
  booking: Booking,
  house: House,
  available: OutputOf<'room.availability'> | undefined,
): ChoiceColumn<RoomType>[] {
  const { t, language } = useWords()
  const plan = house.planOf(booking.ratePlanId)
  const left = (type: RoomType) => available?.find((row) => row.roomTypeId === type.id)?.left
  return [
    {
      key: 'type',
      head: t('booking.nights.type'),
      cell: (type) => (
        <>
          <span className="k-code">{type.code}</span> {nameOf(type, language)}
          {type.id === booking.roomTypeId && <span className="k-quiet"> · {t('booking.change.now')}</span>}
        </>
      ),
    },
    {
      key: 'takes',
      head: t('booking.change.takes'),
      figures: true,
      cell: (type) => type.maxPersons,
    },
    {
      key: 'price',
      head: t('booking.change.perNight'),
      figures: true,
      cell: (type) => <MoneyText minor={planPrice(plan, type)} />,
    },
    {
      key: 'left',
      head: t('booking.change.left'),
      figures: true,
      cell: (type) => <Left left={left(type)} />,
    },
  ]
}

/** How many are left to sell; nothing left is shown in red. */
export function Left({ left }: { left: number | undefined }) {
  const { locale } = useWords()
  if (left === undefined) return <>—</>
  return <span className={left <= 0 ? 'k-wrong' : ''}>{formatNumber(left, locale)}</span>
}
