import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useUser } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import type { BoardRoom } from '../board/views.ts'
import { TouchForm } from './TouchForm.tsx'

/** What somebody left in the room, and where it is kept now. */
export function LostForm({ room, onDone }: { room: BoardRoom; onDone: () => void }) {
  const { t } = useWords()
  const { name } = useUser()
  const command = useCommand('house.addFoundItem')
  const [what, setWhat] = useState('')
  const [keptIn, setKeptIn] = useState(t('housekeeping.my.office'))
  const run = async () => {
    const found = { what: what.trim(), keptIn: keptIn.trim(), finder: name }
    const reply = await command.run({ bookingId: null, roomId: room.id, ...found })
    if (reply.ok) onDone()
  }
  return (
    <TouchForm
      label={t('housekeeping.my.form.lost')}
      command={command}
      ready={what.trim() !== '' && keptIn.trim() !== ''}
      onRun={run}
    >
      <input
        type="text"
        aria-label={t('housekeeping.my.what')}
        placeholder={t('housekeeping.my.what')}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <input
        type="text"
        aria-label={t('housekeeping.my.keptIn')}
        placeholder={t('housekeeping.my.keptIn')}
        value={keptIn}
        onChange={(event) => setKeptIn(event.target.value)}
      />
    </TouchForm>
  )
}
