import { z } from 'zod'
import { isIssuingState } from '../domain/document/mrz.ts'
import { guestLanguages } from '../domain/guest/languages.ts'

/** ISO 3166 alpha-3, or empty when it is not known. */
export const nationality = z.string({ error: 'invalid.country' }).regex(/^([A-Z]{3})?$/, 'invalid.country')
/** A state that issues documents: the same, or one of ICAO's own codes. */
export const issuer = nationality.refine(
  (state) => state === '' || isIssuingState(state),
  'invalid.countryUnknown',
)
/** BCP 47 primary subtag of a language that front desks meet, or empty. */
export const spoken = z
  .string({ error: 'invalid.choice' })
  .regex(/^([a-z]{2,3})?$/, 'invalid.choice')
  .refine((language) => language === '' || guestLanguages.includes(language), 'invalid.choice')
