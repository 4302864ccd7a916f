import { Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { FreeRoomState } from '#renderer/parts/stay/FreeRoomState.tsx'
import { habitWords } from '#renderer/parts/stay/habit-words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { nextIndex } from '#renderer/ui/list-move.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { wishWords } from '#shared/i18n/wish-text.ts'
import type { BusinessDate, RoomId } from '#shared/values/index.ts'
import { type ChoiceColumn, ChoiceTable } from '../ChoiceTable.tsx'
import { roomWishes, wishesMet } from '../room-wishes.ts'
import { useHouse } from '../use-house.ts'
import { roomActOf } from '../words.ts'
import { ChangeDrawer, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'
import { type Choice, chosenRoom, type ListedRoom, listedRooms } from './listed-rooms.ts'

/** Assigns a room, moves to another from a night on, or takes the assignment off. */
export function RoomDrawer({ booking, onClose, from }: ChangeProps & { from?: BusinessDate | undefined }) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const house = useHouse()
  const nights = booking.nights.map((night) => night.night)
  const ahead = nights.filter((night) => night >= businessDate)
  const open = ahead.length > 0 ? ahead : nights.slice(-1)
  const draft = useChangeDraft(booking, `room:${from ?? ''}`, {
    from: (from ?? open[0] ?? booking.arrival) as string,
    text: '',
    choice: 'best' as Choice,
    reason: '',
  })
  const { text, choice } = draft.value
  const since = draft.value.from as BusinessDate
  const { data: free } = useQuery(
    'room.free',
    {
      arrival: since,
      departure: booking.departure,
      roomTypeId: booking.nights.find(({ night }) => night === since)?.roomTypeId ?? booking.roomTypeId,
      bookingId: booking.id,
    },
    { keep: true },
  )
  const { data: profile } = useQuery('guest.profile', { id: booking.guest.id })
  const wishes = roomWishes(booking.requests, profile?.guest.preferences ?? [])
  const assigned = booking.nights.find((night) => night.night === since)?.roomId ?? null
  const typed = text.trim().toLowerCase()
  const offered = listedRooms(free ?? [], house.roomOf(assigned), typed)
  // A number that is typed whole is meant, free or not: the effect then says what is in its way
  const named = house.rooms.find((room) => room.active && room.number.toLowerCase() === typed)
  const chosen = chosenRoom({ choice, typed, named: named?.id ?? null, assigned }, offered)
  const act = roomActOf(booking)
  const set = (patch: Partial<typeof draft.value>) => draft.set({ ...draft.value, ...patch })
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const at = offered.findIndex((room) => room.id === chosen)
    const next = nextIndex(event.key, at, offered.length, 8)
    if (next === null || !/^(Arrow|Page)/.test(event.key)) return
    event.preventDefault()
    set({ choice: offered[next]?.id ?? 'best' })
  }
  // The room it has is marked, not chosen: after a move, choosing it would take the later nights back to it
  const stays = choice === 'best' && typed === '' && assigned !== null
  const nothing = stays || (choice !== 'none' && chosen === null)
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t(`booking.change.${act}`)}
      command="booking.assignRoom"
      draft={draft}
      change={nothing ? null : { kind: 'room', roomId: chosen as RoomId | null, from: since }}
      missing={
        typed
          ? t('booking.change.noRoomNumbered', { text: text.trim() })
          : t(stays ? 'booking.change.chooseRoom' : 'booking.change.noFreeRoom')
      }
      usualReasons={(['wish', 'noise', 'fault', 'near'] as const).map((why) =>
        t(`booking.change.usualRoom.${why}`),
      )}
      reasonRequired={booking.status === 'in-house' && assigned !== null}
    >
      <div className="k-field-row">
        <Field label={t('booking.change.findRoom')} hint={t('booking.change.findRoomHint')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              autoComplete="off"
              className="k-code"
              value={text}
              onChange={(event) => set({ text: event.target.value, choice: 'best' })}
              onKeyDown={press}
            />
          )}
        </Field>
        {open.length > 1 && (
          <Field label={t('booking.change.fromNight')}>
            {(control) => (
              <Select
                {...control}
                value={since}
                options={open.map((night) => ({
                  value: night as string,
                  label: formatDate(night, locale, 'day'),
                }))}
                onChange={(night: string) => set({ from: night })}
              />
            )}
          </Field>
        )}
      </div>
      <div className="k-bk-rooms">
        {offered.length > 0 ? (
          <RoomTable
            rooms={offered}
            wishes={wishes}
            assigned={assigned}
            chosen={chosen}
            onChoose={(room) => set({ choice: room.id })}
          />
        ) : (
          <p className="k-quiet">
            {typed
              ? t('booking.change.noRoomNumbered', { text: text.trim() })
              : free && t('booking.change.noFreeRoom')}
          </p>
        )}
      </div>
      {assigned !== null && act === 'room' && (
        <p className="k-bk-off">
          <button
            type="button"
            className="k-chip"
            aria-pressed={choice === 'none'}
            onClick={() => set({ choice: choice === 'none' ? 'best' : 'none', text: '' })}
          >
            {t('booking.change.takeOff')}
          </button>
        </p>
      )}
    </ChangeDrawer>
  )
}

function RoomTable({
  rooms,
  wishes,
  assigned,
  chosen,
  onChoose,
}: {
  rooms: readonly ListedRoom[]
  wishes: readonly string[]
  assigned: number | null
  chosen: number | null
  onChoose: (room: ListedRoom) => void
}) {
  const { t } = useWords()
  const columns = useRoomColumns(wishes, assigned)
  return (
    <ChoiceTable
      label={t('booking.change.freeRooms')}
      rows={rooms}
      rowKey={(room) => room.id}
      rowLabel={(room) => t('booking.roomNumber', { room: room.number })}
      chosen={chosen}
      onChoose={onChoose}
      columns={columns}
    />
  )
}

function useRoomColumns(wishes: readonly string[], assigned: number | null): ChoiceColumn<ListedRoom>[] {
  const { t, language } = useWords()
  return [
    {
      key: 'room',
      head: t('booking.nights.room'),
      cell: (room) => (
        <>
          <RoomNumber>{room.number}</RoomNumber>
          {room.id === assigned && <span className="k-quiet"> · {t('booking.change.now')}</span>}
        </>
      ),
    },
    { key: 'floor', head: t('booking.change.floor'), figures: true, cell: (room) => room.floor },
    {
      key: 'state',
      head: t('booking.change.state'),
      cell: (room) => <FreeRoomState of={room} />,
    },
    {
      key: 'wishes',
      head: t('booking.change.wishes'),
      cell: (room) => {
        const habit = habitWords(room, t)
        if (wishes.length === 0 && habit === '')
          return <span className="k-faint">{t('booking.change.wishesNone')}</span>
        return (
          <span className="k-bk-wishes">
            {wishesMet(wishes, room).map(({ wish, met }) => (
              <span key={wish} className={met ? '' : 'k-quiet'}>
                <Mark of={met ? 'yes' : 'no'} />
                <span className="k-hidden">{t(met ? 'booking.change.met' : 'booking.change.notMet')}</span>
                {wishWords(wish, language)}
              </span>
            ))}
            {habit !== '' && <span className="k-quiet">{habit}</span>}
          </span>
        )
      },
    },
  ]
}
