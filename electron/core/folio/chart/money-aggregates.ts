import type { Writer } from '#db/handles.ts'
import {
  findByCode,
  findByRole,
  hasEntries,
  isAccountNamed,
  isCodeNamed,
  isCodePosted,
  isRuleNamed,
  isTaxNamed,
  lastDateOfRule,
  lastDateOfTax,
  missingOf,
} from '#db/queries/folio/chart-use.ts'
import { accounts, taxes, taxRules, transactionCodes } from '#db/repositories/folio/chart-things.ts'
import type { LedgerAccountImage, TaxRuleImage, TransactionCodeImage } from '#shared/domain/folio/chart.ts'
import { codeFault, keepsTaxHistory } from '#shared/domain/folio/chart-rules.ts'
import type { TaxImage } from '#shared/domain/folio/tax.ts'
import {
  type LedgerAccountId,
  refuse,
  type TaxId,
  type TaxRuleId,
  type TransactionCodeId,
} from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'
import { dependentExists } from '../../kernel/outcome.ts'

type Coded = Parameters<typeof findByCode>[1]

/** Refuses a code that another thing of the same kind has. */
export async function refusalOfCode(tx: Writer, table: Coded, id: number, code: string) {
  const owner = await findByCode(tx, table, code)
  return owner !== null && owner !== id ? refuse('CODE_TAKEN', { code }) : null
}

async function refusalOfRole(
  tx: Writer,
  table: 'ledger_accounts' | 'transaction_codes',
  id: number,
  role: string | null,
) {
  const owner = role === null ? null : await findByRole(tx, table, role)
  return owner && owner.id !== id ? refuse('ROLE_TAKEN', { role: role ?? '', code: owner.code }) : null
}

/**
 * An account. Once entries stand on it, its class and its role stay: what guests owe would otherwise be spread over two
 * accounts. Its number and names may change.
 */
export const ledgerAccountAggregate: Aggregate<LedgerAccountImage> = {
  entity: 'ledger-account',
  unknown: 'LEDGER_ACCOUNT_UNKNOWN',
  load: accounts.load,
  save: accounts.save,
  check: async (tx, _ctx, number, before, after) => {
    const id = number as LedgerAccountId
    if (!after) {
      return (await hasEntries(tx, id)) || (await isAccountNamed(tx, id)) ? dependentExists('posting') : null
    }
    const taken =
      (await refusalOfCode(tx, 'ledger_accounts', id, after.code)) ??
      (await refusalOfRole(tx, 'ledger_accounts', id, after.role))
    if (taken) return taken
    if (after.role !== null && !after.active) return refuse('ROLE_NOT_ACTIVE', { role: after.role })
    const moves = before && (before.class !== after.class || before.role !== after.role)
    return moves && (await hasEntries(tx, id)) ? refuse('CHART_IN_USE', { code: before.code }) : null
  },
}

/** A tax. What past postings were computed by stays; what begins after the last of them may change. */
export const taxAggregate: Aggregate<TaxImage> = {
  entity: 'tax',
  unknown: 'TAX_UNKNOWN',
  load: taxes.load,
  save: taxes.save,
  check: async (tx, _ctx, number, before, after) => {
    const id = number as TaxId
    const last = before ? await lastDateOfTax(tx, id) : null
    if (!after) return last !== null || (await isTaxNamed(tx, id)) ? dependentExists('posting') : null
    const taken = await refusalOfCode(tx, 'taxes', id, after.code)
    if (taken) return taken
    const [missing] = await missingOf(tx, 'ledger_accounts', [after.accountId])
    if (missing !== undefined) return refuse('LEDGER_ACCOUNT_UNKNOWN', { id: missing })
    if (before && last !== null && !keepsTaxHistory(before.terms, after.terms, last)) {
      return refuse('TAX_IN_USE', { code: before.code, date: last })
    }
    return null
  },
}

/**
 * A rule. Once a code of it was posted, its taxes stay and more are added only behind them, from a date after the last
 * posting: nights that are computed again must come out as they did. A rate of 0 from a date ends a tax.
 */
