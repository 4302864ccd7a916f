import { InputNumber } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { maxKeys } from '#shared/domain/device/device.ts'

type Props = { keys: number; onChange: (keys: number) => void }

/** How many keys a guest is given. */
export function KeyCountField({ keys, onChange }: Props) {
  const { t } = useWords()
  return (
    <Field label={t('stay.in.keys')}>
      {(control) => (
        <InputNumber
          {...control}
          controls={false}
          min={0}
          max={maxKeys}
          value={keys}
          onChange={(next) => onChange(Number(next ?? 0))}
        />
      )}
    </Field>
  )
}
