import { Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { countryOptions } from '#renderer/parts/guest/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { fieldName } from '#shared/i18n/index.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'

type Props = { bookingId: BookingId; guestId: GuestId; onClose: () => void }
type Person = OutputOf<'registration.persons'>['persons'][number]

/** What the country asks of a guest beside the profile. */
const detailFields = [
  'ethnicity',
  'documentSupport',
  'visaKind',
  'visaNumber',
  'visaUntil',
  'entryOn',
  'entryPort',
  'address',
  'postalCode',
  'city',
  'residence',
  'kinship',
] as const
type DetailField = (typeof detailFields)[number]
const dates: readonly DetailField[] = ['visaUntil', 'entryOn']

/** The details of one guest, those that the country asks; what is missing is named above. */
export function DetailsDrawer({ bookingId, guestId, onClose }: Props) {
  const { t } = useWords()
  const found = useQuery('registration.persons', { bookingId })
  const person = found.data?.persons.find((one) => one.guestId === guestId)
  if (!found.data || !person)
    return (
      <SideDrawer open title={t('registration.act.details')} onClose={onClose}>
        {found.failed ? (
          <Trouble failed={found.failed} operation="registration.persons" onRetry={found.retry} />
        ) : (
          <RowSkeleton rows={6} />
        )}
      </SideDrawer>
    )
  return <Form person={person} asked={found.data.rule?.fields ?? []} onClose={onClose} />
}

function valuesOf({ details }: Person): Record<DetailField, string> {
  const entries = detailFields.map((field) => [field, details?.[field] ?? ''])
  return Object.fromEntries(entries) as Record<DetailField, string>
}

function Form({ person, asked, onClose }: { person: Person; asked: readonly string[]; onClose: () => void }) {
  const { t, language, locale } = useWords()
  const save = useCommand('registration.saveDetails')
  const confirm = useCommand('registration.confirmDetails')
  const [values, setValues] = useState(() => valuesOf(person))
  const shown = detailFields.filter((field) => asked.includes(field) || values[field] !== '')
  const set = (field: DetailField) => (value: string) => setValues((now) => ({ ...now, [field]: value }))
  const submit = async () => {
    const { visaUntil, entryOn, ...texts } = values
    const reply = await save.run({
      guestId: person.guestId,
      version: person.detailsVersion,
      ...texts,
      visaUntil: (visaUntil || null) as BusinessDate | null,
      entryOn: (entryOn || null) as BusinessDate | null,
    })
    if (reply.ok) onClose()
  }
  const still = async () => {
    const reply = await confirm.run({ guestId: person.guestId, version: person.detailsVersion })
    if (reply.ok) onClose()
  }
  return (
    <SideDrawer
      open
      title={`${t('registration.act.details')} · ${nameText(person, language, t)}`}
      onClose={onClose}
      submit={{ label: t('common.save'), run: () => void submit(), pending: save.pending }}
    >
      {person.missing.length > 0 && (
        <p className="k-trouble-line" role="status">
          {t('registration.missing', {
            fields: person.missing.map((field) => fieldName([field], language)).join(' · '),
          })}
        </p>
      )}
      {person.toConfirm && (
        <div className="reg-missing">
          <span>{t('registration.old')}</span>
          <Button disabled={confirm.pending} onClick={() => void still()}>
            {t('registration.act.confirm')}
          </Button>
        </div>
      )}
      {shown.map((field, at) => (
        <Field key={field} label={t(`field.name.${field}`)} error={save.errors[field]}>
          {(control) =>
            dates.includes(field) ? (
              <DateField {...control} value={values[field]} onChange={set(field)} />
            ) : field === 'residence' ? (
              <Select
                {...control}
                showSearch={{ optionFilterProp: 'label' }}
                value={values.residence}
                options={[{ value: '', label: t('common.notSet') }, ...countryOptions(locale)]}
                onSelect={set(field)}
              />
            ) : (
              <Input
                {...control}
                autoFocus={at === 0}
                value={values[field]}
                onChange={(event) => set(field)(event.target.value)}
              />
            )
          }
        </Field>
      ))}
      {(save.trouble ?? confirm.trouble) && Object.keys(save.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {save.trouble ?? confirm.trouble}
        </p>
      )}
    </SideDrawer>
  )
}
