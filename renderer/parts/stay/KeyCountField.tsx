import { InputNumber } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { maxKeys } from '#shared/domain/device/device.ts'

type Props = { keys: number; onChange: (keys: number) => void; min?: 0 | 1; autoFocus?: boolean }

/** How many keys a guest is given. */
export function KeyCountField({ keys, onChange, min = 0, autoFocus = false }: Props) {
  const { t } = useWords()
  return (
    <Field label={t('stay.in.keys')}>
      {(control) => (
        <InputNumber
          {...control}
          autoFocus={autoFocus}
          controls={false}
          min={min}
          max={maxKeys}
          value={keys}
          onChange={(next) => onChange(Number(next ?? min))}
        />
      )}
    </Field>
  )
}
