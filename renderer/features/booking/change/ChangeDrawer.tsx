import { type ReactNode, useState } from 'react'
import { readAgain } from '#renderer/api/query-client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import type { Fields } from '#renderer/base/drafts/merge.ts'
import { useVersionedEdit, type VersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { EffectPanel } from '#renderer/parts/booking/EffectPanel.tsx'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { ChangeCommand } from '#shared/contract/booking.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { Refusal } from '#shared/values/index.ts'
import { useDraftWords } from '../draft-words.ts'
import { isStillCurrent, remainingErrors } from '../remaining-errors.ts'
import { type Booking, doneWords, isCoded } from '../words.ts'
import { ConflictNote } from './ConflictNote.tsx'
import { heldEffect } from './held-effect.ts'
import { WaysOut } from './WaysOut.tsx'

/** Who must give a reason before an effect is read (a cancellation, a room move) is asked by `reasonRequired`. */
type CommandInput = InputOf<ChangeCommand>
/** The drawer covers the page's third column, which takes this width while something is changed. */
export const besideWidth = 480

export type ChangeInput = InputOf<'booking.previewChange'>['change']
/** What every drawer of a change gets. */
export type ChangeProps = { booking: Booking; onClose: () => void }
/** What is typed in a drawer, with the reason that every change takes. */
export type WithReason = Fields & { reason: string }
type Sent = ChangeInput & { reason: string }

/** What is typed in a drawer. It is held to the version it was opened on: a change is planned on the whole booking. */
export function useChangeDraft<V extends WithReason>(
  booking: Booking,
  name: string,
  fresh: V,
): VersionedEdit<V> {
  return useVersionedEdit(`booking:${booking.id}:${name}`, fresh, booking.version, { hold: 'record' })
}

type Props<V extends WithReason> = ChangeProps & {
  title: string
  command: ChangeCommand
  draft: VersionedEdit<V>
  /** The change that the fields make; null while they make none. */
  change: ChangeInput | null
  /** What the fields still lack, shown in the place of the effect. */
  missing?: string | undefined
  /** What can be done about a refusal. */
  ways?: (refusal: Refusal) => ReactNode
  usualReasons?: readonly string[]
  reasonRequired?: boolean
  reasonFocus?: boolean
  submit?: string
  danger?: boolean
  /** The fields; with what is wrong by field, of the last attempt. */
  children?: ReactNode | ((errors: Readonly<Record<string, string>>) => ReactNode)
}

/** One change beside what it changes: fields, its effect as entered, the reason. Enter does it, Esc leaves and drops what was typed. */
export function ChangeDrawer<V extends WithReason>(props: Props<V>) {
  const { booking, draft, change, command, onClose, danger = false } = props
  const { t } = useWords()
  const preview = useQuery(
    'booking.previewChange',
    { id: booking.id, change: change ?? { kind: 'confirm' } },
    { on: change !== null, keep: true },
  )
  const save = useCommand(command, {
    done: (language) =>
      doneWords(language, command, booking.confirmationNo, booking.guest, effect?.reasonFor ?? undefined),
    finish: () => finish(),
  })
  const finish = async () => {
    draft.clear()
    // The next drawer opens on what this one made: its change is nobody else’s
    await readAgain('booking.get', { id: booking.id })
    onClose()
  }
  const { reason } = draft.value
  const [sent, setSent] = useState<Sent | null>(null)
  const now = change && { ...change, reason }
  const effect = change && preview.data ? heldEffect(preview.data, change.kind) : undefined
  const current = effect !== undefined && !preview.previous
  const idle = current && effect.facts.length === 0 && effect.nights.every((night) => night.change === 'same')
  // For lack of a right alone it is tried: somebody may approve it
  const barred = current && ((effect.refusal !== null && effect.refusal.code !== 'RIGHT_NEEDED') || idle)
  const act = async () => {
    if (!change) return
    setSent({ ...change, reason })
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    await draft.save((version) => save.run({ id: booking.id, version, ...change, ...why } as CommandInput))
  }
  const errors = remainingErrors(save.errors, sent, now)
  const factText = useFactText()
  // What the change needs a reason for, the rule says
  const reasonFor = effect?.reasonFor ?? null
  const reasonRequired = props.reasonRequired === true || reasonFor !== null
  const reasonLacks = reasonRequired && reason.trim() === ''
  const draftWords = useDraftWords()
  const disabled = change === null || barred || reasonLacks || draft.theirs !== null
  return (
    <SideDrawer
      open
      title={props.title}
      onClose={onClose}
      width={besideWidth}
      draft={draft}
      draftWords={draftWords}
      submit={{
        label: props.submit ?? props.title,
        run: () => void act(),
        disabled,
        pending: draft.saving,
        danger,
      }}
    >
      <ConflictNote booking={booking} entity="booking" id={booking.id} edit={draft} />
      {typeof props.children === 'function' ? props.children(errors) : props.children}
      <ReasonField
        value={reason}
        required={reasonRequired}
        hint={reasonFor ? t(`booking.refusal.REASON_NEEDED.${reasonFor}`) : undefined}
        autoFocus={props.reasonFocus === true}
        usual={props.usualReasons ?? []}
        error={errors.reason}
        onChange={(text) => draft.set({ ...draft.value, reason: text })}
      />
      {save.trouble && !effect?.refusal && draft.theirs === null && isStillCurrent(sent, now) && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
      {change ? (
        <EffectPanel
          effect={effect}
          failed={preview.failed}
          operation={command}
          ways={
            effect?.refusal && (
              <>
                {hasWays(effect.refusal) && (
                  <WaysOut
                    booking={booking}
                    change={change}
                    reason={reason}
                    ready={draft.ready}
                    finish={finish}
                  />
                )}
                {props.ways?.(effect.refusal)}
              </>
            )
          }
          factText={factText}
        />
      ) : (
        props.missing && <p className="k-quiet">{props.missing}</p>
      )}
    </SideDrawer>
  )
}

/** A room that is taken and a type that is sold out: there is a way round. */
function hasWays({ code }: Refusal): boolean {
  return code === 'ROOM_TAKEN' || code === 'NOT_AVAILABLE'
}

/** Facts of an effect whose values are codes, in words. */
export function useFactText(): (field: string, value: string | number) => ReactNode {
  const { t } = useWords()
  return (field, value) => (isCoded(field) ? codeWords(`booking.${field}`, String(value), t) : undefined)
}
