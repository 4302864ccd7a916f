import { useWords } from '#renderer/base/language.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { TextRow } from '../fields.tsx'
import { feeKinds, type TypedCharge } from './fee-form.ts'
import { ChoiceRow } from './money-fields.tsx'

type Props = { charge: TypedCharge; set: (charge: TypedCharge) => void; error: string | undefined }

/** What a fee is: nothing, an amount, a part of the stay, nights. */
export function FeeChargeRow({ charge, set, error }: Props) {
  const { t, language } = useWords()
  const money = charge.kind === 'flat'
  return (
    <div className="k-field-row">
      <ChoiceRow
        label={fieldName(['charge'], language)}
        value={charge.kind}
        options={feeKinds.map((value) => ({ value, label: t(`chart.feeKind.${value}`) }))}
        onChange={(kind) => set({ kind, figure: kind === 'nights' ? '1' : '' })}
        error={charge.kind === 'none' ? error : undefined}
      />
      {charge.kind !== 'none' && (
        <TextRow
          label={
            money
              ? fieldName(['amountMinor'], language)
              : charge.kind === 'percent'
                ? '%'
                : t('chart.feeKind.nights')
          }
          value={charge.figure}
          onChange={(figure) => set({ ...charge, figure })}
          error={error}
          {...(money ? { money: true } : { figures: true })}
        />
      )}
    </div>
  )
}
