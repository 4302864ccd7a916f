import { createHash } from 'node:crypto'
import type { Reader } from '#db/handles.ts'
import { type EarlierBatch, readEarlierBatches } from '#db/queries/import/imports.ts'
import type { ImportSummary } from '#shared/contract/import.ts'
import { hotelColumn } from '#shared/domain/import/booking-demand-columns.ts'
import { parseWhere } from '#shared/domain/import/row.ts'
import { businessDateInZone } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import type { Profile } from './rules.ts'
import type { FileTrouble } from './source/survey.ts'

/** `sheet`: of a workbook the one that is read. */
export type Asked = { sha256: string; profile: Profile; where: string; sheet: string }

/** What earlier imports mean for this one: why it may not come in, or the hotels whose bookings are in already. */
export type Earlier = { trouble: FileTrouble } | { hotels: string[] }

/**
 * The same content is refused with any row filter: a filter picks rows, and what another one picked before cannot be
 * distinguished from what this one would. A file of several hotels names the hotel by its filter, and a store holds one hotel:
 * another one's rows are refused too, but in words that say so. Another sheet of the same workbook is other content.
 */
export async function lookAtEarlier(db: Reader, ctx: Context, asked: Asked): Promise<Earlier> {
  const batches = await readEarlierBatches(db)
  const hotels = [...new Set(batches.flatMap((batch) => hotelOf(batch) ?? []))]
  const named = hotelNamed(asked.profile, asked.where)
  if (named !== null && hotels.length > 0 && !hotels.includes(named))
    return { trouble: otherHotel(hotels, named) }
  // An older program kept the file's own digest of every workbook, whichever sheet it read.
  const contents = [asked.sha256, contentKey(asked)]
  const same = batches.find(({ sha256 }) => contents.includes(sha256))
  return same ? { trouble: alreadyImported(ctx, same) } : { hotels }
}

/** `given`: the hotel of the rows that were to come in. */
export function otherHotel(hotels: readonly string[], given: string): FileTrouble {
  return { code: 'HOTEL_DIFFERS', params: { hotel: hotels.join(', '), given } }
}

/** The hotel that a filter picks, where the profile knows hotels. */
export function hotelNamed(profile: string, where: string): string | null {
  if (profile !== 'hotel-booking-demand') return null
  const filter = parseWhere(where)
  return filter?.column === hotelColumn ? filter.value : null
}

function hotelOf({ profile, filter, summary }: EarlierBatch): string | null {
  const { hotel } = JSON.parse(summary) as Partial<ImportSummary>
  return hotel ?? hotelNamed(profile, filter)
}

/** What an import is of: the file, and of a workbook the sheet. */
export function contentKey({ sha256, sheet }: Pick<Asked, 'sha256' | 'sheet'>): string {
  return sheet === '' ? sha256 : createHash('sha256').update(`${sha256} ${sheet}`).digest('hex')
}

/** `at` is the hotel's own day of that import. */
function alreadyImported(ctx: Context, batch: EarlierBatch): FileTrouble {
  const at = businessDateInZone(Date.parse(batch.at), ctx.hotel.timeZone)
  return { code: 'ALREADY_IMPORTED', params: { at, batch: batch.id, file: batch.file_name } }
}
