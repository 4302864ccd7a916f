import type { Reader } from '#db/handles.ts'
import {
  type MorningRoom,
  type MorningStay,
  readArrivals,
  readInHouse,
  readRoomsOfMorning,
} from '#db/queries/audit/morning.ts'
import type { MorningList } from '#shared/domain/audit/morning.ts'
import { latinName, wholeName } from '#shared/domain/name/name.ts'
import type { Column, Row } from '#shared/domain/report/result.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { PageResult } from '#shared/i18n/report-text.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type BusinessDate, type Moment, nightsBetween } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'

type Kind = Pick<Column, 'key' | 'kind' | 'list'>

const text = (key: string): Kind => ({ key, kind: 'text' })
const date = (key: string): Kind => ({ key, kind: 'date' })
const count = (key: string): Kind => ({ key, kind: 'count' })
const code = (key: string, list: string): Kind => ({ key, kind: 'code', list })

const columns: Record<MorningList, readonly Kind[]> = {
  arrivals: [
    text('guest'),
    text('room'),
    text('type'),
    text('confirmationNo'),
    date('departure'),
    count('nights'),
    text('persons'),
    text('expectedTime'),
    code('guarantee', 'booking.guarantee'),
    count('requests'),
    { key: 'balance', kind: 'money' },
    text('comment'),
  ],
  'in-house': [
    text('room'),
    text('guest'),
    text('type'),
    text('confirmationNo'),
    date('arrival'),
    date('departure'),
    text('persons'),
    count('requests'),
    { key: 'balance', kind: 'money' },
  ],
  housekeeping: [
    text('room'),
    count('floor'),
    text('type'),
    code('state', 'shell.mark'),
    code('use', 'audit.use'),
    text('persons'),
    date('departure'),
  ],
}

/** A list of the morning as a page, in the hotel's language. */
export async function morningPage(db: Reader, ctx: Context, list: MorningList): Promise<PageResult> {
  const { language } = ctx.hotel
  const { businessDate } = ctx
  const rows = await rowsOf(db, list, businessDate, language)
  const word = (name: string) => words(language, `audit.column.${name}` as Key)
  const asOf = { moment: ctx.moment as Moment, businessDate, seq: 0, isNow: true }
  const hotel = { name: ctx.hotel.hotelName, currency: ctx.hotel.currency }
  return {
    name: `morning-${list}`,
    title: words(language, `audit.list.${list}`),
    facts: [hotel.name, dayText(businessDate, language)],
    parameters: {},
    period: null,
    asOf,
    weekStarts: 'monday',
    hotel,
    withoutRevenue: false,
    says: { code: words(language, 'audit.listCount', { count: rows.length }), params: {} },
    notes: [],
    names: {},
    tables: [
      {
        key: 'main',
        columns: columns[list].map((column) => ({ ...column, heading: word(column.key) })),
        rows,
        total: null,
      },
    ],
    charts: [],
    headings: {},
    drawnOnly: [],
  }
}

async function rowsOf(
  db: Reader,
  list: MorningList,
  businessDate: BusinessDate,
  language: Language,
): Promise<Row[]> {
  switch (list) {
    case 'arrivals':
      return (await readArrivals(db, businessDate)).map((stay) => stayRow(stay, language))
    case 'in-house':
      return (await readInHouse(db)).map((stay) => stayRow(stay, language))
    case 'housekeeping':
      return (await readRoomsOfMorning(db, businessDate)).map((room) => roomRow(room, businessDate))
  }
}

function stayRow(stay: MorningStay, language: Language): Row {
  const { arrival, departure, confirmationNo, expectedTime, guarantee, requests, comment } = stay
  return {
    guest: wholeName(stay.nativeName, latinName(stay), language),
    room: stay.roomNumber ?? '',
    type: stay.roomTypeCode,
    confirmationNo,
    arrival,
    departure,
    nights: nightsBetween(arrival, departure),
    persons: stay.children > 0 ? `${stay.adults}+${stay.children}` : String(stay.adults),
    expectedTime: expectedTime ?? '',
    guarantee,
    requests,
    balance: stay.balanceMinor,
    comment,
  }
}

function roomRow(room: MorningRoom, businessDate: BusinessDate): Row {
  const { occupiedUntil } = room
  const stays = occupiedUntil !== null && occupiedUntil > businessDate
  const use = stays ? 'stays' : occupiedUntil !== null ? 'leaves' : 'vacant'
  return {
    room: room.number,
    floor: room.floor,
    type: room.roomTypeCode,
    state: room.housekeeping,
    use: room.isExpected ? (use === 'leaves' ? 'turns' : 'comes') : use,
    persons: room.persons === null ? '' : String(room.persons),
    departure: occupiedUntil,
  }
}
