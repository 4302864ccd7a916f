import { bothNames } from '#shared/domain/name/name.ts'
import type { RegistrantImage } from '#shared/domain/registration/registration.ts'
import { fieldsAsked } from '#shared/domain/registration/rule.ts'
import { addDays, type BusinessDate, refuse } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'
import { masked } from './masked.ts'
import { personsToRegister } from './persons.ts'
import { registrationSettings } from './settings.ts'

export const listPersons = reads('registration.persons', async (db, { bookingId }, ctx) => {
  const found = await personsToRegister(db, ctx, bookingId)
  if (!found) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  const settings = await registrationSettings.read(db)
  const { rule } = found
  return {
    country: found.country,
    rule: rule && {
      who: rule.who,
      fields: [...new Set(rule.fields.map(({ field }) => field))],
      minorsUnder: rule.minorsUnder,
      guardian: rule.guardian,
      signsFrom: rule.signsFrom,
    },
    persons: found.persons.map((person) => ({
      guestId: person.guestId,
      guestVersion: person.guestVersion,
      ...bothNames(person.guest),
      role: person.role,
      class: person.class,
      minor: person.minor,
      required: person.required,
      asked: rule
        ? fieldsAsked(rule, { class: person.class, birthDate: person.guest.birthDate }, ctx.businessDate).map(
            ({ field }) => field,
          )
        : [],
      missing: person.missing,
      data: masked(person.data),
      deadline: person.deadline,
      details: person.registrant && { ...person.registrant.image },
      detailsVersion: person.registrant?.version ?? 0,
      toConfirm:
        person.registrant !== null &&
        isOld(person.registrant.image, settings.confirmAfterDays, ctx.businessDate),
      latest: person.latest && {
        id: person.latest.id,
        event: person.latest.image.event,
        state: person.latest.image.state,
        at: person.latest.image.at,
      },
    })),
    unnamed: found.unnamed,
  }
})

/** What is older than a set time is asked again with one key. */
function isOld({ confirmedOn }: RegistrantImage, days: number, today: BusinessDate): boolean {
  return addDays(confirmedOn, days) < today
}
