import type { OutputOf } from '#shared/contract/index.ts'
import type { RequestAction } from '#shared/domain/request/request.ts'
import { type Key, operationWords } from '#shared/i18n/index.ts'
import type { Language, Params } from '#shared/i18n/types.ts'

/** A row of the change log as it is shown. */
export type Change = OutputOf<'change.list'>['rows'][number]

/** What goes with an undo, where it is more than the row says: the whole step that the row began. */
type Step = {
  rows: number
  requests: number
  /** False where the step wrote more than is listed here: another booking's row, an older page. */
  whole: boolean
}
export type ToldChange = Change & { step?: Step }

/** A command that wrote several rows is undone whole: its undo is given once, at the row it began with, and says what goes. */
export function withUndo(changes: readonly Change[]): ToldChange[] {
  const steps = new Map<number, Change[]>()
  for (const change of changes) steps.set(change.command, [...(steps.get(change.command) ?? []), change])
  return changes.map((change) => {
    const rows = steps.get(change.command) ?? []
    const first = Math.min(...rows.map(({ seq }) => seq))
    if (change.seq !== first) return { ...change, undoable: false }
    const requests = rows.filter(({ entity }) => entity === 'request').length
    return { ...change, step: { rows: rows.length, requests, whole: first === change.command } }
  })
}

/** The same; without undo where an earlier moment is on screen, and so only what is up to a change. */
export function rowsUntil(changes: readonly Change[], until: number | undefined): ToldChange[] {
  if (until === undefined) return withUndo(changes)
  return changes.map((change) => ({ ...change, undoable: false }))
}

/** Whether the value of a field on one side was erased: the other side has one that says nothing of anybody. */
export function isErased(
  change: Pick<Change, 'state' | 'before' | 'after'>,
  side: 'before' | 'after',
  field: string,
): boolean {
  const part = change[side]
  return change.state === 'erased' && part !== null && !Object.hasOwn(part, field)
}

type Say = (key: Key, params?: Params) => string

/** The words on a row's undo: what it takes away. */
export function undoWords(
  { step, entity, before, operation }: ToldChange,
  t: Say,
  language: Language,
): string {
  if (!step) return t('common.undo')
  if (!step.whole) return t('common.undoStep', { what: operationWords(operation, language) })
  if (entity === 'booking' && before === null) {
    if (step.requests > 0 && step.rows === step.requests + 1)
      return t('common.undoBookingAnd', { count: step.requests })
    if (step.rows === 1) return t('common.undoBooking')
  }
  return step.rows > 1 ? t('common.undoAll', { count: step.rows }) : t('common.undo')
}

/** The action that ends in a request's status. */
const leadsTo: Readonly<Record<string, RequestAction>> = {
  open: 'reopen',
  acknowledged: 'acknowledge',
  done: 'done',
  declined: 'decline',
}

/**
 * What was done to the row's own thing. A command does more than its name says: with a booking its requests are added,
 * with new dates their due dates move.
 */
export function changeTitle(
  { operation, entity, before, after }: Change,
  t: Say,
  language: Language,
): string {
  if (entity === 'access' && after?.wrongPassword) return t('change.wrongPassword')
  const command = operationWords(operation, language)
  const area = operation.split('.')[0]
  if (area === 'change') return command
  if (entity === 'request' && before !== null && typeof after?.status === 'string')
    return operationWords('request.advance', language, leadsTo[after.status])
  if (area === entity) return command
  if (entity === 'guest' && before === null) return operationWords('guest.create', language)
  if (entity !== 'request') return command
  if (before === null) return operationWords('request.create', language)
  if (after === null) return t('change.requestGone')
  const touched = Object.keys(after).filter((field) => field !== 'version')
  if (touched.every((field) => field === 'dueOn' || field === 'dueTime')) return t('change.requestDue')
  return operationWords('request.update', language)
}

/** Whether a further row of a command says nothing that its first does not: the same act, to the same, without a field to show. */
export function saysNothing(change: Change, first: Change, t: Say, language: Language): boolean {
  const { before, after, state, reason, label, whom } = change
  return (
    state === 'whole' &&
    reason === first.reason &&
    label === first.label &&
    whom?.guestId === first.whom?.guestId &&
    Object.keys({ ...before, ...after }).length === 0 &&
    changeTitle(change, t, language) === changeTitle(first, t, language)
  )
}

/** Who did it: with the system's user beside the user of the hotel that somebody acted as on the command line. */
export function actorText({ actorName, workstation }: Pick<Change, 'actorName' | 'workstation'>): string {
  const [, acting] = /\/cli \((.+)\)$/u.exec(workstation) ?? []
  return acting === undefined ? actorName : `${actorName} (${acting})`
}
