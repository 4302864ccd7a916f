import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDesk, useUser } from '#renderer/base/desk.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { passwordStrength } from '#renderer/parts/access/password-strength.ts'
import { roleWord } from '#renderer/parts/access/role-words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { SessionsPane } from './SessionsPane.tsx'

const none = { current: '', next: '', again: '' }

/** One's own password and one's own sessions. */
export function PasswordSection() {
  return (
    <Rows heights="minmax(0, auto) minmax(120px, 1fr)">
      <PasswordPane />
      <SessionsPane of={useUser().id} />
    </Rows>
  )
}

/** Nothing typed here is kept in a draft. */
function PasswordPane() {
  const { t } = useWords()
  const user = useUser()
  const hotelName = useDesk((desk) => desk.hotelName)
  const [typed, setTyped] = useState(none)
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const first = useRef<InputRef>(null)
  const command = useCommand('access.changePassword')
  const strength = passwordStrength(typed.next, [user.login, user.name, hotelName])
  const differs = typed.next !== typed.again
  const set = (patch: Partial<typeof none>) => {
    setTyped({ ...typed, ...patch })
    setSaved(false)
    command.reset()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (command.pending || differs || strength === 'tooShort' || typed.current === '') return
    const reply = await command.run({ current: typed.current, password: typed.next })
    if (reply.ok) {
      setTyped(none)
      setTried(false)
      setSaved(true)
    }
    first.current?.focus({ cursor: 'all' })
  }
  const wrong = command.failed && 'refusal' in command.failed && !command.errors.password
  const refused = wrong ? (command.trouble ?? undefined) : undefined
  const field = (
    name: keyof typeof none,
    label: string,
    autoComplete: string,
    error?: string,
    hint?: string,
  ) => (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Input.Password
          {...control}
          {...(name === 'current' ? { ref: first, autoFocus: true } : {})}
          autoComplete={autoComplete}
          visibilityToggle={false}
          value={typed[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  const shortWords = t('access.strength.tooShort', { count: 8 })
  const strengthWords = strength === 'tooShort' ? shortWords : t(`access.strength.${strength}`)
  return (
    <Pane title={t('settings.password.title')}>
      <form
        className="s-form s-narrow k-padded"
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => event.key === 'Enter' && isComposing(event) && event.preventDefault()}
      >
        <p className="s-note k-quiet">
          {t('settings.password.of', {
            name: user.name,
            login: user.login,
            role: roleWord(user.role, user.roleName, t),
          })}
        </p>
        <input type="text" name="username" autoComplete="username" value={user.login} readOnly hidden />
        {field(
          'current',
          t('settings.password.current'),
          'current-password',
          refused,
          t('settings.password.forgotten'),
        )}
        {field(
          'next',
          t('settings.password.next'),
          'new-password',
          tried && strength === 'tooShort' ? shortWords : command.errors.password,
          typed.next === '' ? t('settings.password.hint') : `${t('access.strength.label')}: ${strengthWords}`,
        )}
        {field(
          'again',
          t('settings.password.again'),
          'new-password',
          differs && (tried || (typed.again !== '' && !typed.next.startsWith(typed.again)))
            ? t('settings.password.differs')
            : undefined,
        )}
        <Button type="primary" htmlType="submit" loading={command.pending}>
          {t('settings.password.save')}
        </Button>
        {saved && (
          <p className="s-note" role="status">
            {t('settings.password.saved')}
          </p>
        )}
        {command.trouble && !refused && Object.keys(command.errors).length === 0 && (
          <p className="k-trouble-line" role="alert">
            {command.trouble}
          </p>
        )}
      </form>
    </Pane>
  )
}
