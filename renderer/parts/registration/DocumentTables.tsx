import { Checkbox } from 'antd'
import { type T, useWords } from '#renderer/base/language.ts'
import { countryName } from '#renderer/parts/guest/words.ts'
import { formatDate } from '#renderer/ui/format.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { comparedFields, type TakenField, takenFields } from '#shared/domain/registration/compare-document.ts'
import { isKey } from '#shared/i18n/index.ts'
import { isBusinessDate } from '#shared/values/index.ts'

type Line = OutputOf<'registration.readDocument'>['compared'][number]

export const takeable: readonly string[] = takenFields

type BothProps = { mine: readonly Line[]; theirs: readonly Line[]; name: string }

/** The document between two guests on file. */
export function BothGuests({ mine, theirs, name }: BothProps) {
  const { t, locale } = useWords()
  const fields = comparedFields.filter((field) => [...mine, ...theirs].some((line) => line.field === field))
  const cell = (lines: readonly Line[], field: Line['field'], of: 'document' | 'onFile') => {
    const line = lines.find((one) => one.field === field)
    const differs = of === 'onFile' && line && line.onFile !== '' && line.state === 'differs'
    const expired = of === 'document' && line?.state === 'expired'
    return (
      <td dir="auto" className={differs || expired ? 'k-trouble-line' : ''}>
        {valueText(field, line?.[of] ?? '', t, locale)}
        {expired && ` · ${t('registration.comparedState.expired')}`}
      </td>
    )
  }
  return (
    <table className="k-table" aria-label={t('registration.scan.both')}>
      <thead>
        <tr>
          <th>{t('registration.field')}</th>
          <th>{t('registration.scan.document')}</th>
          {mine.length > 0 && <th>{t('registration.scan.thisGuest')}</th>}
          <th>{name}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`registration.comparedField.${field}`)}</th>
            {cell(theirs.some((line) => line.field === field) ? theirs : mine, field, 'document')}
            {mine.length > 0 && cell(mine, field, 'onFile')}
            {cell(theirs, field, 'onFile')}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ComparisonProps = {
  lines: readonly Line[]
  chosen: readonly TakenField[]
  toggle: (field: TakenField, on: boolean) => void
  can: boolean
}

/** Side by side; what differs is marked, and taken over only where the clerk says so. */
export function Comparison({ lines, chosen, toggle, can }: ComparisonProps) {
  const { t, locale } = useWords()
  return (
    <table className="k-table scan-table">
      <caption>{t('registration.scan.compared')}</caption>
      <thead>
        <tr>
          <th>{t('registration.field')}</th>
          <th>{t('registration.scan.document')}</th>
          <th>{t('registration.scan.onFile')}</th>
          <th>{t('registration.scan.takeOver')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const name = t(`registration.comparedField.${line.field}`)
          const differs = line.state === 'differs' || line.state === 'expired'
          return (
            <tr key={line.field} className={differs ? 'scan-differs' : ''}>
              <td>{name}</td>
              <td dir="auto">{valueText(line.field, line.document, t, locale)}</td>
              <td dir="auto">{valueText(line.field, line.onFile, t, locale)}</td>
              <td>
                {can &&
                (line.state === 'differs' || line.state === 'new') &&
                takeable.includes(line.field) ? (
                  <Checkbox
                    aria-label={t('registration.scan.takeField', { field: name })}
                    checked={chosen.includes(line.field as TakenField)}
                    onChange={(event) => toggle(line.field as TakenField, event.target.checked)}
                  />
                ) : (
                  <span className={differs ? 'k-trouble-line' : 'k-quiet'}>
                    {t(`registration.comparedState.${line.state}`)}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function valueText(field: Line['field'], value: string, t: T, locale: string): string {
  if (value === '') return '—'
  if (field === 'nationality') return countryName(value, locale) || value
  const gender = `guest.gender.${value}`
  if (field === 'gender' && isKey(gender)) return t(gender)
  return isBusinessDate(value) ? formatDate(value, locale, 'plain') : value
}
