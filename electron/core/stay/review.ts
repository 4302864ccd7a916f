import { readMoneyOf } from '#db/queries/stay/check-in.ts'
import { readOpenFolios, readOpenWishes, readPast, readPersonAlerts } from '#db/queries/stay/review.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { obstaclesOfCheckIn, questionOfCheckIn } from '#shared/domain/stay/check-in.ts'
import { freedNights, obstaclesOfCheckOut, questionOfCheckOut } from '#shared/domain/stay/check-out.ts'
import { type GuestId, type Refused, type RoomId, refuse } from '#shared/values/index.ts'
import { roomOfDay } from '../booking/public.ts'
import { earlyFeeOf } from '../folio/public.ts'
import { openOf } from '../house/public.ts'
import { reads } from '../kernel/handler.ts'
import type { PersonsToRegister } from '../registration/public.ts'
import { preferenceOffers } from '../request/public.ts'
import { readDueCharge } from './day-charge.ts'
import { type DueDayUse, dayUseView, readDueDayUse } from './day-use-charge.ts'
import { readCheckInFacts, readCheckOutFacts } from './facts.ts'
import { stayTerms } from './settings.ts'

type Obstacle = OutputOf<'stay.reviewCheckIn'>['obstacles'][number]

/** What a check-in meets, before it is done. */
export const reviewCheckIn = reads('stay.reviewCheckIn', async (db, input, ctx) => {
  const booking = await loadBooking(db, input.id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: input.id })
  const { image } = booking
  const roomId = input.roomId ?? (await roomOfDay(db, input.id, image, ctx.businessDate))
  const { facts, rows, register } = await readCheckInFacts(db, ctx, input.id, image, roomId ?? undefined)
  const alerts = Map.groupBy(await readPersonAlerts(db, input.id), ({ guestId }) => guestId)
  const stay = await loadStay(db, input.id)
  const money = await readMoneyOf(db, input.id)
  const past = await readPast(db, image.guestId, input.id)
  return {
    obstacles: obstaclesOfCheckIn(image, facts).map((one) => viewOf(one, questionOfCheckIn)),
    persons: rows.map((row) => {
      const { guestName, guestLatinName } = bothNames(row)
      return {
        id: row.id,
        name: guestName,
        latinName: guestLatinName,
        alerts: (alerts.get(row.id) ?? []).map(({ area, text, blocks }) => ({
          area,
          text,
          blocks: blocks === 'check-in',
        })),
        ...registrationOf(register, row.id),
      }
    }),
    unnamed: register.unnamed,
    room: roomId === null ? null : await roomView(db, roomId),
    arrivedAt: stay?.image.arrivedAt ?? null,
    early: await readDueCharge(db, ctx, 'early-arrival', input.id, image, stay?.image ?? null),
    dayUse: dueView(await readDueDayUse(db, ctx, input.id, image)),
    balanceMinor: money.balanceMinor,
    heldMinor: money.heldMinor,
    holdsMinor: money.holdsMinor,
    ...past,
  }
})

/** What the law wants of one guest. */
function registrationOf({ persons }: PersonsToRegister, id: GuestId) {
  const person = persons.find(({ guestId }) => guestId === id)
  return {
    required: person?.required ?? false,
    missing: person?.missing ?? [],
    minor: person?.minor ?? false,
  }
}

async function roomView(db: Parameters<typeof loadRoom>[0], id: RoomId) {
  const room = await loadRoom(db, id)
  if (!room) return null
  const { number, floor, roomTypeId, housekeeping, features } = room.image
  return { id, number, floor, roomTypeId, housekeeping: housekeeping as never, features: features as never }
}

function viewOf<C extends string>(
  { refusal }: Refused<C>,
  questionOf: (code: C) => Obstacle['question'],
): Obstacle {
  return { code: refusal.code, params: refusal.params, question: questionOf(refusal.code) }
}

function dueView(dayUse: DueDayUse | null) {
  return dayUse && dayUseView(dayUse)
}

/** What is open before a departure. */
export const reviewCheckOut = reads('stay.reviewCheckOut', async (db, input, ctx) => {
  const booking = await loadBooking(db, input.id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: input.id })
  const { image } = booking
  const { facts, money, dayUse } = await readCheckOutFacts(db, ctx, input.id, image)
  const stay = await loadStay(db, input.id)
  return {
    obstacles: obstaclesOfCheckOut(image, facts).map((one) => viewOf(one, questionOfCheckOut)),
    folios: await readOpenFolios(db, input.id),
    balanceMinor: money.balanceMinor,
    heldMinor: money.heldMinor,
    holdsMinor: money.holdsMinor,
    requests: await readOpenWishes(db, input.id),
    offers: await preferenceOffers(db, input.id, image.guestId),
    askFeedback: (await stayTerms.read(db)).askFeedback,
    open: await openOf(db, input.id),
    freedNights: freedNights(image, ctx.businessDate).length,
    early: await earlyFeeOf(db, ctx, input.id),
    late: await readDueCharge(db, ctx, 'late-departure', input.id, image, stay?.image ?? null),
    dayUse: dueView(dayUse),
  }
})
