import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import type { BoardRoom } from '../board/views.ts'
import { TouchForm } from './TouchForm.tsx'

/** How many persons are in the room, as it looks: the desk's figure is not told, or nobody would count. */
export function SeenForm({ room, onDone }: { room: BoardRoom; onDone: () => void }) {
  const { t } = useWords()
  const command = useCommand('housekeeping.noteSeen')
  const [persons, setPersons] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const run = async () => {
    if (persons === null) return
    const reply = await command.run({ roomId: room.id, persons, note: note.trim() })
    if (reply.ok) onDone()
  }
  return (
    <TouchForm label={t('housekeeping.my.form.seen')} command={command} ready={persons !== null} onRun={run}>
      <div className="hk-steps" role="radiogroup" aria-label={t('housekeeping.seen.persons')}>
        {[0, 1, 2, 3, 4].map((count) => (
          <button
            key={count}
            type="button"
            role="radio"
            aria-checked={persons === count}
            className="hk-touch"
            onClick={() => setPersons(count)}
          >
            {count}
          </button>
        ))}
      </div>
      <input
        type="text"
        aria-label={t('housekeeping.seen.note')}
        placeholder={t('housekeeping.seen.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </TouchForm>
  )
}
