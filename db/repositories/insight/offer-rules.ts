import type { AssociationRule } from '#shared/domain/insight/rules/association.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'

/** Puts these rules in the place of all that were there; their numbers are their ranks. */
export function replaceOfferRules(file: InsightFile, rules: readonly AssociationRule[]): void {
  const raw = rawOf(file)
  raw.exec('delete from offer_rules')
  const insert = raw.prepare(
    `insert into offer_rules (id, given, adds, support, confidence, lift, stays, stays_given, stays_adds)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [index, { given, adds, support, confidence, lift, counts }] of rules.entries()) {
    const figures = [support, confidence, lift, counts.both, counts.given, counts.adds]
    insert.run(index + 1, JSON.stringify(given), adds, ...figures)
  }
}
