import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'

/** The rate plans to choose from. */
export function usePlanOptions(kept: readonly number[]) {
  const { language } = useWords()
  return (useQuery('rate.list', {}).data ?? [])
    .filter((plan) => plan.active || kept.includes(plan.id))
    .map((plan) => ({ value: plan.id as number, label: `${plan.code} ${inLanguage(plan, language)}` }))
}
