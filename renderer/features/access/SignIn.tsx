import './access.css'
import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { codeOf } from '#renderer/api/reply-error.ts'
import { lastLogin, signedIn } from '#renderer/api/session.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDesk } from '#renderer/base/desk.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { UserFinder } from '#renderer/parts/access/UserFinder.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyrackMark } from '#renderer/ui/KeyrackMark.tsx'
import { LanguageSwitch, ThemeSwitch } from '#renderer/ui/Switches.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'

/** Sign-in: who (a colleague found by typing) and the password. The same over a locked screen. */
export function SignIn() {
  const { t } = useWords()
  const { phase, lockedBy, hotelName, user } = useDesk()
  const locked = phase === 'locked'
  const users = useQuery('access.signInList', {})
  const [chosen, setChosen] = useState<string | null>(locked ? (user?.login ?? null) : null)
  const password = useRef<InputRef>(null)
  const list = users.data ?? []
  const last = chosen ?? lastLogin()
  const who = list.find((one) => one.login === last) ?? list[0]
  // Who was here last types the password at once; F8 is pressed for a colleague
  const isKnown = list.some((one) => one.login === last)
  const same = list.length < 2 || (isKnown && !(locked && lockedBy === 'desk'))
  const colleague = useRef<InputRef>(null)
  const find = (event: KeyboardEvent) => {
    if (event.key !== 'F8') return
    event.preventDefault()
    colleague.current?.focus()
  }
  const take = (login: string) => {
    // At once: the next key is the first of the password
    flushSync(() => setChosen(login))
    password.current?.focus()
  }
  return (
    <main className="k-alone" onKeyDown={find}>
      <div className="k-alone-box">
        <header className="k-alone-head">
          <KeyrackMark size={28} />
          <div>
            <h1>{hotelName || t('shell.product')}</h1>
            <p className="k-quiet">
              {t(locked ? `access.signIn.lockedBy.${lockedBy}` : 'access.signIn.title')}
            </p>
          </div>
          <div className="k-alone-tools">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </header>
        {users.failed && !users.data && (
          <Trouble failed={users.failed} operation="access.signInList" onRetry={users.retry} />
        )}
        {list.length > 1 && who && (
          <UserFinder
            field={colleague}
            list={list}
            who={who}
            autoFocus={!same}
            onMark={setChosen}
            onTake={take}
          />
        )}
        {who && <Form key={who.login} login={who.login} autoFocus={same} field={password} />}
        <p className="k-field-hint">{t('access.signIn.store')}</p>
      </div>
    </main>
  )
}

/** The password never leaves this component's memory: it is in no draft and no log. */
function Form({
  login,
  autoFocus,
  field,
}: {
  login: string
  autoFocus: boolean
  field: RefObject<InputRef | null>
}) {
  const { t } = useWords()
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
  // The name is from the list: there is only the password to type again
  const wrong = signIn.failed && codeOf(signIn.failed) === 'WRONG_PASSWORD'
  const told = wrong ? t('access.signIn.wrongPassword') : signIn.trouble
  const trouble = waiting ? (wait > 0 ? t('refusal.SIGN_IN_WAIT', { seconds: wait }) : null) : told
  return (
    <form onSubmit={(event) => void submit(event)} onKeyDown={guard}>
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
            ref={field}
            autoFocus={autoFocus || signIn.failed !== null}
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
