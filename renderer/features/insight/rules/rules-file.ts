import type { T } from '#renderer/base/language.ts'
import type { WordedRule } from './worded-rule.ts'

/** Rules with their figures as a file for spreadsheets: shares as decimals. */
export function rulesFile(rows: readonly WordedRule[], t: T) {
  return {
    name: t('insight.section.rules'),
    rows,
    heads: [
      t('offer.rules.given'),
      t('offer.rules.adds'),
      ...(['stays', 'support', 'confidence', 'lift'] as const).map((name) => t(`offer.rules.${name}`)),
    ],
    cells: ({ givenText, addsText, stays, support, confidence, lift }: WordedRule) => [
      givenText,
      addsText,
      String(stays),
      support.toFixed(4),
      confidence.toFixed(4),
      lift.toFixed(2),
    ],
  }
}
