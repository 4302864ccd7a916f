import type { Reader } from '#db/handles.ts'
import { searchGuests } from '#db/queries/search/guests.ts'
import {
  type BookingHit,
  readBookingsByNumber,
  readPapersByNumber,
  readRoomsByNumber,
} from '#db/queries/search/palette.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { foldLabel } from '#shared/domain/folio/paper.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { parseSearch } from '#shared/domain/search/query.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { guestListRows } from '../guest/public.ts'
import { reads } from '../kernel/handler.ts'

type Palette = OutputOf<'search.palette'>

const most = { guests: 8, bookings: 5, rooms: 5, papers: 5 }
/** Fewer digits than these begin nearly every confirmation number. */
const fewestDigits = 3

/** Guests, bookings, rooms and papers for a few typed characters. */
export const palette = reads('search.palette', async (db, { text }, ctx): Promise<Palette> => {
  if (text === '') return { guests: [], bookings: [], rooms: [], papers: [] }
  return {
    guests: await guests(db, text, ctx.businessDate),
    bookings: await bookings(db, text),
    rooms: await rooms(db, text, ctx.businessDate),
    papers: await papers(db, text),
  }
})

async function guests(db: Reader, text: string, businessDate: BusinessDate): Promise<Palette['guests']> {
  const typed = parseSearch(text)
  const search = { typed, filter: { inHouse: false, openRequests: false }, businessDate, wholeNumbers: true }
  const page = await searchGuests(db, search, null, most.guests)
  const rows = await guestListRows(db, page.ids, businessDate, typed, page)
  return rows.map((row) => {
    const inName = row.match === null || row.match.field === 'nativeName' || row.match.field === 'latinName'
    const { id, name, latinName: latin, tier, inHouseRoom, similar } = row
    return {
      id,
      name,
      latinName: latin,
      hint: inName ? row.phone : (row.match?.text ?? ''),
      tier,
      inHouseRoom,
      similar,
    }
  })
}

async function bookings(db: Reader, text: string): Promise<Palette['bookings']> {
  const typed = text.replace(/\s/g, '')
  if (typed.length < fewestDigits) return []
  const rows = await readBookingsByNumber(db, typed, most.bookings)
  return rows.map((row) => ({
    id: row.id,
    confirmationNo: row.confirmation_no,
    guestId: row.guest_id,
    ...namesOf(row),
    arrival: row.arrival,
    departure: row.departure,
    status: row.status,
  }))
}

async function papers(db: Reader, text: string): Promise<Palette['papers']> {
  const folded = foldLabel(text)
  if (folded.length < fewestDigits || !/^(?=.*\d)[0-9A-Z]+$/.test(folded)) return []
  return readPapersByNumber(db, folded, most.papers)
}

async function rooms(db: Reader, text: string, businessDate: BusinessDate): Promise<Palette['rooms']> {
  const rows = await readRoomsByNumber(db, text, businessDate, most.rooms)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.booking === null ? 'vacant' : row.inHouse ? 'occupied' : 'due-in',
    booking: row.booking,
    guestId: row.guest_id,
    ...(row.booking === null ? { guestName: null, guestLatinName: '' } : namesOf(row)),
  }))
}

type Names = { [K in keyof Pick<BookingHit, 'native_name' | 'family_name' | 'given_name'>]?: string | null }

function namesOf({ native_name, family_name, given_name }: Names) {
  return bothNames({
    nativeName: native_name ?? '',
    familyName: family_name ?? '',
    givenName: given_name ?? '',
  })
}
