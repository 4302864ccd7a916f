import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import type { BoardRoom } from './views.ts'

/** How many persons housekeeping saw in the room: what differs from the desk stays open until it is settled. */
export function SeenDrawer({ room, onClose }: { room: BoardRoom; onClose: () => void }) {
  const { t } = useWords()
  const command = useCommand('housekeeping.noteSeen')
  const fresh = { persons: '', note: '' }
  const { draft, typed, set } = useTyped(`housekeeping:seen:${room.id}`, fresh, command)
  const persons = /^\d{1,2}$/.test(typed.persons.trim()) ? Number(typed.persons) : null
  const run = async () => {
    if (persons === null) return
    const reply = await command.run({ roomId: room.id, persons, note: typed.note.trim() })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t('housekeeping.seen.title', { room: room.number })}
      onClose={onClose}
      submit={t('housekeeping.seen.submit')}
      run={run}
      ready={persons !== null}
      command={command}
      fields={['persons', 'note']}
      draft={draft}
    >
      {(errors) => (
        <>
          <p className="k-quiet">{t('housekeeping.seen.desk', { count: room.guest?.persons ?? 0 })}</p>
          <TextField
            label={t('housekeeping.seen.persons')}
            inputMode="numeric"
            autoFocus
            value={typed.persons}
            error={errors.persons}
            onChange={(next) => set({ persons: next })}
          />
          <TextField
            label={t('housekeeping.seen.note')}
            value={typed.note}
            error={errors.note}
            onChange={(note) => set({ note })}
          />
        </>
      )}
    </ActDrawer>
  )
}
