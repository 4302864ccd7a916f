import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { DatesFields } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { closureKinds } from '#shared/domain/housekeeping/closure.ts'
import { addDays, type BusinessDate, parseBusinessDate, type RoomId } from '#shared/values/index.ts'
import { ChipChoice } from '../ChipChoice.tsx'

export type Closure = OutputOf<'housekeeping.closures'>[number]

type Props = {
  room: { id: RoomId; number: string }
  date: BusinessDate
  /** The closure that is meant; else the one that the room is in, or the next. */
  closureId?: number | undefined
  onClose: () => void
}

/** Closes a room with dates and a reason; each closure that it has is changed, or lifted. */
export function CloseDrawer({ room, date, closureId, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const closures = useQuery('housekeeping.closures', {}).data?.filter(({ roomId }) => roomId === room.id)
  if (!closures) return null
  const which = chosen ?? String(closureId ?? closures[0]?.id ?? 'new')
  const closure = closures.find(({ id }) => String(id) === which) ?? null
  const from = closures.at(-1)?.to ?? date
  return (
    <Form
      key={which}
      room={room}
      closures={closures}
      closure={closure}
      date={date}
      from={closure?.from ?? from}
      onChoose={setChosen}
      onClose={onClose}
    />
  )
}

type FormProps = Omit<Props, 'closureId'> & {
  closures: readonly Closure[]
  closure: Closure | null
  from: BusinessDate
  onChoose: (which: string) => void
}

function Form(props: FormProps) {
  const { room, closures, closure, date, onChoose, onClose } = props
  const { t } = useWords()
  const { command, draft, typed, set, ready, run } = useClosure(props)
  return (
    <ActDrawer
      title={t(closure ? 'housekeeping.close.change' : 'housekeeping.close.title', { room: room.number })}
      onClose={onClose}
      submit={t(closure ? 'housekeeping.close.save' : 'housekeeping.close.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={['from', 'to', 'reason']}
      draft={draft}
    >
      {(errors) => (
        <>
          {closures.length > 0 && (
            <ChipChoice
              label={t('housekeeping.close.which')}
              choices={[...closures.map(({ id }) => String(id)), 'new']}
              value={String(closure?.id ?? 'new')}
              word={(id) => <Which closure={closures.find((one) => String(one.id) === id)} />}
              onChange={onChoose}
            />
          )}
          {closure && (
            <p className="k-quiet">
              {closure.madeBy}, <DateTimeText moment={closure.madeAt} />
            </p>
          )}
          <KeyedChoice
            label={t('housekeeping.close.kind')}
            keysLabel="housekeeping.close.kind"
            choices={closureKinds}
            value={typed.kind}
            word={(kind) => <StatusMark state={kind} />}
            onChange={(kind) => set({ kind })}
          />
          <p className="k-quiet">{t(`housekeeping.close.means.${typed.kind}`)}</p>
          <DatesFields
            from={typed.from}
            to={typed.to}
            onFrom={(next) => set({ from: next as BusinessDate })}
            onTo={(next) => set({ to: next as BusinessDate })}
            error={errors.to ?? errors.from}
          />
          <ReasonField
            value={typed.reason}
            autoFocus
            usual={(['repair', 'deep', 'paint', 'pipes'] as const).map((why) =>
              t(`housekeeping.close.usual.${why}`),
            )}
            error={errors.reason}
            onChange={(reason) => set({ reason })}
          />
          {closure && <Reopen closure={closure} begun={closure.from <= date} onClose={onClose} />}
        </>
      )}
    </ActDrawer>
  )
}

/** What is typed of a closure, and its command. */
function useClosure({ room, closure, from: first, onClose }: FormProps) {
  const make = useCommand('housekeeping.closeRoom')
  const change = useCommand('housekeeping.changeClosure')
  const command = closure ? change : make
  const { draft, typed, set } = useTyped(
    `housekeeping:close:${room.id}:${closure?.id ?? 'new'}`,
    {
      kind: closure?.kind ?? closureKinds[0],
      from: first,
      to: closure?.to ?? addDays(first, 1),
      reason: closure?.reason ?? '',
    },
    command,
  )
  const [from, to] = [parseBusinessDate(typed.from), parseBusinessDate(typed.to)]
  const run = async () => {
    if (!from || !to) return
    const fields = { kind: typed.kind, from, to, reason: typed.reason.trim() }
    const reply = closure
      ? await change.run({ id: closure.id, version: closure.version, ...fields })
      : await make.run({ roomId: room.id, ...fields })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready = from !== null && to !== null && typed.reason.trim() !== ''
  return { command, draft, typed, set, ready, run }
}

/** A closure among those of its room: from when until when. */
function Which({ closure }: { closure: Closure | undefined }) {
  const { t } = useWords()
  if (!closure) return t('housekeeping.close.another')
  return (
    <>
      <StatusMark state={closure.kind} markOnly /> <DateText date={closure.from} style="day" /> –{' '}
      <DateText date={closure.to} style="day" />
    </>
  )
}

/** Opens the room again today, or lifts a closure that has not begun. */
function Reopen({ closure, begun, onClose }: { closure: Closure; begun: boolean; onClose: () => void }) {
  const { t } = useWords()
  const reopen = useCommand('housekeeping.reopenRoom')
  const run = async () => {
    const reply = await reopen.run({ id: closure.id, version: closure.version })
    if (reply.ok) onClose()
  }
  return (
    <p className="k-field">
      <button type="button" className="k-tool" disabled={reopen.pending} onClick={() => void run()}>
        {t(begun ? 'housekeeping.close.reopen' : 'housekeeping.close.lift')}
      </button>{' '}
      {reopen.trouble && (
        <span className="k-trouble-line" role="alert">
          {reopen.trouble}
        </span>
      )}
    </p>
  )
}
