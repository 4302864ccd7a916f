import type { FormEvent, ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'

type Props = {
  label: string
  command: { pending: boolean; trouble: string | null }
  ready: boolean
  /** What its button does; saves, where nothing else is said. */
  submit?: string
  onRun: () => unknown
  children: ReactNode
}

/** A few fields under a room, and one button as wide as the hand. */
export function TouchForm({ label, command, ready, submit: word, onRun, children }: Props) {
  const { t } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !command.pending) void onRun()
  }
  return (
    <form className="hk-room-form" aria-label={label} onSubmit={submit}>
      {children}
      {command.trouble && (
        <p className="k-trouble-line" role="alert">
          {command.trouble}
        </p>
      )}
      <button type="submit" className="hk-touch hk-touch-main" disabled={!ready || command.pending}>
        {word ?? t('housekeeping.my.save')}
      </button>
    </form>
  )
}
