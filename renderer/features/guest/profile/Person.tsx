import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatDate, formatMomentDay } from '#renderer/ui/format.ts'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { Fact, Facts } from '#renderer/ui/Pane.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'
import { countryName, countryOptions, languageName, languageOptions } from '../../../parts/guest/words.ts'
import { type Profile, useGuestUpdate } from './editing.tsx'
import { Part } from './SectionHead.tsx'

type Field =
  | 'nativeName'
  | 'familyName'
  | 'givenName'
  | 'salutation'
  | 'gender'
  | 'birthDate'
  | 'nationality'
  | 'language'
type Update = Omit<InputOf<'guest.update'>, 'id' | 'version'>

/** The facts of the person, each edited in place; and where a document contradicts them. */
export function Person({ profile }: { profile: Profile }) {
  const { t, locale } = useWords()
  const { timeZone } = useHotel()
  const { guest, warnings } = profile
  const none = { value: '', label: t('common.notSet') }
  const options = (codes: readonly string[], word: (code: string) => string) => [
    none,
    ...codes.map((value) => ({ value, label: word(value) })),
  ]
  return (
    <Part name="identity" title={t('guest.section.identity')}>
      <Facts>
        <PersonFact field="nativeName" guest={guest} />
        <PersonFact field="familyName" guest={guest} />
        <PersonFact field="givenName" guest={guest} />
        <PersonFact
          field="salutation"
          guest={guest}
          options={options(['mr', 'ms', 'mrs', 'mx', 'dr', 'prof'], (code) =>
            t(`guest.salutation.${code}` as Key),
          )}
        />
        <PersonFact
          field="gender"
          guest={guest}
          options={options(['female', 'male', 'other'], (code) => t(`guest.gender.${code}` as Key))}
        />
        <PersonFact
          field="birthDate"
          guest={guest}
          kind="date"
          shown={guest.birthDate ? formatDate(guest.birthDate, locale, 'plain') : undefined}
        />
        <PersonFact
          field="nationality"
          guest={guest}
          options={[none, ...countryOptions(locale)]}
          shown={countryName(guest.nationality, locale)}
        />
        <PersonFact
          field="language"
          guest={guest}
          options={[none, ...languageOptions(locale)]}
          shown={languageName(guest.language, locale)}
        />
      </Facts>
      {warnings.length > 0 && (
        <ul className="g-warnings" aria-label={t('guest.warningTitle')}>
          {warnings.map((warning) => (
            <li key={JSON.stringify(warning)} className="g-warning">
              <WarningText warning={warning} />
            </li>
          ))}
        </ul>
      )}
      <p className="k-faint g-small">
        {t('guest.sinceFile', { date: formatMomentDay(guest.createdAt, locale, timeZone) })}
      </p>
    </Part>
  )
}

type FactProps = {
  field: Field
  guest: Profile['guest']
  options?: readonly { value: string; label: string }[]
  kind?: 'line' | 'date'
  shown?: string | undefined
}

function PersonFact({ field, guest, options, kind = 'line', shown }: FactProps) {
  const { t } = useWords()
  const update = useGuestUpdate()
  const value = guest[field] ?? ''
  const label = t(`field.name.${field}`)
  const word = shown ?? options?.find((option) => option.value === value)?.label
  return (
    <Fact name={label}>
      <InlineField
        label={label}
        value={value}
        draft={`guest:${guest.id}:${field}`}
        operation="guest.update"
        kind={kind}
        {...(options ? { options } : {})}
        {...(value !== '' && word ? { shown: word } : {})}
        onSave={(text) => update.run({ [field]: field === 'birthDate' ? text || null : text } as Update)}
      />
    </Fact>
  )
}

/** A contradiction in words, with values as the reader has them. */
export function WarningText({ warning }: { warning: Profile['warnings'][number] }) {
  const { t, locale } = useWords()
  const { code, params } = warning
  const read = (value: unknown) => {
    const text = String(value ?? '')
    if (code === 'document.birthDateDiffers' || code === 'document.expired')
      return formatDate(text, locale, 'plain')
    if (code === 'document.nationalityDiffers') return countryName(text, locale)
    if (code === 'document.genderDiffers') return t(`guest.gender.${text}` as Key)
    return text
  }
  const worded = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, read(value)]))
  return <>{t(`guest.warning.${code}` as Key, worded)}</>
}
