import { useId, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { type TicketCategory, ticketCategories } from '#shared/domain/housekeeping/ticket.ts'
import type { BoardRoom } from '../board/views.ts'
import { PictureField } from '../PictureField.tsx'
import { TouchForm } from './TouchForm.tsx'

/** Something broken, with a photograph of it. */
export function TicketForm({ room, onDone }: { room: BoardRoom; onDone: () => void }) {
  const { t } = useWords()
  const id = useId()
  const command = useCommand('ticket.create')
  const [category, setCategory] = useState<TicketCategory>('plumbing')
  const [text, setText] = useState('')
  const [picture, setPicture] = useState<string | null>(null)
  const run = async () => {
    const reply = await command.run({ roomId: room.id, category, text: text.trim(), picture })
    if (reply.ok) onDone()
  }
  return (
    <TouchForm
      label={t('housekeeping.my.form.ticket')}
      command={command}
      ready={text.trim() !== ''}
      onRun={run}
    >
      <select
        aria-label={t('ticket.category')}
        value={category}
        onChange={(event) => setCategory(event.target.value as TicketCategory)}
      >
        {ticketCategories.map((one) => (
          <option key={one} value={one}>
            {t(`ticket.categories.${one}`)}
          </option>
        ))}
      </select>
      <input
        type="text"
        aria-label={t('ticket.text')}
        placeholder={t('ticket.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <label htmlFor={id}>{t('ticket.picture')}</label>
      <PictureField id={id} value={picture} onChange={setPicture} capture />
    </TouchForm>
  )
}
