import type { InputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { type ClassKind, classKinds } from '#shared/domain/insight/value/classes.ts'

export type Figures = RunOutputOf<'value'>
export type Moves = RunOutputOf<'value-moves'>
/** Which guests are listed, as the operation takes it. */
export type Chosen = InputOf<'insight.valueGuests'>['of']

/** A choice as it is in the address: `class~rfm~key-value`, `map~2~1`, `move~~key-value`. */
export function chosenText(of: Chosen): string {
  if (of.by === 'class') return `class~${of.kind}~${of.class}`
  if (of.by === 'map') return `map~${of.days}~${of.stays}`
  return of.by === 'move' ? `move~${of.from}~${of.to}` : 'all'
}

/** The choice that an address names; all guests where it names none. */
export function chosenFrom(text: string | undefined): Chosen {
  const [by, one = '', other = ''] = (text ?? '').split('~')
  if (by === 'class' && (classKinds as string[]).includes(one))
    return { by, kind: one as ClassKind, class: other.slice(0, 32) }
  if (by === 'map' && /^\d$/.test(one) && /^\d$/.test(other))
    return { by, days: Math.min(4, Number(one)), stays: Math.min(4, Number(other)) }
  if (by === 'move') return { by, from: one as never, to: other as never }
  return { by: 'all' }
}
