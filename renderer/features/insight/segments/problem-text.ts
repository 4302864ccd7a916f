import { type ProblemCode, placeText } from '#shared/domain/insight/segments/check.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

type Told = {
  path: readonly number[]
  why: ProblemCode
  params: Readonly<Record<string, string | number>>
}

/** What is wrong at a place of a rule and what to do, as a refusal says it. */
export function problemText({ path, why, params }: Told, language: Language): string {
  const key: Key = `segment.refusal.SEGMENT_RULE.${why}`
  return words(language, key, { ...params, path: placeText(path) })
}
