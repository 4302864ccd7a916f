import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useHotelClock } from '#renderer/api/use-hotel-clock.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import type { HouseThing } from '#renderer/parts/house/fields.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { type Clock, clockOfHouse, isPastCall } from '#shared/domain/house/wake-call.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import type { FoundItem, HouseRow, KeyLog, Luggage, Message, Parcel, Trace, WakeCall } from './sections.ts'

type On = { t: T; businessDate: BusinessDate; clock: Clock; closed: boolean }

/** The columns of a list of the house: what it is and whose, what is due, who did it. */
export function useHouseColumns(thing: HouseThing, closed: boolean): Column<HouseRow>[] {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const hotelClock = useHotelClock()
  return useMemo(() => {
    const clock = clockOfHouse({ ...hotelClock, date: hotelClock.date as BusinessDate }, businessDate)
    const on = { t, businessDate, clock, closed }
    const own = columnsOf[thing](on) as Column<HouseRow>[]
    return [...own, ...(closed ? [statusColumn(t), byColumn(t)] : [takenColumn(t)])]
  }, [t, businessDate, hotelClock, thing, closed])
}

function text<R>(t: T, head: HeadName, width: string, of: (row: R) => string, from?: number): Column<R> {
  return {
    key: head,
    head: t(`house.column.${head}`),
    width,
    ...(from === undefined ? {} : { from }),
    cell: (row) => (
      <span className="k-cut" title={of(row)}>
        {of(row)}
      </span>
    ),
  }
}

type HeadName =
  | 'text'
  | 'note'
  | 'for'
  | 'from'
  | 'keptIn'
  | 'what'
  | 'foundAt'
  | 'department'
  | 'time'
  | 'tries'
  | 'pieces'
  | 'keys'
  | 'out'
  | 'tag'

const room = (t: T): Column<HouseRow> => ({
  key: 'room',
  head: t('house.column.room'),
  width: '64px',
  cell: (row) =>
    row.roomNumber === null ? <span className="k-faint">—</span> : <RoomNumber>{row.roomNumber}</RoomNumber>,
})

/** Whose it is: the booking's guest, or the name that was given instead. */
const guest = (t: T): Column<HouseRow> => ({
  key: 'guest',
  head: t('house.column.guest'),
  width: 'minmax(120px, 1fr)',
  cell: (row) => {
    const other = 'forName' in row ? row.forName : 'toName' in row ? row.toName : ''
    if (row.guestId === null) return <span className="k-cut">{other || '—'}</span>
    return (
      <span className="house-whose">
        <GuestName of={row} />
        {other !== '' && <span className="k-quiet k-cut">→ {other}</span>}
      </span>
    )
  },
})

function figures<R>(t: T, head: HeadName, of: (row: R) => number | string): Column<R> {
  return { key: head, head: t(`house.column.${head}`), width: '56px', figures: true, cell: of }
}

/** A day and time, marked where it has come. */
function due<R>(
  head: string,
  of: (row: R) => { on: BusinessDate | null; at?: string | null; mark: 'overdue' | 'late' | null },
): Column<R> {
  return {
    key: 'due',
    head,
    width: '148px',
    cell: (row) => {
      const { on, at, mark } = of(row)
      if (on === null) return <span className="k-faint">—</span>
      return (
        <span className={mark === null ? 'house-due' : 'house-due k-wrong'}>
          {mark && <StatusMark state={mark} markOnly />}
          <DateText date={on} style="day" /> <span className="k-num">{at}</span>
        </span>
      )
    },
  }
}

const takenColumn = (t: T): Column<HouseRow> => ({
  key: 'taken',
  head: t('house.column.taken'),
  width: '132px',
  from: 980,
  cell: (row) => (
    <span className="k-quiet" title={row.createdBy}>
      <DateTimeText moment={row.createdAt} />
    </span>
  ),
})
const statusColumn = (t: T): Column<HouseRow> => ({
  key: 'status',
  head: t('house.column.status'),
  width: '96px',
  cell: (row) => t(`house.status.${row.status}`),
})
const byColumn = (t: T): Column<HouseRow> => ({
  key: 'by',
  head: t('house.column.by'),
  width: 'minmax(120px, 0.6fr)',
  from: 800,
  cell: (row) => (
    <span className="k-quiet k-cut">
      {row.statusBy} <DateTimeText moment={row.statusAt} />
    </span>
  ),
})

