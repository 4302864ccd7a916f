import type { T } from '#renderer/base/language.ts'
import { csvFileHead, csvLine } from '#renderer/ui/csv.ts'
import type { WordedRule } from './worded-rule.ts'

/** Rules with their figures as the lines of a file for spreadsheets: shares as decimals. */
export function rulesFile(rules: readonly WordedRule[], t: T): string[] {
  const heads = [
    t('offer.rules.given'),
    t('offer.rules.adds'),
    ...(['stays', 'support', 'confidence', 'lift'] as const).map((name) => t(`offer.rules.${name}`)),
  ]
  return [
    csvFileHead(heads),
    ...rules.map(({ givenText, addsText, stays, support, confidence, lift }) =>
      csvLine([
        givenText,
        addsText,
        String(stays),
        support.toFixed(4),
        confidence.toFixed(4),
        lift.toFixed(2),
      ]),
    ),
  ]
}
