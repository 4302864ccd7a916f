import type { Reader } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { readInHousePersons } from '#db/queries/registration/list.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { nextMinorEntryId, readMinorSheets } from '#db/repositories/registration/minors.ts'
import type { OutputOf, ParsedOf } from '#shared/contract/index.ts'
import { stayingIds } from '#shared/domain/booking/booking.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { type MinorSheetImage, mustsOf } from '#shared/domain/registration/minor.ts'
import { isMinor } from '#shared/domain/registration/rule.ts'
import { ageOn, type BookingId, type BusinessDate, type GuestId, ok, refuse } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict } from '../kernel/outcome.ts'
import { minorSheetAggregate } from './aggregates.ts'
import { countryRuleOn } from './country-rules.ts'

type Row = OutputOf<'registration.minors'>['rows'][number]

/** A person of a booking with what tells a minor. */
type Person = {
  bookingId: BookingId
  confirmationNo: string
  guestId: GuestId
  nativeName: string
  familyName: string
  givenName: string
  birthDate: BusinessDate | null
  roomNumber: string | null
}

export const listMinors = reads('registration.minors', async (db, input, ctx) => {
  const rule = countryRuleOn(ctx.hotel.country, ctx.businessDate)
  if (!rule?.guardian) return { minorsUnder: null, rows: [] }
  const persons =
    input.bookingId === undefined
      ? await readInHousePersons(db, ctx.businessDate)
      : await personsOf(db, input.bookingId)
  const minors = persons.filter(({ birthDate }) => isMinor(birthDate, rule, ctx.businessDate))
  const sheets = await readMinorSheets(db, [...new Set(minors.map(({ bookingId }) => bookingId))])
  const nameOf = await readUserNames(db)
  const rows = minors.map((minor): Row => {
    const others = persons.filter((one) => one.bookingId === minor.bookingId && one.guestId !== minor.guestId)
    const sheet = sheets.find(
      ({ image }) => image.bookingId === minor.bookingId && image.guestId === minor.guestId,
    )
    const birthDate = minor.birthDate as BusinessDate
    return {
      bookingId: minor.bookingId,
      confirmationNo: minor.confirmationNo,
      roomNumber: minor.roomNumber ?? '',
      guestId: minor.guestId,
      ...bothNames(minor),
      birthDate,
      age: ageOn(birthDate, ctx.businessDate),
      others: others.map((one) => ({
        guestId: one.guestId,
        ...bothNames(one),
        relation: sheet?.image.relations[one.guestId] ?? '',
      })),
      musts: mustsOf(
        sheet?.image ?? null,
        others.map(({ guestId }) => guestId),
      ),
      sheet: sheet
        ? {
            id: sheet.id,
            version: sheet.version,
            guardianName: sheet.image.guardianName,
            guardianPhone: sheet.image.guardianPhone,
            guardianRelation: sheet.image.guardianRelation,
            identityAt: sheet.image.identityAt,
            identityBy: sheet.image.identityBy ? nameOf(sheet.image.identityBy) : '',
            contactedAt: sheet.image.contactedAt,
            contactedBy: sheet.image.contactedBy ? nameOf(sheet.image.contactedBy) : '',
            entries: Object.entries(sheet.image.entries)
              .map(([id, entry]) => ({ id: Number(id), ...entry, by: nameOf(entry.by) }))
              .reverse(),
          }
        : null,
    }
  })
  return { minorsUnder: rule.minorsUnder, rows }
})

async function personsOf(db: Reader, bookingId: BookingId): Promise<Person[]> {
  const booking = await loadBooking(db, bookingId)
  if (!booking) return []
  const persons: Person[] = []
  for (const guestId of stayingIds(booking.image)) {
    const guest = await loadGuest(db, guestId)
    if (guest)
      persons.push({
        bookingId,
        confirmationNo: booking.image.confirmationNo,
        guestId,
        nativeName: guest.image.nativeName,
        familyName: guest.image.familyName,
        givenName: guest.image.givenName,
        birthDate: guest.image.birthDate,
        roomNumber: null,
      })
  }
  return persons
}

/** The sheet of a minor as a whole; what was ticked once keeps who did it and when. */
export const saveMinor = writes('registration.saveMinor', async (tx, ctx, input) => {
  const { bookingId, guestId, version } = input
  const booking = await loadBooking(tx, bookingId)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  if (booking.image.guestId !== guestId && !booking.image.companions[guestId])
    return refuse('NOT_IN_BOOKING', { id: guestId })
  const guest = await loadGuest(tx, guestId)
  const rule = countryRuleOn(ctx.hotel.country, ctx.businessDate)
  if (!guest || !rule || !isMinor(guest.image.birthDate, rule, ctx.businessDate)) return refuse('NOT_A_MINOR')
  if (input.guardianPhone === '' && (input.guardianName !== '' || input.guardianContacted))
    return refuse('PHONE_NEEDED')
  const known = (await readMinorSheets(tx, [bookingId])).find(({ image }) => image.guestId === guestId)
  if (known)
    return edit(tx, ctx, minorSheetAggregate, known.id, version, (image) => ok(sheetOf(image, input, ctx)))
  if (version !== 0) return conflict('minor-sheet', bookingId)
  return create(tx, ctx, minorSheetAggregate, await nextId(tx, 'minor_sheets'), sheetOf(null, input, ctx))
})

function sheetOf(
  known: MinorSheetImage | null,
  input: ParsedOf<'registration.saveMinor'>,
  { moment, actor }: Context,
): MinorSheetImage {
  const tick = (done: boolean, at: string | null, by: string | null) =>
    done ? { at: at ?? moment, by: at === null ? actor : by } : { at: null, by: null }
  const identity = tick(input.identityChecked, known?.identityAt ?? null, known?.identityBy ?? null)
  const contacted = tick(input.guardianContacted, known?.contactedAt ?? null, known?.contactedBy ?? null)
  return {
    bookingId: input.bookingId,
    guestId: input.guestId,
    identityAt: identity.at,
    identityBy: identity.by,
    contactedAt: contacted.at,
    contactedBy: contacted.by,
    guardianName: input.guardianName,
    guardianPhone: input.guardianPhone,
    guardianRelation: input.guardianRelation,
    relations: Object.fromEntries(
      input.relations
        .filter(({ relation }) => relation !== '')
        .map(({ guestId, relation }) => [guestId, relation]),
    ),
    entries: known?.entries ?? {},
  }
}

/** Notes a patrol, a visit or a report on a sheet. */
export const noteMinor = writes('registration.noteMinor', (tx, ctx, { id, version, kind, text }) =>
  edit(tx, ctx, minorSheetAggregate, id, version, async (image) => {
    const entry = { kind, text, at: ctx.moment, by: ctx.actor }
    return ok({ ...image, entries: { ...image.entries, [await nextMinorEntryId(tx)]: entry } })
  }),
)