const columnsOf: Record<HouseThing, (on: On) => readonly Column<never>[]> = {
  traces: ({ t, businessDate, closed }) => [
    due<Trace>(t('house.column.due'), ({ dueOn, dueTime }) => ({
      on: dueOn,
      at: dueTime,
      mark: !closed && dueOn < businessDate ? 'overdue' : null,
    })),
    text<Trace>(t, 'department', '120px', ({ department }) => t(`request.department.${department}`)),
    text<Trace>(t, 'text', 'minmax(160px, 2fr)', (row) => row.text),
    room(t),
    guest(t),
  ],
  messages: ({ t }) => [
    room(t),
    guest(t),
    text<Message>(t, 'text', 'minmax(160px, 2fr)', (row) => row.text),
    text<Message>(t, 'from', 'minmax(80px, 0.6fr)', (row) =>
      [row.fromName, row.phone].filter(Boolean).join(' · '),
    ),
  ],
  'wake-calls': ({ t, clock, closed }) => [
    due<WakeCall>(t('house.column.due'), (row) => ({
      on: row.callOn,
      at: row.callAt,
      mark: !closed && isDueCall(row, clock) ? 'late' : null,
    })),
    room(t),
    guest(t),
    figures<WakeCall>(t, 'tries', (row) => row.tries || ''),
    text<WakeCall>(t, 'note', 'minmax(80px, 1fr)', (row) => row.note),
  ],
  parcels: ({ t }) => [
    room(t),
    guest(t),
    text<Parcel>(t, 'from', 'minmax(80px, 0.8fr)', (row) =>
      [row.fromName, row.trackingNo].filter(Boolean).join(' · '),
    ),
    text<Parcel>(t, 'keptIn', 'minmax(120px, 0.6fr)', (row) => row.keptIn),
    figures<Parcel>(t, 'pieces', (row) => row.pieces),
    text<Parcel>(
      t,
      'note',
      'minmax(60px, 0.8fr)',
      (row) => [row.note, row.givenTo].filter(Boolean).join(' → '),
      800,
    ),
  ],
  found: ({ t, businessDate, closed }) => [
    due<FoundItem>(t('house.column.follow'), (row) => ({
      on: row.followOn,
      mark: !closed && row.followOn <= businessDate ? 'overdue' : null,
    })),
    text<FoundItem>(t, 'what', 'minmax(120px, 1.4fr)', (row) => row.what),
    text<FoundItem>(t, 'foundAt', 'minmax(80px, 0.8fr)', (row) =>
      [row.foundRoom, row.foundAt].filter(Boolean).join(' '),
    ),
    text<FoundItem>(t, 'keptIn', 'minmax(112px, 0.6fr)', (row) => row.keptIn),
    guest(t),
    text<FoundItem>(
      t,
      'note',
      'minmax(60px, 0.8fr)',
      (row) => [row.note, [row.givenTo, row.proof].filter(Boolean).join(' / ')].filter(Boolean).join(' → '),
      900,
    ),
  ],
  keys: ({ t }) => [
    room(t),
    guest(t),
    figures<KeyLog>(t, 'keys', (row) => row.keys),
    figures<KeyLog>(t, 'out', (row) => row.keys - row.returned),
    text<KeyLog>(t, 'note', 'minmax(80px, 1fr)', (row) => row.note),
  ],
  luggage: ({ t, businessDate, closed }) => [
    figures<Luggage>(t, 'tag', (row) => row.tagNo),
    room(t),
    guest(t),
    figures<Luggage>(t, 'pieces', (row) => row.pieces),
    text<Luggage>(t, 'keptIn', 'minmax(120px, 0.6fr)', (row) => row.keptIn),
    due<Luggage>(t('house.column.due'), (row) => ({
      on: row.dueOn,
      at: row.dueTime,
      mark: !closed && row.dueOn !== null && row.dueOn < businessDate ? 'overdue' : null,
    })),
    text<Luggage>(t, 'note', 'minmax(60px, 0.8fr)', (row) => row.note, 900),
  ],
}

/** Its minute has come. */
function isDueCall(row: WakeCall, clock: Clock): boolean {
  return isPastCall(row, clock) || (row.callOn === clock.date && row.callAt <= clock.time)
}
