import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { differing } from '#renderer/base/drafts/merge.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { passwordStrength } from '#renderer/parts/access/password-strength.ts'
import { roleWord } from '#renderer/parts/access/role-words.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { useFormText } from '#renderer/parts/form/form-words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { InputOf, Language } from '#shared/contract/index.ts'
import { rights } from '#shared/domain/access/rights.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { CheckRow, TextRow } from './fields.tsx'
import type { User } from './things.ts'

/** A new user with a first password, which is in no draft. */
export function NewUserDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const hotel = useHotel()
  const draft = useDraft('settings:user:new', {
    login: '',
    name: '',
    role: 'clerk',
    language: hotel.language as Language,
  })
  const text = useFormText(draft.waiting)
  const [password, setPassword] = useState('')
  const create = useCommand('access.createUser')
  const typed = draft.value
  const change = (patch: Partial<typeof typed>) => {
    draft.set({ ...typed, ...patch })
    create.reset()
  }
  const submit = async () => {
    const reply = await create.run({ ...typed, password })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const refused = create.failed && 'refusal' in create.failed
  const taken = refused && !create.errors.password ? (create.trouble ?? undefined) : undefined
  return (
    <SideDrawer
      open
      title={t('settings.user.add')}
      onClose={onClose}
      draft={draft}
      draftWords={{ text }}
      submit={{ label: t('common.save'), run: () => void submit(), pending: create.pending }}
    >
      <TextRow
        label={t('settings.user.name')}
        value={typed.name}
        onChange={(name) => change({ name })}
        error={create.errors.name}
        autoFocus
      />
      <TextRow
        label={t('settings.user.login')}
        hint={t('settings.user.loginHint')}
        value={typed.login}
        onChange={(login) => change({ login })}
        error={create.errors.login ?? taken}
      />
      <PasswordRow
        label={t('settings.user.password')}
        value={password}
        onChange={(next) => {
          setPassword(next)
          create.reset()
        }}
        names={[typed.login, typed.name, hotel.hotelName]}
        error={create.errors.password}
      />
      <RoleRow value={typed.role} onChange={(role) => change({ role })} />
      <LanguageRow value={typed.language} onChange={(language) => change({ language })} />
      {create.trouble && !refused && Object.keys(create.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {create.trouble}
        </p>
      )}
    </SideDrawer>
  )
}

type Typed = { name: string; role: string; language: Language; active: boolean }

/** A user on file: name, role, language, whether they may still sign in, and a reset of a forgotten password. */
export function UserDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const { t, language } = useWords()
  const hotel = useHotel()
  const fresh: Typed = { name: user.name, role: user.role, language: user.language, active: user.active }
  const form = useVersionedEdit<Typed>(`settings:user:${user.id}`, fresh, user.version)
  const [password, setPassword] = useState('')
  const save = useCommand('access.updateUser')
  const { value: values } = form
  const change = (patch: Partial<Typed>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    const patch = Object.fromEntries(differing(fresh, values).map((name) => [name, values[name]]))
    if (Object.keys(patch).length === 0 && password === '') return onClose()
    const reply = await form.save((version) =>
      save.run({
        id: user.id,
        version: version ?? user.version,
        ...patch,
        ...(password === '' ? {} : { password }),
      } as InputOf<'access.updateUser'>),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('settings.user.edit', { login: user.login })}
      onClose={onClose}
      submit={{
        label: t('common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: form.theirs !== null || form.waiting,
      }}
    >
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={Object.keys(save.errors).length > 0 ? null : save.trouble}
      />
      <TextRow
        label={t('settings.user.name')}
        value={values.name}
        onChange={(name) => change({ name })}
        error={save.errors.name}
        autoFocus
      />
      <RoleRow value={values.role} onChange={(role) => change({ role })} />
      <LanguageRow value={values.language} onChange={(next) => change({ language: next })} />
      <CheckRow
        label={t('settings.user.active')}
        hint={t('settings.user.activeHint')}
        checked={values.active}
        onChange={(active) => change({ active })}
      />
      <PasswordRow
        label={t('settings.user.newPassword')}
        value={password}
        onChange={(next) => {
          setPassword(next)
          save.reset()
        }}
        names={[user.login, values.name, hotel.hotelName]}
        hint={t('settings.user.newPasswordHint')}
        error={save.errors.password}
      />
    </SideDrawer>
  )
}

type PasswordProps = {
  label: string
  value: string
  onChange: (value: string) => void
  names: readonly string[]
  hint?: string
  error: string | undefined
}

/** Shown while it is typed: the administrator reads it out to the user, who then chooses an own one. */
function PasswordRow({ label, value, onChange, names, hint, error }: PasswordProps) {
  const { t } = useWords()
  const strength = passwordStrength(value, names)
  const words = t(strength === 'tooShort' ? 'access.strength.tooShort' : `access.strength.${strength}`, {
    count: 8,
  })
  return (
    <Field label={label} error={error} hint={value === '' ? hint : `${t('access.strength.label')}: ${words}`}>
      {(control) => (
        <Input.Password
          {...control}
          autoComplete="new-password"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Which role: with how much it may and who else has it. */
function RoleRow({ value, onChange }: { value: string; onChange: (role: string) => void }) {
  const { t } = useWords()
  const { data: roles } = useQuery('access.listRoles', {})
  const chosen = roles?.find(({ code }) => code === value)
  return (
    <Field
      label={t('settings.user.role')}
      hint={chosen && t('settings.user.roleMay', { count: chosen.rights.length, of: rights.length })}
    >
      {(control) => (
        <Radio.Group
          {...control}
          optionType="button"
          value={value}
          options={roles?.map(({ code, name }) => ({ value: code, label: roleWord(code, name, t) }))}
          onChange={(event) => onChange(event.target.value as string)}
        />
      )}
    </Field>
  )
}

function LanguageRow({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const { t } = useWords()
  return (
    <Field label={t('settings.user.language')}>
      {(control) => (
        <Radio.Group
          {...control}
          optionType="button"
          value={value}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(event) => onChange(event.target.value === 'zh' ? 'zh' : 'en')}
        />
      )}
    </Field>
  )
}
