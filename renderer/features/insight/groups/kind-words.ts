import type { T } from '#renderer/base/language.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { factName, factNumberText } from '#shared/i18n/fact-words.ts'
import type { Language } from '#shared/i18n/types.ts'

export type Kinds = NonNullable<OutputOf<'kinds.list'>>
export type Kind = Kinds['found']['kinds'][number]
export type Trait = Kind['traits'][number]

/** Its name, or its number where nobody named it. */
export function kindName(names: Kinds['names'], { number }: Kind, t: T): string {
  return names[String(number)]?.name ?? t('kinds.unnamed', { number })
}

/** What sets a kind apart by at least half a standard deviation; the strongest one in any case. */
export function marking(kind: Kind): Trait[] {
  const far = kind.traits.filter(({ apart }) => Math.abs(apart) >= 0.5)
  return (far.length > 0 ? far : kind.traits.slice(0, 1)).slice(0, 4)
}

/** “Share with breakfast 92 % (all: 41 %)”. */
export function traitText(
  { fact, mean, overall }: Trait,
  t: T,
  language: Language,
  currency: string,
): string {
  return t('kinds.trait', {
    fact: factName(fact, language),
    mean: factNumberText(fact, mean, language, currency),
    overall: factNumberText(fact, overall, language, currency),
  })
}

/** How clearly the kinds are told apart, by the bounds of Kaufman and Rousseeuw (1990). */
export function clarity(silhouette: number): 'strong' | 'fair' | 'weak' | 'none' {
  if (silhouette > 0.7) return 'strong'
  if (silhouette > 0.5) return 'fair'
  return silhouette > 0.25 ? 'weak' : 'none'
}

/** 35 %. */
export function percent(share: number, locale: string): string {
  return `${formatNumber(share * 100, locale)} %`
}
