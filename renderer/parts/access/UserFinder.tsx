import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { nextIndex } from '#renderer/ui/list-move.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { matchUsers } from '#shared/domain/access/match-users.ts'

type User = OutputOf<'access.signInList'>[number]

/** More are found by typing. */
const MOST_SHOWN = 12

type Props = {
  list: readonly User[]
  /** Whose password is asked for now. */
  who: User
  autoFocus: boolean
  field: RefObject<InputRef | null>
  onMark: (login: string) => void
  /** Goes on to the password. */
  onTake: (login: string) => void
}

/** A colleague found as one types: by name, pinyin, initials or login. The first match is marked; Enter goes to the password. */
export function UserFinder({ list, who, autoFocus, field, onMark, onTake }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [before] = useState(who.login)
  const shownId = useId()
  const found = text.trim() ? matchUsers(list, text) : [...list]
  const shown = found.slice(0, MOST_SHOWN)
  const type = (typed: string) => {
    setText(typed)
    const first = typed.trim() ? matchUsers(list, typed)[0] : undefined
    if (first) onMark(first.login)
  }
  const take = (user: User) => {
    setText('')
    onTake(user.login)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (shown.includes(who)) take(who)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = nextIndex(event.key, shown.indexOf(who), shown.length, 1)
      if (next !== null) onMark(shown[next]?.login ?? who.login)
    } else if (event.key === 'Escape') {
      // The field is not left: the next colleague is typed
      event.preventDefault()
      setText('')
      onMark(before)
    }
  }
  return (
    <Field
      label={t('access.signIn.find')}
      error={found.length === 0 ? t('access.signIn.nobody') : undefined}
      hint={
        <>
          <KeyHint keys="Enter" /> {t('access.signIn.toPassword', { name: who.name })}
        </>
      }
    >
      {(control) => (
        <>
          <Input
            {...control}
            ref={field}
            name="colleague"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={t('access.signIn.findHint')}
            aria-controls={shownId}
            autoFocus={autoFocus}
            suffix={<KeyHint keys="F8" />}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
          />
          <div id={shownId} className="k-usual k-users" role="group" aria-label={t('access.signIn.users')}>
            {shown.map((one) => (
              <button
                key={one.login}
                type="button"
                className="k-chip"
                aria-pressed={one === who}
                onClick={() => take(one)}
              >
                {one.name}
              </button>
            ))}
          </div>
        </>
      )}
    </Field>
  )
}
