import { readNightSums } from '#db/queries/report/cube.ts'
import { findUpgrades, readUpgrades, type UpgradeSums } from '#db/queries/report/upgrades.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import { chartOf } from '../chart.ts'
import { sumOf } from '../group.ts'
import { emptyNote, onBooksNote, partialNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn, makeTable, measureColumn, namesIn } from '../table.ts'

/** Nights in another room type than is charged, by what the base rates say of the two. */
export const upgrades: Report = {
  run: (desk, read) => {
    const by = read.by as DimensionName
    const period = read.period as Period
    const found = readUpgrades(desk.store, desk.source, period, by)
    const occupied = readNightSums(desk.store, desk.source, { ...period, by: [by], where: [] })
    const nightsOf = new Map(occupied.map(({ keys, nightsOccupied }) => [keys[0] ?? null, nightsOccupied]))
    // A part without an upgrade has its nights in the total, too
    const none = [...nightsOf.keys()].filter((key) => !found.some((one) => one.key === key))
    const all = found.length === 0 ? [] : [...found, ...none.map((key) => ({ key, ...noUpgrades }))]
    const rows = all.map(({ key, ...sums }) => ({ [by]: key, ...cellsOf(sums, nightsOf.get(key) ?? 0) }))
    const table = makeTable({
      key: 'main',
      by,
      columns: figures,
      rows,
      most: 'upgraded',
      total: cellsOf(addUp(found), sumOf([...nightsOf.values()])),
    })
    return {
      tables: [table],
      says: rows.length === 0 ? null : saysOf(table),
      notes: notesOf(desk, table, by, period),
      charts: [chartOf(table, 'bars', 'upgraded')],
      names: namesIn(desk.store, [table]),
    }
  },
  bookings: ({ store, source }, { by, period }, row, limit) =>
    findUpgrades(store, source, period as Period, { by: by as DimensionName, key: row[by] }, limit),
}

const figures: readonly Column[] = [
  figureColumn('upgraded', 'count'),
  figureColumn('upgradedShare', 'share'),
  figureColumn('upgradeValue', 'money'),
  figureColumn('downgraded', 'count'),
  figureColumn('downgradeValue', 'money'),
  figureColumn('sameRate', 'count'),
  measureColumn('nightsOccupied'),
]

const noUpgrades: UpgradeSums = {
  upgraded: 0,
  upgradeValue: 0,
  downgraded: 0,
  downgradeValue: 0,
  sameRate: 0,
}

/** Every night is in one row. */
function addUp(rows: readonly UpgradeSums[]): UpgradeSums {
  const sum = (name: keyof UpgradeSums) => sumOf(rows.map((row) => row[name]))
  return {
    upgraded: sum('upgraded'),
    upgradeValue: sum('upgradeValue'),
    downgraded: sum('downgraded'),
    downgradeValue: sum('downgradeValue'),
    sameRate: sum('sameRate'),
  }
}

function cellsOf(sums: UpgradeSums, nightsOccupied: number): Row {
  const { upgraded, upgradeValue, downgraded, downgradeValue, sameRate } = sums
  return {
    upgraded,
    upgradedShare: ratioOf(upgraded, nightsOccupied),
    upgradeValue,
    downgraded,
    downgradeValue,
    sameRate,
    nightsOccupied,
  }
}

function saysOf(table: Table): Sentence {
  return {
    code: 'upgrades',
    params: {
      count: totalOf(table, 'upgraded'),
      share: totalOf(table, 'upgradedShare'),
      value: totalOf(table, 'upgradeValue'),
    },
  }
}

function notesOf(desk: ReportDesk, table: Table, by: DimensionName, period: Period): Sentence[] {
  const total = table.total as Row
  return [
    ...partialNote(table, by, period),
    ...onBooksNote(period, desk.source.today),
    ...emptyNote(table, 'noUpgrades'),
    { code: 'baseRatesNow', params: {} },
    ...(Number(total.sameRate) > 0 ? [{ code: 'sameBaseRate', params: { count: total.sameRate ?? 0 } }] : []),
  ]
}
