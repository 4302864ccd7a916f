import { useWords } from '#renderer/base/language.ts'
import type { ColourName } from '#renderer/base/theme/tokens.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'
import { Mark, type Shape } from './Mark.tsx'

/** One colour, one mark, one word for each state, on every screen. Words: shell.mark. */
const marks: Record<string, { shape: Shape; colour: ColourName }> = {
  // bookings, stored
  enquiry: { shape: 'question', colour: 'violet' },
  waitlisted: { shape: 'dashes', colour: 'amber' },
  confirmed: { shape: 'ring', colour: 'blue' },
  'in-house': { shape: 'dot', colour: 'green' },
  'checked-out': { shape: 'half', colour: 'grey' },
  cancelled: { shape: 'cross', colour: 'grey' },
  'no-show': { shape: 'slash', colour: 'rust' },
  // bookings, derived from the business date
  'due-in': { shape: 'in', colour: 'blue' },
  'due-out': { shape: 'out', colour: 'amber' },
  'stay-over': { shape: 'bar', colour: 'green' },
  late: { shape: 'triangle', colour: 'rust' },
  overdue: { shape: 'triangle', colour: 'rust' },
  'day-use': { shape: 'square', colour: 'grey' },
  'early-departure': { shape: 'out', colour: 'rust' },
  'late-cancel': { shape: 'cross', colour: 'rust' },
  // rooms
  clean: { shape: 'check', colour: 'green' },
  dirty: { shape: 'drop', colour: 'amber' },
  pickup: { shape: 'half', colour: 'violet' },
  inspected: { shape: 'checks', colour: 'blue' },
  'out-of-order': { shape: 'triangle', colour: 'rust' },
  'out-of-service': { shape: 'pause', colour: 'grey' },
  vacant: { shape: 'square', colour: 'grey' },
  occupied: { shape: 'block', colour: 'green' },
  'promised-twice': { shape: 'twins', colour: 'wrong' },
  // requests
  open: { shape: 'ring', colour: 'amber' },
  acknowledged: { shape: 'half', colour: 'blue' },
  done: { shape: 'check', colour: 'green' },
  declined: { shape: 'cross', colour: 'grey' },
}

type Props = {
  state: string
  /** The word only for screen readers and as a tip: for dense columns. */
  markOnly?: boolean
}

/** Mark and word of a booking's, room's or request's state: `<StatusMark state="in-house" />`. */
export function StatusMark({ state, markOnly = false }: Props) {
  const { t } = useWords()
  const { shape, colour } = marks[state] ?? { shape: 'ring', colour: 'grey' }
  const key = `shell.mark.${state}`
  const word = isKey(key) ? t(key as Key) : state
  return (
    <span className="k-state" title={markOnly ? word : undefined}>
      <Mark shape={shape} colour={colour} />
      <span className={markOnly ? 'k-hidden' : undefined} style={{ color: `var(--k-${colour})` }}>
        {word}
      </span>
    </span>
  )
}
