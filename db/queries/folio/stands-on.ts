import { sql } from 'kysely'
import type { FolioId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const anything = preparedSql(
  (at: { id: FolioId }) => sql<{ any: number }>`
    select exists (select 1 from folio_lines where folio_id = ${at.id}) or exists (select 1 from deposits where folio_id = ${at.id})
      or exists (select 1 from holds where folio_id = ${at.id}) or exists (select 1 from fapiao where folio_id = ${at.id})
      or exists (select 1 from folio_routings where to_folio_id = ${at.id}) or exists (select 1 from payments where folio_id = ${at.id}) as "any"`,
)

/** Whether anything was ever posted on a folio, is held for it, or is routed to it. */
export async function standsOnFolio(db: Reader, id: FolioId): Promise<boolean> {
  return (await anything.first(db, { id }))?.any === 1
}

type Names = { id: FolioId; code: string | null; guests: number[]; accounts: number[]; folios: number[] }
type Missing = { code: 'CODE_TAKEN' | 'GUEST_UNKNOWN' | 'ACCOUNT_UNKNOWN' | 'FOLIO_UNKNOWN'; id: number }

const missingNames = preparedSql(
  (at: {
    id: FolioId
    code: string | null
    guests: string
    accounts: string
    folios: string
  }) => sql<Missing>`
    select 'CODE_TAKEN' as code, id from folios where code = ${at.code} and id <> ${at.id}
    union all select 'GUEST_UNKNOWN', value from json_each(${at.guests}) where value not in (select id from guests)
    union all select 'ACCOUNT_UNKNOWN', value from json_each(${at.accounts}) where value not in (select id from accounts)
    union all select 'FOLIO_UNKNOWN', value from json_each(${at.folios}) where value not in (select id from folios)
    limit 1`,
)

/** The first thing that a folio names and that is not on file, or its code that another has; null when all is well. */
export async function readFolioNames(db: Reader, names: Names): Promise<Missing | null> {
  const { id, code } = names
  const lists = {
    guests: JSON.stringify(names.guests),
    accounts: JSON.stringify(names.accounts),
    folios: JSON.stringify(names.folios),
  }
  return (await missingNames.first(db, { id, code, ...lists })) ?? null
}

const onBookings = preparedSql(
  (at: { ids: string }) =>
    sql<{ id: number }>`select booking_id as id from folios where booking_id in ${listedIn(at.ids)} limit 1`,
)
/** Whether one of the bookings has a folio: it can't be deleted then. */
export async function hasFolio(db: Reader, bookingIds: readonly number[]): Promise<boolean> {
  return (await onBookings.first(db, { ids: JSON.stringify(bookingIds) })) !== undefined
}
