import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { type LinenCounts, linenKinds } from '#shared/domain/housekeeping/work.ts'
import type { BoardRoom } from '../board/views.ts'
import { TouchForm } from './TouchForm.tsx'

/** How much linen the room took. */
export function LinenForm({ room, onDone }: { room: BoardRoom; onDone: () => void }) {
  const { t } = useWords()
  const command = useCommand('housekeeping.noteVisit')
  const [counts, setCounts] = useState<LinenCounts>(room.task?.counts ?? {})
  const run = async () => {
    const reply = await command.run({
      roomId: room.id,
      roomVersion: room.version,
      taskVersion: room.task?.version ?? 0,
      outcome: room.task?.outcome ?? null,
      counts,
    })
    if (reply.ok) onDone()
  }
  return (
    <TouchForm label={t('housekeeping.my.form.linen')} command={command} ready onRun={run}>
      {linenKinds.map((kind) => {
        const count = counts[kind] ?? 0
        const step = (by: number) => setCounts({ ...counts, [kind]: Math.min(99, Math.max(0, count + by)) })
        const word = t(`housekeeping.linenKind.${kind}`)
        return (
          <div key={kind} className="hk-steps">
            <span>{word}</span>
            <span className="hk-steps">
              <button type="button" className="hk-touch" aria-label={`${word} −`} onClick={() => step(-1)}>
                −
              </button>
              <b className="k-num">{count}</b>
              <button type="button" className="hk-touch" aria-label={`${word} +`} onClick={() => step(1)}>
                +
              </button>
            </span>
          </div>
        )
      })}
    </TouchForm>
  )
}
