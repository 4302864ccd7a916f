import type { ImportSummary, Mapping } from '#shared/contract/import.ts'
import type { Params } from '#shared/contract/index.ts'
import { type ImportField, parseWhere, type RowRule } from '#shared/domain/import.ts'
import { bookingDemandRule, hotelColumn, missingDemandColumns } from '#shared/domain/import-booking-demand.ts'
import { missingFields } from '#shared/domain/import-fields.ts'
import { genericRule } from '#shared/domain/import-generic.ts'
import type { Currency } from '#shared/values/index.ts'
import type { HotelSettings } from '../hotel/settings.ts'
import type { FileTrouble } from './source/survey.ts'

export type Profile = ImportSummary['profile']

/** How the rows of a file are read: the rule, and which rows it is for. */
export type Reading = {
  rule: RowRule
  /** Column number and value of the row filter. */
  where: { at: number; column: string; value: string } | null
  /** The column whose values must all be one where no filter picks one: a store holds one hotel. */
  single: { at: number; column: string } | null
}

export type ReadingInput = { profile: Profile; mapping?: Mapping | undefined; where: string }

/** The reading of a file with these headings, or why it can't be read so. */
export function readingOf(
  headings: readonly string[],
  { profile, mapping, where }: ReadingInput,
  hotel: HotelSettings,
  format: 'csv' | 'xlsx',
): Reading | FileTrouble {
  const filter = where === '' ? null : parseWhere(where)
  const at = filter ? headings.indexOf(filter.column) : -1
  if (where !== '' && (!filter || at < 0))
    return trouble('WHERE_UNKNOWN', { where, choices: headings.slice(0, 40).join(', ') })
  const picked = filter ? { at, ...filter } : null
  if (profile === 'hotel-booking-demand') {
    const missing = missingDemandColumns(headings)
    if (missing.length > 0) return trouble('FILE_COLUMNS_MISSING', { columns: missing.join(', ') })
    const single =
      picked?.column === hotelColumn ? null : { at: headings.indexOf(hotelColumn), column: hotelColumn }
    return { rule: bookingDemandRule(headings, hotel.currency as Currency), where: picked, single }
  }
  const columns: [string, ImportField][] = mapping ? Object.entries(mapping.columns) : []
  const absent = columns.map(([name]) => name).filter((name) => !headings.includes(name))
  if (absent.length > 0) return trouble('FILE_COLUMNS_MISSING', { columns: absent.join(', ') })
  const missing = missingFields(columns.map(([, field]) => field))
  const twice = columns.map(([, field]) => field).filter((field, index, all) => all.indexOf(field) !== index)
  if (!mapping || missing.length > 0 || twice.length > 0)
    return trouble('MAPPING_INCOMPLETE', { fields: missing.join(', '), twice: twice.join(', ') })
  const rule = genericRule(headings, mapping, {
    currency: hotel.currency as Currency,
    country: hotel.country,
    businessDate: hotel.businessDate,
    serialDates: format === 'xlsx',
  })
  return { rule, where: picked, single: null }
}

function trouble(code: FileTrouble['code'], params: Params): FileTrouble {
  return { code, params }
}
