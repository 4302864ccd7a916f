import { Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { maxWindows } from '#shared/domain/folio/folio.ts'
import { type Folio, payeeOf } from './folio-view.ts'

type Props = {
  folio: Pick<Folio, 'windows'>
  value: number
  onChange: (window: number) => void
  /** Windows that are not open yet, too: they are opened by what is put on them. */
  all?: boolean
  label?: string
  error?: string | undefined
  autoFocus?: boolean
}

/** A window of a folio by its number and payee. */
export function WindowField(props: Props) {
  const { folio, value, onChange, all = false, label, error, autoFocus = false } = props
  const words = useWords()
  const { t } = words
  return (
    <Field label={label ?? t('folioScreen.field.window')} error={error}>
      {(control) => (
        <Select
          {...control}
          autoFocus={autoFocus}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={windowOptions(folio, all, words)}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

/** The windows to choose from; `all`: also those that nobody has opened yet. */
export function windowOptions(
  { windows }: Pick<Folio, 'windows'>,
  all: boolean,
  { t, language }: ReturnType<typeof useWords>,
) {
  const payee = (n: number) => {
    const found = windows.find(({ window }) => window === n)
    return found && nameText(payeeOf(found), language, t)
  }
  return Array.from({ length: maxWindows }, (_, at) => at + 1)
    .filter((n) => all || payee(n) !== undefined)
    .map((n) => ({ value: n, label: `${n} ${payee(n) ?? t('folioScreen.newWindow')}` }))
}
