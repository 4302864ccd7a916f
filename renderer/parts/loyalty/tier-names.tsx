import { useEffect } from 'react'
import { create } from 'zustand'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'

type Tier = { code: string; nameEn: string; nameZh: string }
type Known = { asked: boolean; names: ReadonlyMap<string, string> }

const useKnown = create<Known>(() => ({ asked: false, names: new Map() }))

/** Keeps what tiers are called for every tag on screen: a list of members asks once, not once a row. */
export function TierNamesHost() {
  const { language } = useWords()
  // Who may not read them sees the tiers' codes
  const mayRead = useMay()('guest-read')
  const asked = useKnown((known) => known.asked)
  const { data } = useQuery('loyalty.listProgrammes', {}, { on: asked && mayRead })
  useEffect(() => {
    const tiers = (data ?? []).flatMap(({ parameters }) => (parameters.tiers ?? []) as Tier[])
    const names = new Map(tiers.map((one) => [one.code, language === 'zh' ? one.nameZh : one.nameEn]))
    useKnown.setState({ names })
  }, [data, language])
  return null
}

/** What a tier is called in the language on screen; its code until that is known. */
export function useTierName(tier: string): string {
  const name = useKnown(({ names }) => names.get(tier))
  useEffect(ask, [])
  return name ?? tier
}

function ask(): void {
  if (!useKnown.getState().asked) useKnown.setState({ asked: true })
}
