import type { Account } from '#renderer/parts/account/AccountPicker.tsx'
import type { AccountKind } from '#shared/domain/account/account.ts'
import type { RatePlan } from './words.ts'

type Plan = RatePlan | undefined
type Accounts = { company: object | null; agency: object | null }

/** The kind of account that the plan asks for and that is not named yet; null where nothing lacks. */
export function lackingAccount(booking: Accounts, plan: Plan): AccountKind | null {
  const kind = plan?.accountKind ?? null
  return kind !== null && booking[kind] === null ? kind : null
}

/** The account that the plan brings along; null where the clerk chooses one. */
export function planAccount(plan: Plan): Account | null {
  return plan?.accountId ? { id: plan.accountId, name: plan.accountName } : null
}
