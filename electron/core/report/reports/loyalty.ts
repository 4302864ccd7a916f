import { readNightSums } from '#db/queries/report/cube.ts'
import {
  findMemberNights,
  type MemberCut,
  type MemberNights,
  readMemberNights,
  readTierCodes,
  readTiersHeld,
  type TierHeld,
} from '#db/queries/report/tiers.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import { monthStart, type Period } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import { type BusinessDate, businessDateOf, minDate } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { onBooksNote, partialNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { arrangeRows, dimensionColumn, figureColumn, namesIn } from '../table.ts'

/** Members by tier, month or channel: their nights and share of revenue, and who joined, rose and fell. */
export const loyalty: Report = {
  run: (desk, read) => {
    const by = read.by as MemberCut
    const period = read.period as Period
    const facts = readFacts(desk, period, by)
    const ranks = readTierCodes(desk.store)
    const table: Table = {
      key: 'main',
      columns: [dimensionColumn(by), ...(by === 'channel' ? ofNights : [...ofMembers, ...ofNights])],
      rows: rowsOf(facts, ranks, by, period),
      total: cellsOf(facts, ranks, { by, key: null, period }),
    }
    const moves = movesTable(facts.held, ranks, period)
    const tables = [table, moves] as const
    return {
      tables,
      says: facts.held.length === 0 ? null : saysOf(table),
      notes: [
        ...partialNote(table, by, period),
        ...onBooksNote(period, desk.source.today),
        ...(facts.held.length === 0 ? [{ code: 'noMembers', params: {} }] : []),
      ],
      charts: [
        chartOf(table, by === 'month' ? 'line' : 'bars', by === 'channel' ? 'memberNights' : 'members'),
      ],
      names: namesIn(desk.store, tables),
    }
  },
  bookings: ({ store, source }, { by, period }, row, limit) =>
    findMemberNights(store, source, period as Period, { by: by as MemberCut, key: row[by] }, limit),
}

type Facts = {
  held: readonly TierHeld[]
  nights: readonly MemberNights[]
  /** Room revenue of all guests; by tier the house's, which a tier's share is of. */
  house: ReadonlyMap<Cell, number>
  houseTotal: number
}

function readFacts({ store, source }: ReportDesk, period: Period, by: MemberCut): Facts {
  const cut = by === 'tier' ? [] : [by]
  const house = readNightSums(store, source, { ...period, by: cut, where: [] })
  return {
    held: readTiersHeld(store, source, period.to),
    nights: readMemberNights(store, source, period, by),
    house: new Map(house.map(({ keys, roomRevenue }) => [keys[0] ?? null, roomRevenue])),
    houseTotal: house.reduce((sum, { roomRevenue }) => sum + roomRevenue, 0),
  }
}

const ofMembers: readonly Column[] = [
  figureColumn('members', 'count'),
  figureColumn('joined', 'count'),
  figureColumn('tierUps', 'count'),
  figureColumn('tierDowns', 'count'),
]
const ofNights: readonly Column[] = [
  figureColumn('membersStayed', 'count'),
  figureColumn('memberNights', 'count'),
  figureColumn('memberRevenue', 'money'),
  figureColumn('memberShare', 'share', { revenue: true }),
]

/** Tiers from the highest down, as far as somebody holds or held one. */
function rowsOf(facts: Facts, ranks: readonly string[], by: MemberCut, period: Period): Row[] {
  const keys = new Set<Cell>(facts.nights.map(({ key }) => key))
  if (by === 'tier') for (const { tier } of heldOn(facts.held, period.to)) keys.add(tier)
  if (by !== 'channel')
    for (const move of movesIn(facts.held, period)) keys.add(by === 'tier' ? move.tier : monthOf(move))
  const rows = [...keys].map((key) => ({ [by]: key, ...cellsOf(facts, ranks, { by, key, period }) }))
  if (by !== 'tier') return arrangeRows(rows, by, 'memberNights')
  return rows.toSorted((a, b) => rankOf(ranks, b[by]) - rankOf(ranks, a[by]))
}

