import { useWords } from '#renderer/base/language.ts'
import { Effect, type EffectRow } from './Effect.tsx'
import { balanceOf, type Folio } from './folio-view.ts'

type Props = {
  folio: Pick<Folio, 'windows'>
  window: number
  /** What is owed more by it; null while that is not known. */
  changeMinor: number | null
  more?: readonly EffectRow[]
}

/** What a window owes now and after an act. */
export function WindowEffect({ folio, window, changeMinor, more = [] }: Props) {
  const { t } = useWords()
  if (changeMinor === null) return null
  const before = balanceOf(folio, window)
  return (
    <Effect
      rows={[
        { name: t('folioScreen.effect.window', { window }), before, after: before + changeMinor },
        ...more,
      ]}
    />
  )
}
