import { type PassageFact, readClockTerms, readPassages } from '#db/queries/report/stays.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import { countNumbers, medianOf } from '#shared/domain/report/median.ts'
import type { Cell, Row } from '#shared/domain/report/result.ts'
import { partOfEarly, partOfLate } from '#shared/domain/stay/terms.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn } from '../table.ts'
import { stayReport } from './stay-report.ts'

type Fact = PassageFact & { time: string; outOfHours: boolean }

/** When guests check in and out by the hotel's clock, and how long they wait for a room. */
export const arrivalTimes: Report = stayReport<Fact>({
  says: 'arrivalTimes',
  empty: 'noPassages',
  figures: [
    figureColumn('checkIns', 'count'),
    figureColumn('earlyCheckIns', 'count'),
    figureColumn('waitedForRoom', 'count'),
    figureColumn('medianWait', 'number', { decimals: 0 }),
    figureColumn('longestWait', 'number', { decimals: 0 }),
    figureColumn('checkOuts', 'count'),
    figureColumn('lateCheckOuts', 'count'),
  ],
  most: 'checkIns',
  read: readFacts,
  keyOf: (fact, by, { starts }) => keyOf(fact, by, starts),
  cells: cellsOf,
  params: {
    ins: 'checkIns',
    outs: 'checkOuts',
    waited: 'waitedForRoom',
    median: 'medianWait',
    longest: 'longestWait',
  },
})

function readFacts({ store, source }: ReportDesk, period: Parameters<typeof readPassages>[2]): Fact[] {
  const { timeZone, terms } = readClockTerms(store)
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return readPassages(store, source, period).map((fact) => {
    const time = clock.format(Date.parse(fact.at))
    const part = fact.side === 'in' ? partOfEarly(time, terms) : partOfLate(time, terms)
    return { ...fact, time, outOfHours: part !== 'none' }
  })
}

function keyOf(fact: Fact, by: string, starts: ReportDesk['starts']): Cell {
  if (by === 'hour') return `${fact.time.slice(0, 2)}:00`
  if (by === 'user') return fact.user
  if (by === 'roomType') return fact.roomTypeId
  return timeKey(by as 'day' | 'week' | 'month', fact.day, starts)
}

function cellsOf(facts: readonly Fact[]): Row {
  const ins = facts.filter(({ side }) => side === 'in')
  const outs = facts.filter(({ side }) => side === 'out')
  const waits = ins.flatMap(({ at, waitedSince }) =>
    waitedSince === null
      ? []
      : [Math.max(0, Math.round((Date.parse(at) - Date.parse(waitedSince)) / 60_000))],
  )
  return {
    checkIns: ins.length,
    earlyCheckIns: ins.filter(({ outOfHours }) => outOfHours).length,
    waitedForRoom: waits.length,
    medianWait: medianOf(countNumbers(waits)),
    longestWait: waits.length === 0 ? null : waits.reduce((most, one) => Math.max(most, one), 0),
    checkOuts: outs.length,
    lateCheckOuts: outs.filter(({ outOfHours }) => outOfHours).length,
  }
}
