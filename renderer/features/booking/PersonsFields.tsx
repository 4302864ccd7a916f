import { InputNumber } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { describeIssue, type Key, listText } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { FactLabel } from './confirmation/FactLabel.tsx'

export type Persons = { adults: number; children: number; infants: number }

type Props = {
  persons: Persons
  onChange: (persons: Persons) => void
  errors?: Readonly<Record<string, string>>
}

const least: Persons = { adults: 1, children: 0, infants: 0 }
const most = 20

/** A number that can't be meant stays in its field and is named: were it set right in silence, nobody would see it. */
export function personsFault(kind: keyof Persons, count: number, language: Language): string | undefined {
  if (count < least[kind]) {
    return describeIssue({ path: [kind], code: 'invalid.tooSmall', params: { min: least[kind] } }, language)
  }
  if (count <= most) return undefined
  return describeIssue({ path: [kind], code: 'invalid.tooLarge', params: { max: most } }, language)
}

/** True while one of the numbers can't be meant. */
export function personsWrong(persons: Persons): boolean {
  return (['adults', 'children', 'infants'] as const).some(
    (kind) => persons[kind] < least[kind] || persons[kind] > most,
  )
}

/** Adults, children and infants; arrow keys count. */
export function PersonsFields({ persons, onChange, errors = {} }: Props) {
  const { t, language } = useWords()
  return (
    <div className="k-field-row">
      {(['adults', 'children', 'infants'] as const).map((kind) => (
        <Field
          key={kind}
          label={<FactLabel of={kind}>{t(`field.name.${kind}` as Key)}</FactLabel>}
          error={personsFault(kind, persons[kind], language) ?? errors[kind]}
        >
          {(control) => (
            <InputNumber
              {...control}
              precision={0}
              // Arrow keys count; antd’s own arrows are small and read out in English
              controls={false}
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

/** “2 adults, 1 child”: only those above zero. */
export function PersonsText({ adults, children, infants }: Persons) {
  const { t, language } = useWords()
  const parts = [
    t('booking.persons.adults', { count: adults }),
    ...(children > 0 ? [t('booking.persons.children', { count: children })] : []),
    ...(infants > 0 ? [t('booking.persons.infants', { count: infants })] : []),
  ]
  return <>{listText(parts, language)}</>
}
