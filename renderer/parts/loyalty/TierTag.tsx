import { useMemo } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'

type Tier = { code: string; nameEn: string; nameZh: string }

/** A member's tier by its name in the language on screen; nothing for anyone who is not a member. */
export function TierTag({ tier }: { tier: string | null }) {
  const { language } = useWords()
  // Who may not read them sees the tier's code
  const mayRead = useMay()('guest-read')
  const { data } = useQuery('loyalty.listProgrammes', {}, { on: tier !== null && mayRead })
  const names = useMemo(() => {
    const tiers = (data ?? []).flatMap(({ parameters }) => (parameters.tiers ?? []) as Tier[])
    return new Map(tiers.map((one) => [one.code, language === 'zh' ? one.nameZh : one.nameEn]))
  }, [data, language])
  if (tier === null) return null
  return (
    <span className="k-tag k-tier">
      <span className="k-cut">{names.get(tier) ?? tier}</span>
    </span>
  )
}
