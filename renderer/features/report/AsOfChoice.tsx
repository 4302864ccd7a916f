import { useId, useRef } from 'react'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { MomentChoice } from '#renderer/parts/report/MomentChoice.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { asOfActs } from './acts.ts'

type Props = {
  /** A business date, whose end is meant, or a moment; empty for now. */
  value: string
  onChoose: (value: string) => void
  /** Its name beside it, not above. */
  beside?: boolean
}

/** The moment that figures are looked at from. */
export function AsOfChoice({ value, onChoose, beside = false }: Props) {
  const { t } = useWords()
  const id = useId()
  const box = useRef<HTMLSpanElement>(null)
  useActs(asOfActs, { asOf: () => box.current?.querySelector('input')?.focus() })
  return (
    <span ref={box} className={beside ? 'rp-beside' : 'rp-labelled'}>
      <label className="k-label" htmlFor={id}>
        {t('report.parameter.asOf')} <KeyHint keys={asOfActs.asOf.key} />
      </label>
      <MomentChoice
        id={id}
        label={t('report.parameter.asOf')}
        value={value}
        words={[{ value: '', label: t('reportScreen.now') }]}
        onChoose={onChoose}
      />
    </span>
  )
}
