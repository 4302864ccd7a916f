import { readFormer } from '#db/queries/change/former.ts'
import { type NameOf, readUserNames } from '#db/queries/change/labels.ts'
import { readGuestChanges, readGuestRequests, readSourceCounted } from '#db/queries/guest/bookings.ts'
import { readFigures } from '#db/queries/guest/figures.ts'
import { readFilters } from '#db/queries/guest/filter.ts'
import { readRoles } from '#db/queries/guest/roles.ts'
import { readSegmentChoices, readSegmentTagsOf } from '#db/queries/insight/segment-sets.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import { readProgrammes } from '#db/repositories/loyalty/programmes.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { isCalledOff } from '#shared/domain/booking/booking.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { parametersOf } from '#shared/domain/loyalty/programme.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { maskDocument } from '#shared/domain/privacy/mask-document.ts'
import { type GuestId, refuse } from '#shared/values/index.ts'
import { beforeNext, changePage, changeViews, sequenceIn } from '../change/public.ts'
import { reads } from '../kernel/handler.ts'
import { guestMemberships } from '../loyalty/public.ts'
import { requestView } from '../request/public.ts'
import { guestBookingPage } from './booking-rows.ts'
import { documentWarnings } from './documents.ts'

/** A profile shows so many bookings at first, and what was asked for in them; the rest by pages. */
const firstBookings = 50

type Profile = OutputOf<'guest.profile'>

/** A guest's whole story. */
export const guestProfile = reads('guest.profile', async (db, { id }, ctx) => {
  const found = await loadGuest(db, id)
  if (!found) return refuse('GUEST_UNKNOWN', { id })
  const roles = await readRoles(db, id)
  const { asGuest, asBooker, years } = await readFigures(db, roles)
  const bookings = await guestBookingPage(db, id, roles, undefined, firstBookings)
  const requests = await readGuestRequests(db, roles, firstBookings)
  const nameOf = await readUserNames(db)
  return {
    guest: {
      ...guestView(id, found.version, found.image, nameOf),
      segmentTags: await readSegmentTagsOf(db, id),
    },
    asGuest,
    asBooker,
    years,
    bookings: bookings.rows,
    nextBookings: bookings.next,
    requests: requests.map((row) => ({
      ...requestView(row, id, nameOf),
      arrival: row.arrival,
      confirmationNo: row.confirmationNo,
      calledOff: isCalledOff(row.bookingStatus),
    })),
    memberships: await guestMemberships(db, id, roles, ctx.businessDate, nameOf),
    warnings: documentWarnings(found.image, ctx.businessDate),
  }
})

/** A guest's bookings in any role, page by page. */
export const guestBookings = reads('guest.bookings', async (db, input) =>
  guestBookingPage(db, input.id, await readRoles(db, input.id), input.after, input.limit),
)

/** Every change made to a guest's bookings and their requests, in any role, newest first. */
export const guestChanges = reads('guest.changes', async (db, { id, until, after, limit }, ctx) => {
  const former = until === undefined ? { bookings: [], memberships: [] } : await readFormer(db, id)
  const before = sequenceIn(after) ?? beforeNext(until)
  const rows = await readGuestChanges(db, id, former, before, limit + 1)
  const page = changePage(await changeViews(db, ctx, rows.slice(0, limit)), rows.length > limit)
  return { ...page, sourceCounted: await readSourceCounted(db, id) }
})

/** What the list can be narrowed to: tiers of the programmes, tags and nationalities in use. */
export const guestFilters = reads('guest.filters', async (db) => {
  const programmes = await readProgrammes(db)
  const tiers = new Map(
    programmes
      .filter(({ image }) => image.active)
      .flatMap(({ image }) => parametersOf(image).tiers)
      .map(({ code, nameEn, nameZh }) => [code, { code, nameEn, nameZh }]),
  )
  return { tiers: [...tiers.values()], ...(await readFilters(db)), segments: await readSegmentChoices(db) }
})

export function guestView(
  id: GuestId,
  version: number,
  image: GuestImage,
  nameOf: NameOf,
): Omit<Profile['guest'], 'segmentTags'> {
  const latin = latinName(image)
  const { contacts, documents, preferences, tags, notes, alerts, consents, ...fields } = image
  return {
    id,
    version,
    ...fields,
    name: image.nativeName || latin,
    latinName: latin,
    contacts: listed(contacts, (key, contact) => ({ id: key, ...contact })),
    documents: listed(documents, (key, { number, ...document }) => ({
      id: key,
      ...document,
      maskedNumber: maskDocument(number),
    })),
    preferences: listed(preferences, (key, preference) => ({ id: key, ...preference })),
    tags: Object.keys(tags).sort(),
    notes: listed(notes, (key, { by, ...note }) => ({ id: key, ...note, by: nameOf(by) })).reverse(),
    alerts: listed(alerts, (key, alert) => ({ id: key, ...alert })),
    consents: Object.entries(consents).map(([channel, consent]) => ({
      channel: channel as Profile['guest']['consents'][number]['channel'],
      ...consent,
      by: nameOf(consent.by),
    })),
  }
}

function listed<P, V>(collection: Record<string, P>, view: (id: never, part: P) => V): V[] {
  return Object.entries(collection).map(([key, part]) => view(Number(key) as never, part))
}
