import type { Reader } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadGuestIdentity } from '#db/repositories/guest/repository.ts'
import { type MinorSheet, readMinorSheets } from '#db/repositories/registration/minors.ts'
import { type Registrant, readRegistrants } from '#db/repositories/registration/registrants.ts'
import {
  latestOfGuests,
  type Registration,
  readRegistrationsOf,
} from '#db/repositories/registration/registrations.ts'
import { readOwnDates } from '#db/repositories/stay/stays.ts'
import { type BookingImage, stayingIds } from '#shared/domain/booking/booking.ts'
import type { GuestIdentity } from '#shared/domain/guest/image.ts'
import type { RegistrationData, RegistrationField } from '#shared/domain/registration/fields.ts'
import { registrationData } from '#shared/domain/registration/person.ts'
import {
  classOf,
  deadlineOf,
  type GuestClass,
  isMinor,
  isRegistered,
  missingFields,
  type RegistrationRule,
} from '#shared/domain/registration/rule.ts'
import { ownDatesWithin } from '#shared/domain/stay/own-dates.ts'
import { type BookingId, type BusinessDate, type GuestId, maxDate } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { countryRuleOn } from './country-rules.ts'

/** One person of a stay as the authorities want to know them. */
export type PersonToRegister = {
  guestId: GuestId
  role: 'guest' | 'companion'
  guest: GuestIdentity
  guestVersion: number
  registrant: Registrant | null
  sheet: MinorSheet | null
  class: GuestClass
  minor: boolean
  /** Whether the country wants this person registered by name. */
  required: boolean
  /** What the law asks and nobody has written down yet; empty for somebody who is not registered. */
  missing: RegistrationField[]
  data: RegistrationData
  /** By when it would have to be sent, had they arrived now. */
  deadline: string | null
  /** What was registered of them last in this booking. */
  latest: Registration | null
  /** Whether they are registered as arrived and not as gone; what was taken back does not count. */
  isThere: boolean
  /** When they stay, [from, to): the booking's dates, or own ones within. */
  dates: { from: BusinessDate; to: BusinessDate }
}

export type PersonsToRegister = {
  country: string
  /** Null where no rule of the country is known: nobody is asked for then. */
  rule: RegistrationRule | null
  persons: PersonToRegister[]
  /** How many the booking counts beside those who are named: each of them is still to be named. */
  unnamed: number
}

/**
 * Who of a booking must be registered, and what is missing of each. Nobody who is named in it is left out, also where the
 * country wants only some: they are there with `required: false`. Null: there is no such booking.
 */
export async function personsToRegister(
  db: Reader,
  ctx: Pick<Context, 'businessDate' | 'hotel' | 'moment'>,
  bookingId: BookingId,
): Promise<PersonsToRegister | null> {
  const booking = await loadBooking(db, bookingId)
  return booking && personsOfBooking(db, ctx, bookingId, booking.image)
}

/** The same of a booking that is at hand. */
export async function personsOfBooking(
  db: Reader,
  ctx: Pick<Context, 'businessDate' | 'hotel' | 'moment'>,
  bookingId: BookingId,
  booking: BookingImage,
): Promise<PersonsToRegister> {
  const { country } = ctx.hotel
  const rule = countryRuleOn(country, ctx.businessDate)
  const ids = stayingIds(booking)
  const registrants = await readRegistrants(db, ids)
  const sheets = await readMinorSheets(db, [bookingId])
  const dates = await readOwnDates(db, bookingId)
  const registrations = await readRegistrationsOf(db, bookingId)
  const latest = latestOfGuests(registrations)
  const standing = latestOfGuests(registrations.filter(({ image }) => !image.withdrawn))
  const persons: PersonToRegister[] = []
  for (const guestId of ids) {
    const found = await loadGuestIdentity(db, guestId)
    if (!found) continue
    persons.push(
      personOf(ctx, rule, booking, ids.length, {
        guestId,
        guest: found.image,
        guestVersion: found.version,
        registrant: registrants.get(guestId) ?? null,
        sheet: sheets.find(({ image }) => image.guestId === guestId) ?? null,
        latest: latest.get(guestId) ?? null,
        isThere: (standing.get(guestId)?.image.event ?? 'departure') !== 'departure',
        dates: ownDatesWithin(dates[guestId], booking) ?? { from: booking.arrival, to: booking.departure },
      }),
    )
  }
  const counted = booking.adults + booking.children + booking.infants
  return {
    country,
    rule,
    persons: rule ? requireWithAdults(rule, persons, maxDate(ctx.businessDate, booking.arrival)) : persons,
    unnamed: Math.max(0, counted - persons.filter(({ guest }) => !guest.unnamed).length),
  }
}

type Known = Pick<
  PersonToRegister,
  'guestId' | 'guest' | 'guestVersion' | 'registrant' | 'sheet' | 'latest' | 'isThere' | 'dates'
>

function personOf(
  ctx: Pick<Context, 'businessDate' | 'hotel' | 'moment'>,
  rule: RegistrationRule | null,
  booking: BookingImage,
  named: number,
  known: Known,
): PersonToRegister {
  const { guest, registrant, sheet } = known
  const on: BusinessDate = ctx.businessDate
  const bearer = { ...guest, documents: Object.values(guest.documents) }
  const guestClass = classOf(bearer, ctx.hotel.country)
  const stay = {
    arrival: known.dates.from,
    departure: known.dates.to,
    travellers: Math.max(named, booking.adults + booking.children + booking.infants),
  }
  const data = registrationData(
    { guest, registrant: registrant?.image ?? null, sheet: sheet?.image ?? null, class: guestClass, stay },
    on,
  )
  return {
    ...known,
    role: known.guestId === booking.guestId ? 'guest' : 'companion',
    class: guestClass,
    minor: rule !== null && isMinor(guest.birthDate, rule, on),
    required: false,
    missing: rule ? missingFields(rule, { class: guestClass, birthDate: guest.birthDate }, data, on) : [],
    data,
    deadline: rule && deadlineOf(rule, guestClass, ctx.moment),
  }
}

/** Whether a minor is registered by name may depend on whether an adult stays along. Who comes later than `by` is registered then. */
function requireWithAdults(
  rule: RegistrationRule,
  persons: PersonToRegister[],
  by: BusinessDate,
): PersonToRegister[] {
  const withAdult = persons.some(({ minor }) => !minor)
  return persons.map((person) => {
    const comesLater = person.role === 'companion' && person.dates.from > by
    const required = !comesLater && isRegistered(rule, person, withAdult)
    return { ...person, required, missing: required ? person.missing : [] }
  })
}
