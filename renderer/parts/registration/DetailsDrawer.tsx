import { Input, Select } from 'antd'
import { type ComponentProps, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { countryOptions } from '#renderer/parts/guest/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { documentKinds } from '#shared/domain/document/kinds.ts'
import { fieldName } from '#shared/i18n/index.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import {
  type AskedField,
  fieldsToAsk,
  inputOf,
  type PersonAsked,
  pathOfField,
  valuesOf,
} from './details-form.ts'
import './drawers.css'

type Props = {
  bookingId: BookingId
  guestId: GuestId
  /** After it was saved or confirmed; it closes where this is absent. */
  onSaved?: () => void
  onClose: () => void
}

/** What the country asks of one guest: what is kept beside the profile, and what the profile lacks. What is missing is named above. */
export function DetailsDrawer({ bookingId, guestId, onSaved, onClose }: Props) {
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
  return <Form person={person} country={found.data.country} onSaved={onSaved ?? onClose} onClose={onClose} />
}

type FormProps = { person: PersonAsked; country: string; onSaved: () => void; onClose: () => void }

function Form({ person, country, onSaved, onClose }: FormProps) {
  const { t, language } = useWords()
  const save = useCommand('registration.saveDetails')
  const confirm = useCommand('registration.confirmDetails')
  const [values, setValues] = useState(() => valuesOf(person, country))
  // What is saved from elsewhere meanwhile takes no field away under the hands
  const [shown] = useState(() => fieldsToAsk(person))
  const first = shown.find((field) => (person.missing as string[]).includes(field)) ?? shown[0]
  const submit = async () => {
    const reply = await save.run(inputOf(person, values))
    if (reply.ok) onSaved()
  }
  const still = async () => {
    const reply = await confirm.run({ guestId: person.guestId, version: person.detailsVersion })
    if (reply.ok) onSaved()
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
      {shown.map((field) => (
        <Field key={field} label={t(`field.name.${field}`)} error={save.errors[pathOfField(field)]}>
          {(control) => (
            <Control
              {...control}
              field={field}
              autoFocus={field === first}
              value={values[field]}
              onChange={(value) => setValues((now) => ({ ...now, [field]: value }))}
            />
          )}
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

type ControlProps = Parameters<ComponentProps<typeof Field>['children']>[0] & {
  field: AskedField
  autoFocus: boolean
  value: string
  onChange: (value: string) => void
}

const dates: readonly AskedField[] = ['visaUntil', 'entryOn', 'birthDate', 'documentExpiresOn']

function Control({ field, value, onChange, ...control }: ControlProps) {
  const { t, locale } = useWords()
  if (dates.includes(field)) return <DateField {...control} value={value} onChange={onChange} />
  const choices = choicesOf(field, t, locale)
  return choices ? (
    <Select
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={choices}
      onSelect={onChange}
    />
  ) : (
    <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} />
  )
}

/** What a field is chosen from; null where it is typed. */
function choicesOf(field: AskedField, t: T, locale: string): { value: string; label: string }[] | null {
  const none = { value: '', label: t('common.notSet') }
  if (field === 'residence' || field === 'nationality' || field === 'documentCountry')
    return [none, ...countryOptions(locale)]
  if (field === 'gender')
    return [
      none,
      ...(['female', 'male'] as const).map((one) => ({ value: one, label: t(`guest.gender.${one}`) })),
    ]
  if (field === 'documentKind')
    return documentKinds.map((kind) => ({ value: kind, label: t(`guest.document.${kind}`) }))
  return null
}
