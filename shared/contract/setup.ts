import { z } from 'zod'
import { isCountry } from '../domain/country/countries.ts'
import { isCurrency } from '../values/index.ts'
import { language, newPassword, sessionView, weakPassword } from './access.ts'
import { businessDate, empty, line } from './fields.ts'
import { command, query } from './operation.ts'

export const currency = z
  .string({ error: 'invalid.currency' })
  .regex(/^[A-Z]{3}$/, { error: 'invalid.currency', abort: true })
  .refine((code): boolean => isCurrency(code), 'invalid.currencyUnknown')
export const timeZone = z
  .string({ error: 'invalid.timeZone' })
  .max(64, 'invalid.tooLong')
  .refine(isTimeZone, 'invalid.timeZone')
/** ISO 3166 alpha-3: the country telephone numbers without a prefix belong to. */
export const country = z
  .string({ error: 'invalid.country' })
  .regex(/^[A-Z]{3}$/, { error: 'invalid.country', abort: true })
  .refine(isCountry, 'invalid.countryUnknown')

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const state = query({
  name: 'setup.state',
  about: 'Whether this store still needs its first administrator, and what the sign-in screen shows.',
  input: empty,
  output: z.strictObject({ needed: z.boolean(), hotelName: z.string(), language }),
  permission: 'public',
  reads: ['settings', 'user'],
})

export const run = command({
  name: 'setup.run',
  about:
    'First run: the hotel, its language, currency and time zone, and the first administrator, who is signed in by it.',
  input: z.strictObject({
    hotelName: line(80),
    language,
    currency,
    timeZone,
    country: country.default('CHN'),
    /** The date the hotel opens its books with; today in the hotel's time zone when absent. */
    businessDate: businessDate.optional(),
    administrator: z.strictObject({
      login: z
        .string({ error: 'invalid.required' })
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'invalid.login'),
      name: line(80),
      password: newPassword,
    }),
  }),
  output: sessionView,
  refusals: ['ALREADY_SET_UP', ...weakPassword],
  permission: 'public',
  undoable: false,
  receipt: false,
  session: 'begins',
})
