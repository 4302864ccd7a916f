import type { Where } from '#db/queries/report/cube.ts'
import { findByCode, readCountriesOnFile } from '#db/queries/report/names.ts'
import { readFloors } from '#db/queries/report/rooms.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import { countries, isCountry } from '#shared/domain/country/countries.ts'
import { readCountry } from '#shared/domain/import/values.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import type { Filter } from '#shared/domain/report/parameters.ts'
import { nearest } from '#shared/domain/text/nearest.ts'
import { ok, type Result, refuse } from '#shared/values/index.ts'
import type { ReportDesk } from './report.ts'

const things = { roomType: 'room-type', ratePlan: 'rate-plan', agency: 'agency', company: 'company' } as const
const lists: Readonly<Partial<Record<Filter['dimension'], readonly string[]>>> = {
  segment: segments,
  channel: channels,
  meal: meals,
  guarantee: guarantees,
}

type WhereDesk = Pick<ReportDesk, 'store' | 'source' | 'country'>

/** The value that a filter is put to the store with, or what may be chosen instead of a value that nobody has. */
type Value = { value: Where['value'] } | { choose: string }

/** The filters as they are put to the store: codes become ids. `none` asks for what has no value. Refuses a value that nothing can have, naming the nearest. */
export function whereOf(
  desk: WhereDesk,
  filters: readonly Filter[],
): Result<Where[], 'REPORT_CHOICE_UNKNOWN'> {
  const where: Where[] = []
  for (const { dimension, value } of filters) {
    const found = readValue(desk, dimension, value)
    if ('choose' in found)
      return refuse('REPORT_CHOICE_UNKNOWN', { parameter: dimension, value, nearest: found.choose })
    where.push({ dimension, value: found.value })
  }
  return ok(where)
}

function readValue(desk: WhereDesk, dimension: Filter['dimension'], value: string): Value {
  const list = lists[dimension]
  // Of guarantees “none” is one
  if (list?.includes(value)) return { value }
  if (value === 'none') return { value: null }
  if (list) return { choose: nearestOf(value, list) }
  if (dimension === 'floor') return floorOf(desk, value)
  if (dimension === 'country') return countryOf(desk, value)
  if (!(dimension in things)) return { value }
  const found = findByCode(desk.store, things[dimension as keyof typeof things], value)
  return 'codes' in found ? { choose: nearestOf(value, found.codes) } : { value: found.id }
}

function nearestOf(value: string, known: readonly string[]): string {
  return nearest(value, known) ?? (known.slice(0, 12).join(', ') || '—')
}

/** A floor that no room is on has neither rooms nor nights: a report of it would say that the hotel has no rooms. */
function floorOf({ store, source }: WhereDesk, value: string): Value {
  const floors = readFloors(store, source)
  const floor = /^-?\d+$/.test(value) ? Number(value) : Number.NaN
  return floors.includes(floor) ? { value: floor } : { choose: floors.join(', ') || '—' }
}

/** Nationalities are kept by three letters: DE and Germany are nobody's. */
function countryOf(desk: WhereDesk, value: string): Value {
  const code = value.toUpperCase()
  if (isCountry(code)) return { value: code }
  const meant = readCountry(value) ?? nearest(value, countries)
  return { choose: meant ?? (readCountriesOnFile(desk.store, 12).join(', ') || desk.country) }
}
