import { differing } from '#renderer/base/drafts/merge.ts'
import type { Account } from '#renderer/parts/account/AccountPicker.tsx'
import type { Currency } from '#shared/values/index.ts'
import { arrivalInput, type TypedArrival } from '../typed-arrival.ts'
import type { ChangeInput } from './ChangeDrawer.tsx'

/** The details of a booking as typed. */
export type TypedDetails = TypedArrival & {
  guarantee: string
  meal: string
  segment: string
  channel: string
  company: Account | null
  agency: Account | null
  comment: string
}

const plain = ['guarantee', 'meal', 'segment', 'channel', 'comment'] as const

/** Only what differs from the booking: what is not named stays. */
export function detailsChange(fresh: TypedDetails, typed: TypedDetails, currency: Currency): ChangeInput {
  const { company, agency } = typed
  const changed = new Set(differing(fresh, typed))
  const terms = arrivalInput(typed, currency)
  const isDeposit = changed.has('deposit') || changed.has('depositDueOn')
  return {
    kind: 'details',
    ...Object.fromEntries(
      plain.filter((name) => changed.has(name)).map((name) => [name, typed[name]] as const),
    ),
    ...(changed.has('expectedTime') ? { expectedTime: terms.expectedTime } : {}),
    ...(changed.has('holdUntil') ? { holdUntil: terms.holdUntil } : {}),
    ...(isDeposit ? { depositMinor: terms.depositMinor, depositDueOn: terms.depositDueOn } : {}),
    ...(changed.has('company') ? { companyId: company?.id ?? null } : {}),
    ...(changed.has('agency') ? { agencyId: agency?.id ?? null } : {}),
  }
}
