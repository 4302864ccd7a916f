import { type RoomNightFact, readRoomNights } from '#db/queries/report/stays.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import type { Cell, Row } from '#shared/domain/report/result.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn } from '../table.ts'
import { stayReport } from './stay-report.ts'

/** Which room had how many stays and nights; the bookings behind a line are who was in it. */
export const roomUse: Report = stayReport<RoomNightFact>({
  says: 'roomUse',
  empty: 'noRoomNights',
  figures: [
    figureColumn('roomStays', 'count'),
    figureColumn('roomNightsSlept', 'count'),
    figureColumn('movesInto', 'count'),
  ],
  most: 'roomNightsSlept',
  read: ({ store, source }, period) => readRoomNights(store, source, period),
  keyOf: (fact, by, { starts }) => keyOf(fact, by, starts),
  cells: cellsOf,
  params: { stays: 'roomStays', nights: 'roomNightsSlept', moves: 'movesInto' },
})

function keyOf(fact: RoomNightFact, by: string, starts: ReportDesk['starts']): Cell {
  if (by === 'room') return fact.roomId
  if (by === 'floor') return fact.floor
  if (by === 'roomType') return fact.roomTypeId
  return timeKey(by as 'day' | 'month', fact.night, starts)
}

function cellsOf(facts: readonly RoomNightFact[]): Row {
  return {
    roomStays: new Set(facts.map(({ bookingId }) => bookingId)).size,
    roomNightsSlept: facts.length,
    movesInto: facts.filter(({ movedFrom }) => movedFrom !== null).length,
  }
}
