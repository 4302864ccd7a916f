import './access.css'
import { Button, Input } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { codeOf } from '#renderer/api/reply-error.ts'
import { lastLogin, signedIn } from '#renderer/api/session.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDesk } from '#renderer/base/desk.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyrackMark } from '#renderer/ui/KeyrackMark.tsx'
import { LanguageSwitch, ThemeSwitch } from '#renderer/ui/Switches.tsx'

/** A longer list is no help: then the name is typed. */
const MOST_SHOWN = 12

/** Sign-in: who (a list of the desk's users, or a typed name) and the password. The same over a locked screen. */
export function SignIn() {
  const { t } = useWords()
  const { phase, hotelName, user } = useDesk()
  const locked = phase === 'locked'
  const users = useQuery('access.signInList', {})
  const [chosen, setChosen] = useState<string | null>(locked ? (user?.login ?? null) : null)
  const list = users.data ?? []
  const last = lastLogin()
  const usual = list.find((one) => one.login === last) ?? list[0]
  const login = chosen ?? (list.length <= MOST_SHOWN ? (usual?.login ?? '') : (last ?? ''))
  return (
    <main className="k-alone">
      <div className="k-alone-box">
        <header className="k-alone-head">
          <KeyrackMark size={28} />
          <div>
            <h1>{hotelName || t('shell.product')}</h1>
            <p className="k-quiet">{t(locked ? 'access.signIn.locked' : 'access.signIn.title')}</p>
          </div>
          <div className="k-alone-tools">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </header>
        {list.length > 0 && list.length <= MOST_SHOWN && (
          <Users list={list} login={login} onChoose={setChosen} />
        )}
        {users.data && (
          <Form
            key={login}
            login={login}
            locked={locked}
            typed={!list.some((one) => one.login === login) || list.length > MOST_SHOWN}
          />
        )}
        <p className="k-field-hint">{t('access.signIn.store')}</p>
      </div>
    </main>
  )
}

type User = { login: string; name: string }

function Users({
  list,
  login,
  onChoose,
}: {
  list: readonly User[]
  login: string
  onChoose: (login: string) => void
}) {
  const { t } = useWords()
  return (
    <div className="k-usual k-users" role="group" aria-label={t('access.signIn.users')}>
      {list.map((one) => (
        <button
          key={one.login}
          type="button"
          className="k-chip"
          aria-pressed={one.login === login}
          onClick={() => onChoose(one.login)}
        >
          {one.name}
        </button>
      ))}
      <button type="button" className="k-chip" aria-pressed={login === ''} onClick={() => onChoose('')}>
        {t('access.signIn.someoneElse')}
      </button>
    </div>
  )
}

/** The password never leaves this component's memory: it is in no draft and no log. */
function Form({ login: given, typed, locked }: { login: string; typed: boolean; locked: boolean }) {
  const { t } = useWords()
  const [login, setLogin] = useState(given)
  const [password, setPassword] = useState('')
  const [caps, setCaps] = useState(false)
  const signIn = useCommand('access.signIn', { silent: true })
  const wait = useWait(signIn.failed && 'refusal' in signIn.failed ? signIn.failed.refusal : null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (signIn.pending || wait > 0) return
    const reply = await signIn.run({ login, password })
    if (reply.ok) signedIn(reply.output.user)
    else setPassword('')
  }
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  const guard = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
  }
  const waiting = signIn.failed && codeOf(signIn.failed) === 'SIGN_IN_WAIT'
  // Whose name was chosen from the list has only the password to type again
  const wrong = !typed && signIn.failed && codeOf(signIn.failed) === 'WRONG_PASSWORD'
  const told = wrong ? t('access.signIn.wrongPassword') : signIn.trouble
  const trouble = waiting ? (wait > 0 ? t('refusal.SIGN_IN_WAIT', { seconds: wait }) : null) : told
  return (
    <form onSubmit={(event) => void submit(event)} onKeyDown={guard}>
      {typed && (
        <Field label={t('access.signIn.login')} error={signIn.errors.login}>
          {(control) => (
            <Input
              {...control}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus={!locked || given === ''}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field
        label={t('access.signIn.password')}
        hint={caps ? t('access.signIn.capsLock') : undefined}
        error={trouble ?? undefined}
      >
        {(control) => (
          <Input.Password
            {...control}
            key={signIn.failed ? 'again' : 'first'}
            name="password"
            autoComplete="current-password"
            visibilityToggle={false}
            autoFocus={!typed || (locked && given !== '') || signIn.failed !== null}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            onKeyUp={watchCaps}
          />
        )}
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={signIn.pending}
        disabled={wait > 0}
      >
        {t('access.signIn.submit')}
      </Button>
    </form>
  )
}

/** Seconds still to wait after too many wrong passwords, counting down. */
function useWait(refusal: { code: string; params: Record<string, string | number> } | null): number {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (refusal?.code !== 'SIGN_IN_WAIT') return
    setNow(Date.now())
    setUntil(Date.now() + Number(refusal.params.seconds) * 1000)
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [refusal])
  return Math.max(0, Math.ceil((until - now) / 1000))
}
