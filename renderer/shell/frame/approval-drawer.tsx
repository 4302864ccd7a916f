import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useQuery } from '#renderer/api/use-query.ts'
import { type Asked, useApproval } from '#renderer/base/approval.ts'
import { UserFinder } from '#renderer/parts/access/UserFinder.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { useUser } from '../../base/desk.ts'
import { useKeys } from '../../base/keys/use-keys.ts'
import { useWords } from '../../base/language.ts'

/** Somebody with the right approves one act beside it; the user stays signed in. */
export function ApprovalDrawer() {
  const asked = useApproval((state) => state.asked)
  return asked && <Approving key={asked.told} asked={asked} />
}

/** The password never leaves this component's memory but with the act that it approves. */
function Approving({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const user = useUser()
  const { data: list } = useQuery('access.approvers', { right: asked.right })
  const [chosen, setChosen] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const finder = useRef<InputRef>(null)
  const field = useRef<InputRef>(null)
  // What is approved stays to be read
  const [beside] = useState(
    () => document.querySelector<HTMLElement>('#main .ant-drawer-content-wrapper')?.offsetWidth ?? 0,
  )
  const who = list?.find(({ login }) => login === chosen) ?? list?.[0]
  const take = (login: string) => {
    // At once: the next key is the first of the password
    flushSync(() => setChosen(login))
    field.current?.focus()
  }
  const submit = who && {
    label: t('access.approval.submit'),
    run: () => asked.answer({ login: who.login, password }),
    disabled: password === '',
  }
  return (
    <SideDrawer
      open
      title={t('access.approval.title')}
      onClose={() => asked.answer(null)}
      {...(submit ? { submit } : {})}
      width={360}
      beside={beside}
    >
      <p role="alert">{asked.told}</p>
      <p>{t('access.approval.right', { right: t(`right.${asked.right}`) })}</p>
      {list?.length === 0 && <p>{t('access.approval.nobody')}</p>}
      <FinderKey onKey={() => finder.current?.focus()} />
      {list && list.length > 1 && who && (
        <UserFinder
          field={finder}
          list={list}
          who={who}
          autoFocus={chosen === null}
          onMark={setChosen}
          onTake={take}
        />
      )}
      {who && (
        <Field label={t('access.approval.password', { name: who.name || who.login })}>
          {(control) => (
            <Input.Password
              {...control}
              autoComplete="off"
              visibilityToggle={false}
              ref={field}
              autoFocus={list?.length === 1}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      )}
      <p className="k-quiet">{t('access.approval.once', { name: user.name })}</p>
    </SideDrawer>
  )
}

/** The key that is printed beside the finder: over a drawer it locks nothing. */
function FinderKey({ onKey }: { onKey: () => void }) {
  useKeys({ F8: { label: 'access.approval.find', run: onKey } })
  return null
}