/** Of one key, or of all where it is null. */
function cellsOf(
  { held, nights, house, houseTotal }: Facts,
  ranks: readonly string[],
  { by, key, period }: { by: MemberCut; key: Cell; period: Period },
): Row {
  const isOf = ({ tier, since }: TierHeld) =>
    key === null || (by === 'month' ? since.startsWith(String(key)) : by === 'tier' && tier === key)
  const moves = movesIn(held, period)
    .filter(isOf)
    .map((move) => directionOf(move, ranks))
  const count = (direction: Direction) => moves.filter((one) => one === direction).length
  const end = by === 'month' && key !== null ? monthEnd(String(key), period) : period.to
  const holders = heldOn(held, end)
  const own = key === null ? nights : nights.filter((one) => one.key === key)
  const memberRevenue = sumOf(own.map(({ revenueMinor }) => revenueMinor))
  const whole = by === 'tier' || key === null ? houseTotal : house.get(key)
  return {
    members: by === 'tier' && key !== null ? holders.filter(isOf).length : holders.length,
    joined: count('joined'),
    tierUps: count('up'),
    tierDowns: count('down'),
    membersStayed: new Set(own.map(({ guestId }) => guestId)).size,
    memberNights: sumOf(own.map((one) => one.nights)),
    memberRevenue,
    memberShare: ratioOf(memberRevenue, whole),
  }
}

/** Tiers that are held at the end of the day before a date. */
function heldOn(held: readonly TierHeld[], end: BusinessDate): TierHeld[] {
  return held.filter(({ since, until }) => since < end && (until === null || until >= end))
}

/** The day after the month, as far as the period goes. */
function monthEnd(month: string, { to }: Period): BusinessDate {
  return minDate(monthStart(businessDateOf(`${month}-01`), 1), to)
}

function movesIn(held: readonly TierHeld[], { from, to }: Period): TierHeld[] {
  return held.filter(({ since, tier, before }) => since >= from && since < to && tier !== before)
}

function monthOf({ since }: TierHeld): string {
  return since.slice(0, 7)
}

type Direction = 'joined' | 'up' | 'down'

function directionOf({ tier, before }: TierHeld, ranks: readonly string[]): Direction {
  if (before === null) return 'joined'
  return rankOf(ranks, tier) > rankOf(ranks, before) ? 'up' : 'down'
}

/** A tier that the programme no longer has is below all others. */
function rankOf(ranks: readonly string[], tier: Cell | undefined): number {
  return ranks.indexOf(String(tier))
}

/** From which tier to which, the most frequent first. */
function movesTable(held: readonly TierHeld[], ranks: readonly string[], period: Period): Table {
  const moves = movesIn(held, period).filter(({ before }) => before !== null)
  const rows = groupBy(moves, ({ before, tier }) => `${before} ${tier}`).map(({ of }): Row => {
    const [{ before, tier } = { before: null, tier: '' }] = of
    return { fromTier: before, tier, moves: of.length }
  })
  return {
    key: 'moves',
    columns: [
      { key: 'fromTier', kind: 'name', of: 'tier' },
      { key: 'tier', heading: 'toTier', kind: 'name', of: 'tier' },
      figureColumn('moves', 'count'),
    ],
    rows: rows.toSorted(
      (a, b) => Number(b.moves) - Number(a.moves) || rankOf(ranks, b.tier) - rankOf(ranks, a.tier),
    ),
    total: { moves: moves.length },
  }
}

function saysOf(table: Table): Sentence {
  const [nights, share] = [totalOf(table, 'memberNights'), totalOf(table, 'memberShare')]
  return { code: 'loyalty', params: { nights, share, stayed: totalOf(table, 'membersStayed') } }
}