export const taxRuleAggregate: Aggregate<TaxRuleImage> = {
  entity: 'tax-rule',
  unknown: 'TAX_RULE_UNKNOWN',
  load: taxRules.load,
  save: taxRules.save,
  check: async (tx, _ctx, number, before, after) => {
    const id = number as TaxRuleId
    if (!after) return (await isRuleNamed(tx, id)) ? dependentExists('transaction-code') : null
    const taken = await refusalOfCode(tx, 'tax_rules', id, after.code)
    if (taken) return taken
    const [missing] = await missingOf(tx, 'taxes', after.taxes)
    if (missing !== undefined) return refuse('TAX_UNKNOWN', { id: missing })
    if (!before || String(before.taxes) === String(after.taxes)) return null
    const last = await lastDateOfRule(tx, id)
    if (last === null) return null
    const kept = before.taxes.every((tax, at) => after.taxes[at] === tax)
    for (const tax of after.taxes.slice(before.taxes.length)) {
      const from = (await taxes.load(tx, tax))?.image.terms.rates[0]?.from
      if (kept && from && from > last) continue
      return refuse('RULE_IN_USE', { code: before.code, date: last })
    }
    return kept ? null : refuse('RULE_IN_USE', { code: before.code, date: last })
  },
}

/**
 * A transaction code. Once posted, its kind, group, tax rule and method stay; its account may change for what is posted
 * from now on, because entries name the account that they went to.
 */
export const transactionCodeAggregate: Aggregate<TransactionCodeImage> = {
  entity: 'transaction-code',
  unknown: 'TRANSACTION_CODE_UNKNOWN',
  load: transactionCodes.load,
  save: transactionCodes.save,
  check: async (tx, _ctx, number, before, after) => {
    const id = number as TransactionCodeId
    if (!after) {
      return (await isCodePosted(tx, id)) || (await isCodeNamed(tx, id)) ? dependentExists('posting') : null
    }
    const fault = codeFault(after)
    if (fault) return refuse(fault, { code: after.code })
    const taken =
      (await refusalOfCode(tx, 'transaction_codes', id, after.code)) ??
      (await refusalOfRole(tx, 'transaction_codes', id, after.role))
    if (taken) return taken
    if (after.role !== null && !after.active) return refuse('ROLE_NOT_ACTIVE', { role: after.role })
    const wrong = await refusalOfNamed(tx, id, after)
    if (wrong) return wrong
    const moves = before && fixedOnce.some((field) => before[field] !== after[field])
    return moves && (await isCodePosted(tx, id)) ? refuse('CHART_IN_USE', { code: before.code }) : null
  },
}

const fixedOnce = ['kind', 'group', 'taxRuleId', 'method'] as const

/** What a code names must be on file; a part is no package and no code of its own. */
async function refusalOfNamed(tx: Writer, id: TransactionCodeId, image: TransactionCodeImage) {
  const { accountId, taxRuleId, parts } = image
  const [account] = accountId === null ? [] : await missingOf(tx, 'ledger_accounts', [accountId])
  if (account !== undefined) return refuse('LEDGER_ACCOUNT_UNKNOWN', { id: account })
  const [rule] = taxRuleId === null ? [] : await missingOf(tx, 'tax_rules', [taxRuleId])
  if (rule !== undefined) return refuse('TAX_RULE_UNKNOWN', { id: rule })
  for (const { codeId } of parts) {
    const part = await transactionCodes.load(tx, codeId)
    if (!part) return refuse('TRANSACTION_CODE_UNKNOWN', { id: codeId })
    if (codeId === id || part.image.kind !== 'charge')
      return refuse('PART_NOT_CHARGE', { code: part.image.code })
  }
  // A code that others are split to stays a charge
  if (image.kind !== 'charge' && (await isCodeNamed(tx, id)))
    return refuse('CHART_IN_USE', { code: image.code })
  return null
}
