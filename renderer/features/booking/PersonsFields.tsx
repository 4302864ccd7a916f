import { InputNumber } from 'antd'
import { useWords } from '#renderer/app/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import type { Key } from '#shared/i18n/index.ts'

export type Persons = { adults: number; children: number; infants: number }

type Props = {
  persons: Persons
  onChange: (persons: Persons) => void
  errors?: Readonly<Record<string, string>>
}

const least: Persons = { adults: 1, children: 0, infants: 0 }

/** Adults, children and infants; arrow keys count. */
export function PersonsFields({ persons, onChange, errors = {} }: Props) {
  const { t } = useWords()
  return (
    <div className="k-field-row">
      {(['adults', 'children', 'infants'] as const).map((kind) => (
        <Field key={kind} label={t(`field.name.${kind}` as Key)} error={errors[kind]}>
          {(control) => (
            <InputNumber
              {...control}
              min={least[kind]}
              max={20}
              precision={0}
              value={persons[kind]}
              onFocus={(event) => event.target.select()}
              onChange={(count) => onChange({ ...persons, [kind]: count ?? least[kind] })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

/** “2 adults, 1 child”: only what there is. */
export function PersonsText({ adults, children, infants }: Persons) {
  const { t, language } = useWords()
  const parts = [
    t('booking.persons.adults', { count: adults }),
    ...(children > 0 ? [t('booking.persons.children', { count: children })] : []),
    ...(infants > 0 ? [t('booking.persons.infants', { count: infants })] : []),
  ]
  return <>{parts.join(language === 'zh' ? '、' : ', ')}</>
}
