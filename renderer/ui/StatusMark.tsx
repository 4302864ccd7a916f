import { useWords } from '#renderer/base/language.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'
import { Mark } from './Mark.tsx'
import { isMark, marks } from './marks.ts'

type Props = {
  state: string
  /** The word only for screen readers and as a tip: for dense columns. */
  markOnly?: boolean
}

/** Mark and word of a booking's, room's or request's state: `<StatusMark state="in-house" />`. */
export function StatusMark({ state, markOnly = false }: Props) {
  const { t } = useWords()
  const key = `shell.mark.${state}`
  const word = isKey(key) ? t(key as Key) : state
  const colour = isMark(state) ? marks[state].colour : 'grey'
  return (
    <span className="k-state" title={markOnly ? word : undefined}>
      {isMark(state) && <Mark of={state} />}
      <span className={markOnly ? 'k-hidden' : undefined} style={{ color: `var(--k-${colour})` }}>
        {word}
      </span>
    </span>
  )
}
