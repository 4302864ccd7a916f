import type { Currency } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { createComparer, type RowComparer } from './compare-rows.ts'
import { createFieldReader } from './field-changes.ts'
import type { ComparerParts } from './row-outcomes.ts'
import { createBookingUpdater } from './update-bookings.ts'
import type { CodeBook } from './write-codes.ts'
import type { GuestWriter } from './write-guests.ts'

type Parts = Omit<ComparerParts, 'updater'> & { codes: CodeBook; guests: GuestWriter }

/** Null where no earlier import can have brought what this file says: it has no numbers, or there is none. */
export function openComparer(ctx: Context, { codes, guests, ...input }: Parts): RowComparer | null {
  const { parts, tx, system, stated } = input
  if (!stated.has('confirmationNo') || !system.hasEarlier) return null
  const currency = ctx.hotel.currency as Currency
  const telling = { tx, codes, currency, said: createFieldReader(currency) }
  const updater = createBookingUpdater(parts, tx, codes, guests, telling)
  return createComparer({ ...input, updater }, ctx.language)
}
