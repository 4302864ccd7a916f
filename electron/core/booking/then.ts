import type { Reader } from '#db/handles.ts'
import { type ChangeRow, readChangesOfBookings } from '#db/queries/change/changes.ts'
import { readLabels, readUserNames } from '#db/queries/change/labels.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import {
  type BookingImage,
  companionIds,
  derivedStates,
  nightDates,
  totalOf,
} from '#shared/domain/booking/booking.ts'
import { type DayUseImage, isDayUse } from '#shared/domain/booking/day-use.ts'
import { wholeBooking } from '#shared/domain/booking/whole.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { wholeGuest } from '#shared/domain/guest/whole.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { type BookingId, type BusinessDate, type GuestId, refuse } from '#shared/values/index.ts'
import { readThen, withRelated } from '../change/public.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { tierThen } from '../loyalty/public.ts'
import { requestsThen, viewOfThen } from '../request/public.ts'

type View = OutputOf<'booking.asOf'>['booking']
type Party = View['guest']
type At = { db: Reader; ctx: Context; at: string }

/** A booking as it was known at an earlier moment, its guests and requests with it. */
export const bookingAsOf = reads('booking.asOf', async (db, { id, at }, ctx) => {
  const then = await readThen(db, ctx, { entity: 'booking', id, at, now: null })
  if (!then.ok) {
    const isUnknown = then.refusal.code === 'NOT_THERE_YET' && then.refusal.params.since === ''
    return isUnknown ? refuse('BOOKING_UNKNOWN', { id }) : then
  }
  const { image, version, asOf } = then.value
  const whole = wholeBooking(image as Partial<BookingImage>)
  const changes = await readChangesOfBookings(db, [id])
  const requests = await requestsOf({ db, ctx, at }, changes, whole.guestId)
  const shown = await viewOf({ db, ctx, at }, id, whole, asOf.businessDate)
  return {
    booking: { ...shown, requests, version },
    asOf: await withRelated(
      db,
      ctx,
      { asOf, at },
      changes.filter(({ entity }) => entity !== 'booking'),
    ),
  }
})

async function viewOf(
  on: At,
  id: BookingId,
  image: BookingImage,
  date: BusinessDate,
): Promise<Omit<View, 'version' | 'requests'>> {
  const { nights, companions, agencyId, companyId, guestId, bookerId, ...fields } = image
  const { importBatchId: _, ...shown } = fields
  const dayUse = isDayUse(image) ? await hoursThen(on, id) : null
  const named = [
    ...[agencyId, companyId].map((account) => `account:${account}`),
    ...Object.values(nights).map(({ roomId }) => `room:${roomId}`),
    `room:${dayUse?.roomId}`,
  ]
  const labels = await readLabels(on.db, named, on.ctx.language)
  const accountOf = (account: typeof agencyId) =>
    account === null ? null : { id: account, name: labels.get(`account:${account}`) ?? '' }
  return {
    id,
    ...shown,
    meal: shown.meal as View['meal'],
    derived: derivedStates(image, date),
    nights: nightDates(image).flatMap((night) => {
      const one = nights[night]
      return one
        ? [
            {
              night,
              ...one,
              roomNumber: one.roomId === null ? null : (labels.get(`room:${one.roomId}`) ?? ''),
            },
          ]
        : []
    }),
    totalMinor: totalOf(nights),
    dayUse: dayUse && {
      ...dayUse,
      roomNumber: dayUse.roomId === null ? null : (labels.get(`room:${dayUse.roomId}`) ?? ''),
    },
    agency: accountOf(agencyId),
    company: accountOf(companyId),
    guest: await partyOf(on, guestId),
    booker: bookerId === null ? null : await partyOf(on, bookerId),
    companions: await Promise.all(companionIds({ companions }).map((one) => partyOf(on, one))),
    allowed: [],
  }
}

/** The hours of day use as known then; null where there were none. */
async function hoursThen(
  { db, ctx, at }: At,
  id: BookingId,
): Promise<(DayUseImage & { version: number }) | null> {
  const now = (await dayUses.load(db, id))?.image ?? null
  const then = await readThen(db, ctx, { entity: 'day-use', id, at, now })
  return then.ok ? { ...(then.value.image as DayUseImage), version: then.value.version } : null
}

/** Somebody of the booking as known then; of whom nothing was known yet, as now. */
async function partyOf({ db, ctx, at }: At, id: GuestId): Promise<Party> {
  const now = (await loadGuest(db, id))?.image ?? null
  const then = await readThen(db, ctx, { entity: 'guest', id, at, now })
  const image = wholeGuest((then.ok ? then.value.image : (now ?? {})) as Partial<GuestImage>)
  const latin = latinName(image)
  return {
    id,
    name: image.nativeName || latin,
    latinName: latin,
    nationality: image.nationality,
    tier: await tierThen(db, id, at),
    alerts: Object.keys(image.alerts).length,
    phone: phoneOf(image),
  }
}

/** The preferred number, a mobile before another. */
function phoneOf({ contacts }: GuestImage): string | null {
  const rank = { mobile: 0, phone: 1 } as Record<string, number>
  const [first] = Object.values(contacts)
    .filter(({ kind }) => kind in rank)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary) || (rank[a.kind] ?? 0) - (rank[b.kind] ?? 0))
  return first?.value ?? null
}

async function requestsOf(
  { db, at }: At,
  rows: readonly ChangeRow[],
  guestId: GuestId,
): Promise<View['requests']> {
  const nameOf = await readUserNames(db)
  return requestsThen(rows, at).requests.map((request) => viewOfThen(request, guestId, nameOf))
}
