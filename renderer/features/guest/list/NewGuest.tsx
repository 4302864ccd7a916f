import { Input, type InputRef, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { genders, salutations } from '#shared/domain/guest/choices.ts'
import { createInput, type NewGuest, pathOf, refusedField } from '../../../parts/guest/typed-guest.ts'
import { countryOptions, languageOptions } from '../../../parts/guest/words.ts'
import { OnFile } from './OnFile.tsx'

type Props = {
  start: NewGuest
  /** Opens it again with the same start: what one Esc dropped is offered back. */
  onOpen: () => void
  onClose: () => void
}

/** A new guest: names in both scripts, the ways to reach them, where they come from. Enter saves and opens the profile. */
export function NewGuestDrawer({ start, onOpen, onClose }: Props) {
  const { t, language, locale } = useWords()
  // What was searched for in vain has a draft of its own: it does not write over another guest begun earlier
  const draft = useDraft<NewGuest>(`guest:new:${JSON.stringify(start)}`, start, { reopen: onOpen })
  const create = useCommand('guest.create')
  const first = useRef<InputRef>(null)
  const suggestion = useSuggestion(draft.value)
  const guest = { ...draft.value, ...suggestion }
  const change = (patch: Partial<NewGuest>) => {
    draft.set({ ...draft.value, ...patch })
    create.reset()
  }
  useEffect(() => {
    // The drawer slides in: what is focused before it is open would scroll the screen
    const timer = setTimeout(() => first.current?.focus({ cursor: 'end' }), 0)
    return () => clearTimeout(timer)
  }, [])
  const save = async () => {
    const reply = await create.run(createInput(guest))
    if (!reply.ok) return
    draft.clear()
    go(href(paths.guest, { id: reply.output.id }))
  }
  const refusal = create.failed && 'refusal' in create.failed ? create.failed.refusal : null
  const refused = refusal && refusedField(refusal)
  const problem = create.failed && sentenceOf(create.failed, language, 'guest.create')
  const error = (field: keyof NewGuest) => {
    if (refused === field) return problem ?? undefined
    return create.errors[pathOf(field, guest)]
  }
  const whole = problem && !refused && Object.keys(create.errors).length === 0 ? problem : null
  const text = (field: TextField, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={error(field)}>
      {(control) => (
        <Input
          {...control}
          {...(field === 'nativeName' ? { ref: first } : {})}
          value={guest[field]}
          autoComplete="off"
          onChange={(event) =>
            change({
              ...(field === 'familyName' || field === 'givenName' ? { ...suggestion, latinTyped: true } : {}),
              [field]: event.target.value,
            })
          }
        />
      )}
    </Field>
  )
  const choice = (field: ChoiceField, label: string, options: readonly Option[]) => (
    <Field label={label} error={error(field)}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={guest[field]}
          options={[...options]}
          onSelect={(value: string) => change({ [field]: value })}
        />
      )}
    </Field>
  )
  const none = { value: '', label: t('common.notSet') }
  const suggested = !guest.latinTyped && guest.familyName !== ''
  return (
    <SideDrawer
      open
      title={t('guest.new.title')}
      onClose={onClose}
      draft={{ ...draft, back: draft.back.filter(({ field }) => field !== 'latinTyped') }}
      submit={{ label: t('guest.new.save'), run: () => void save(), pending: create.pending }}
    >
      {text('nativeName', t('field.name.nativeName'), t('guest.new.nativeHint'))}
      <div className="k-field-row">
        {text('familyName', t('guest.new.family'))}
        {text('givenName', t('guest.new.given'))}
      </div>
      {suggested && <p className="g-under-row k-field-hint">{t('guest.new.suggested')}</p>}
      {text('mobile', t('guest.new.mobile'), t('guest.new.mobileHint'))}
      {text('email', t('field.name.email'))}
      <div className="k-field-row">
        {choice('nationality', t('field.name.nationality'), [none, ...countryOptions(locale)])}
        {choice('language', t('field.name.language'), [none, ...languageOptions(locale)])}
      </div>
      <div className="k-field-row">
        {choice(
          'salutation',
          t('field.name.salutation'),
          salutations.map((value) => (value ? { value, label: t(`guest.salutation.${value}`) } : none)),
        )}
        {choice(
          'gender',
          t('field.name.gender'),
          genders.map((value) => (value ? { value, label: t(`guest.gender.${value}`) } : none)),
        )}
      </div>
      <OnFile guest={guest} />
      {whole && (
        <p className="k-trouble-line" role="alert">
          {whole}
        </p>
      )}
    </SideDrawer>
  )
}

type Option = { value: string; label: string }
type TextField = 'nativeName' | 'familyName' | 'givenName' | 'mobile' | 'email'
type ChoiceField = 'nationality' | 'language' | 'salutation' | 'gender'

type Names = { familyName: string; givenName: string }

/**
 * The Latin name as a passport writes it, as long as nobody typed one; it is no part of what was typed. The dictionary is a
 * chunk of its own.
 */
function useSuggestion({ nativeName, nationality, latinTyped }: NewGuest): Names | null {
  const [names, setNames] = useState<Names | null>(null)
  useEffect(() => {
    if (latinTyped) return
    let gone = false
    void import('#shared/domain/name/pinyin.ts').then(({ suggestLatin }) => {
      const { family, given } = suggestLatin(nativeName.trim(), nationality) ?? { family: '', given: '' }
      if (!gone) setNames({ familyName: family, givenName: given })
    })
    return () => {
      gone = true
    }
  }, [nativeName, nationality, latinTyped])
  return latinTyped ? null : names
}
