import {
  findPreferring,
  type PreferenceFact,
  type Preferring,
  readPreferences,
  readRoomFeatures,
} from '#db/queries/report/preferences.ts'
import { type PreferenceGroup, preferenceGroups, preferenceRules } from '#shared/domain/guest/preferences.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Cell, Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import type { WishedFeature } from '#shared/domain/room/contradiction.ts'
import { featureOfPreference } from '#shared/domain/room/fit.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { groupBy } from '../group.ts'
import { cellOf, emptyNote } from '../notes.ts'
import type { Report } from '../report.ts'
import { figureColumn, namesIn, ownColumn } from '../table.ts'

/** Who arrives within so many days is coming. */
const comingDays = 90

/** What guests prefer, held against the rooms that have it. */
export const preferences: Report = {
  run: (desk, read) => {
    const { store, source } = desk
    const byGroup = read.by === 'group'
    const guests = read.parameters.guests as Preferring
    const facts = readPreferences(store, source, guests, comingFrom(source.today))
    const house = { facts, rooms: readRoomFeatures(store, source) }
    const rows = (
      byGroup
        ? groupBy(facts, ({ group }) => group).map(({ of }) => groupRow(of, house))
        : groupBy(facts, ({ group, value }) => JSON.stringify([group, value])).map(({ of }) =>
            rowOf(of, house),
          )
    ).toSorted(byGap)
    const table: Table = {
      key: 'main',
      columns: [
        ...(byGroup ? [] : [ownColumn('value', 'guest.preference.value')]),
        ownColumn('group', 'guest.preference.group'),
        ...(byGroup ? ofGroups : figures),
      ],
      rows,
      total: null,
    }
    return {
      tables: [table],
      says: byGroup ? null : saysOf(table),
      notes: [
        ...emptyNote(table, 'noPreferences'),
        ...(house.rooms.length === 0 ? [{ code: 'noRoomsToOffer', params: {} }] : []),
        ...(guests === 'coming' ? [{ code: 'comingGuests', params: { days: comingDays } }] : []),
      ],
      charts: [chartOf(table, 'bars', 'wishShare')],
      names: namesIn(store, [table]),
    }
  },
  bookings: ({ store, source }, _read, row, limit) =>
    findPreferring(
      store,
      source,
      { group: row.group === undefined ? null : String(row.group), value: valueIn(row) },
      comingFrom(source.today),
      limit,
    ),
  // A guest who is not coming has no booking to be shown
  leads: (_table, { parameters }) => (parameters.guests === 'coming' ? 'rows' : undefined),
}

function comingFrom(today: BusinessDate): { from: BusinessDate; to: BusinessDate } {
  return { from: today, to: addDays(today, comingDays) }
}

const figures: readonly Column[] = [
  figureColumn('wishingGuests', 'count'),
  figureColumn('wishShare', 'share'),
  figureColumn('offeringRooms', 'count'),
  figureColumn('offerShare', 'share'),
  figureColumn('offerGap', 'points'),
]
const ofGroups = figures.filter(({ key }) => !key.startsWith('offering') && key !== 'offerShare')

type House = { facts: readonly PreferenceFact[]; rooms: ReturnType<typeof readRoomFeatures> }

/** Rooms are known by what a feature says of them: a pillow comes to any room, and no feature says which has a balcony. */
function rowOf(facts: readonly PreferenceFact[], { facts: all, rooms }: House): Row {
  const { group, value } = facts[0] as PreferenceFact
  const wished = featureOfPreference(group, value)
  const offering = wished && rooms.filter(({ features }) => meets(features, wished)).length
  const wishShare = ratioOf(guestsIn(facts), guestsIn(all))
  const offerShare = ratioOf(offering, rooms.length)
  return {
    group,
    value: cellOfValue(group, value),
    wishingGuests: guestsIn(facts),
    wishShare,
    offeringRooms: rooms.length === 0 ? null : offering,
    offerShare,
    offerGap: wishShare === null || offerShare === null ? null : Math.max(0, wishShare - offerShare),
  }
}

/** A group's gap is the widest of its preferences: a room that meets one of them leaves the others as they are. */
function groupRow(facts: readonly PreferenceFact[], house: House): Row {
  const gaps = groupBy(facts, ({ value }) => value)
    .map(({ of }) => rowOf(of, house).offerGap)
    .filter((gap) => typeof gap === 'number')
  return {
    group: facts[0]?.group ?? null,
    wishingGuests: guestsIn(facts),
    wishShare: ratioOf(guestsIn(facts), guestsIn(house.facts)),
    offerGap: gaps.length === 0 ? null : Math.max(...gaps),
  }
}

function guestsIn(facts: readonly PreferenceFact[]): number {
  return new Set(facts.map(({ guestId }) => guestId)).size
}

function meets(features: readonly string[], { feature, wanted }: WishedFeature): boolean {
  return features.includes(feature) === wanted
}

/** A value of the list by its group, which has its words; the clerk's own words as they are. */
function cellOfValue(group: string, value: string): string {
  const rule = (preferenceGroups as readonly string[]).includes(group)
    ? preferenceRules[group as PreferenceGroup]
    : null
  return rule?.values.includes(value) ? `${group}.${value}` : value
}

function valueIn({ group, value }: Row): string | null {
  if (value === undefined || value === null) return null
  const [text, prefix] = [String(value), `${group}.`]
  const own = text.startsWith(prefix) ? text.slice(prefix.length) : text
  return cellOfValue(String(group), own) === text ? own : text
}

/** The widest gap first, then what most guests wish; what no feature says last. */
function byGap(a: Row, b: Row): number {
  const gap = (cell: Cell | undefined) => (typeof cell === 'number' ? cell : -1)
  return (
    gap(b.offerGap) - gap(a.offerGap) ||
    Number(b.wishingGuests) - Number(a.wishingGuests) ||
    (String(a.value ?? a.group) < String(b.value ?? b.group) ? -1 : 1)
  )
}

function saysOf(table: Table): Sentence | null {
  const [widest] = table.rows
  if (!widest || typeof widest.offerGap !== 'number') return null
  if (widest.offerGap === 0) return { code: 'preferencesMet', params: {} }
  const figure = (key: string) => cellOf(table, widest, key)
  return {
    code: 'preferenceGap',
    params: { value: figure('value'), wished: figure('wishShare'), offered: figure('offerShare') },
  }
}
