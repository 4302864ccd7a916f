import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { DatesFields } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { closureKinds } from '#shared/domain/housekeeping/closure.ts'
import { addDays, type BusinessDate, parseBusinessDate } from '#shared/values/index.ts'
import type { BoardRoom } from './views.ts'

type Props = { room: BoardRoom; date: BusinessDate; onClose: () => void }

/** Closes a room with dates and a reason; one that is closed is changed, or opened again. */
export function CloseDrawer({ room, date, onClose }: Props) {
  const { t } = useWords()
  const { closure } = room
  const make = useCommand('housekeeping.closeRoom')
  const change = useCommand('housekeeping.changeClosure')
  const command = closure ? change : make
  const { draft, typed, set } = useTyped(
    `housekeeping:close:${room.id}:${closure?.id ?? 'new'}`,
    {
      kind: closure?.kind ?? closureKinds[0],
      from: closure?.from ?? date,
      to: closure?.to ?? addDays(date, 1),
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
  return (
    <ActDrawer
      title={t(closure ? 'housekeeping.close.change' : 'housekeeping.close.title', { room: room.number })}
      onClose={onClose}
      submit={t(closure ? 'housekeeping.close.save' : 'housekeeping.close.submit')}
      run={run}
      ready={from !== null && to !== null && typed.reason.trim() !== ''}
      command={command}
      fields={['from', 'to', 'reason']}
      draft={draft}
    >
      {(errors) => (
        <>
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
          {closure && <Reopen closure={closure} onClose={onClose} />}
        </>
      )}
    </ActDrawer>
  )
}

/** Opens the room again today. */
function Reopen({ closure, onClose }: { closure: NonNullable<BoardRoom['closure']>; onClose: () => void }) {
  const { t } = useWords()
  const reopen = useCommand('housekeeping.reopenRoom')
  const run = async () => {
    const reply = await reopen.run({ id: closure.id, version: closure.version })
    if (reply.ok) onClose()
  }
  return (
    <p className="k-field">
      <button type="button" className="k-tool" disabled={reopen.pending} onClick={() => void run()}>
        {t('housekeeping.close.reopen')}
      </button>{' '}
      {reopen.trouble && (
        <span className="k-trouble-line" role="alert">
          {reopen.trouble}
        </span>
      )}
    </p>
  )
}
