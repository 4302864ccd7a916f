import type { Reader } from '#db/handles.ts'
import { type ListKey, readGuestList } from '#db/queries/guest/list.ts'
import { readDocumentNumbers } from '#db/queries/guest/parts.ts'
import { type GuestRow, readGuestRows } from '#db/queries/guest/rows.ts'
import { type NumberMatch, type SearchKey, type SearchPage, searchGuests } from '#db/queries/search/guests.ts'
import { readSortKey } from '#db/repositories/guest/repository.ts'
import type { OutputOf, ParsedOf } from '#shared/contract/index.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { explainMatch } from '#shared/domain/search/explain.ts'
import { type ParsedSearch, parseSearch } from '#shared/domain/search/query.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'

export type GuestListRow = OutputOf<'guest.search'>['rows'][number]
type Match = NonNullable<GuestListRow['match']>

/** Guests by what is typed, or all by name; both narrowed by the filters, page by page. */
export const searchForGuests = reads('guest.search', async (db, input, ctx) =>
  input.text === '' ? listed(db, input, ctx) : found(db, input, ctx),
)

type Input = ParsedOf<'guest.search'>

async function listed(db: Reader, input: Input, ctx: Context): Promise<OutputOf<'guest.search'>> {
  const after = await listKeyOf(db, input.after)
  if (after === 'gone') return { rows: [], next: null, total: 0, capped: false }
  const page = await readGuestList(db, input, after, input.limit)
  return {
    rows: await guestListRows(db, page.ids, ctx.businessDate),
    next: page.next ? String(page.next.id) : null,
    total: page.total,
    capped: page.capped,
  }
}

async function found(db: Reader, input: Input, ctx: Context): Promise<OutputOf<'guest.search'>> {
  const typed = parseSearch(input.text)
  const search = { typed, filter: input, businessDate: ctx.businessDate }
  const page = await searchGuests(db, search, searchKeyOf(input.after), input.limit)
  return {
    rows: await guestListRows(db, page.ids, ctx.businessDate, typed, page),
    next: page.next ? ('lead' in page.next ? `first:${page.next.lead}` : String(page.next.tail)) : null,
    total: page.total,
    capped: page.capped,
  }
}

/** The rows of these guests as a list shows them, with what matched when something was typed. */
export async function guestListRows(
  db: Reader,
  ids: readonly GuestId[],
  businessDate: BusinessDate,
  typed: ParsedSearch = parseSearch(''),
  { numbers, similar }: Pick<SearchPage, 'numbers' | 'similar'> = { numbers: new Map(), similar: new Set() },
): Promise<GuestListRow[]> {
  const rows = await readGuestRows(db, ids, businessDate)
  const { terms } = typed
  const matches = rows.map(({ id, parts }) => {
    const number = numbers.get(id)
    return number ? whole(number) : explainMatch(parts, terms)
  })
  // Documents last and only where nothing else matched: rarely it is they, and each is on a page of its own.
  const inVain =
    terms.length === 0
      ? []
      : rows.filter(({ id }, i) => matches[i] === null && !similar.has(id)).map(({ id }) => id)
  const documents = await readDocumentNumbers(db, inVain)
  return rows.map((row, i) => {
    const own = { ...nameless, documents: documents.get(row.id) ?? [] }
    const match = matches[i] ?? explainMatch(own, terms)
    return viewOf(row, match, similar.has(row.id))
  })
}

const nameless = { nativeName: '', familyName: '', givenName: '' }

function whole(number: NumberMatch): Match {
  return { ...number, ranges: [[0, number.text.length]] }
}

function viewOf({ parts, ...row }: GuestRow, match: Match | null, similar: boolean): GuestListRow {
  const latin = latinName(parts)
  return {
    ...row,
    name: parts.nativeName || latin,
    latinName: latin,
    phone: parts.phones[0] ?? '',
    match,
    similar,
  }
}

/** The key of a list's page is its last guest: the name on file now says where to go on. */
async function listKeyOf(db: Reader, after: string | undefined): Promise<ListKey | null | 'gone'> {
  if (after === undefined) return null
  const id = Number(after)
  const sortKey = await readSortKey(db, id)
  return sortKey === null ? 'gone' : { sortKey, id }
}

/** `first:3` among those who stand first, `120` among the rest; the contract has checked its form. */
function searchKeyOf(after: string | undefined): SearchKey | null {
  if (after === undefined) return null
  const [first, lead] = after.split(':')
  return lead === undefined ? { tail: Number(first) } : { lead: Number(lead) }
}
