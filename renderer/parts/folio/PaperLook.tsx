import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { type PaperLanguage, paperLanguages } from '#shared/domain/folio/paper.ts'
import { type PaperSize, paperSizes } from '#shared/domain/folio/paper-size.ts'
import { useChart } from './use-chart.ts'

export type Look = { language: PaperLanguage; size: PaperSize }

/** How a paper looks: in the payer's language where that is one of the two, on the hotel's own paper. */
export function usePaperLook(payers = ''): [Look, (patch: Partial<Look>) => void] {
  const { language } = useWords()
  const { view } = useChart()
  const [chosen, setChosen] = useState<Partial<Look>>({})
  const look = {
    language: chosen.language ?? paperLanguages.find((one) => one === payers) ?? language,
    size: chosen.size ?? view?.settings.paperSize ?? 'a4',
  }
  return [look, (patch) => setChosen({ ...chosen, ...patch })]
}

type Props = {
  look: Look
  set: (patch: Partial<Look>) => void
  autoFocus?: boolean
  /** A numbered paper is kept in the language that it was issued in. */
  fixedLanguage?: boolean
}

/** The language and the size of a paper. */
export function PaperLook({ look, set, autoFocus = false, fixedLanguage = false }: Props) {
  const { t } = useWords()
  return (
    <div className="k-field-row">
      {!fixedLanguage && (
        <Field label={t('folioHeld.look.language')}>
          {(control) => (
            <Select
              {...control}
              autoFocus={autoFocus}
              value={look.language}
              options={paperLanguages.map((one) => ({ value: one, label: t(`folioHeld.look.${one}`) }))}
              onChange={(language: PaperLanguage) => set({ language })}
            />
          )}
        </Field>
      )}
      <Field label={t('folioHeld.look.size')}>
        {(control) => (
          <Select
            {...control}
            autoFocus={autoFocus && fixedLanguage}
            value={look.size}
            options={paperSizes.map((one) => ({ value: one, label: t(`chart.paperSize.${one}`) }))}
            onChange={(size: PaperSize) => set({ size })}
          />
        )}
      </Field>
    </div>
  )
}
