import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { TicketFields, type TicketTyped } from '../TicketFields.tsx'

export type Ticket = OutputOf<'ticket.list'>[number]
type Props = { ticket: Ticket; onClose: () => void }

/** Where it is broken. */
export function placeOf({ roomNumber, place }: Ticket): string {
  return roomNumber ?? place
}

/** What was done about something broken, to be read when it breaks again. */
export function DoneDrawer({ ticket, onClose }: Props) {
  const { t } = useWords()
  const command = useCommand('ticket.advance')
  const { draft, typed, set } = useTyped(`ticket:${ticket.id}:done`, { resolution: '' }, command)
  const run = async () => {
    const { id, version } = ticket
    const reply = await command.run({ id, version, action: 'done', resolution: typed.resolution.trim() })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t('ticket.doneTitle', { place: placeOf(ticket) })}
      onClose={onClose}
      submit={t('ticket.action.done')}
      run={run}
      ready
      command={command}
      fields={['resolution']}
      draft={draft}
    >
      {(errors) => (
        <>
          <p className="k-field">{ticket.text}</p>
          <TextField
            label={t('field.name.resolution')}
            autoFocus
            maxLength={300}
            value={typed.resolution}
            error={errors.resolution}
            onChange={(resolution) => set({ resolution })}
          />
          {ticket.closesRoom && <p className="k-quiet">{t('ticket.stillClosed')}</p>}
        </>
      )}
    </ActDrawer>
  )
}

/** What a ticket says: what is broken, of which kind, how urgent it is. */
export function ChangeTicketDrawer({ ticket, onClose }: Props) {
  const { t } = useWords()
  const command = useCommand('ticket.update')
  const { category, priority, text } = ticket
  const { draft, typed, set } = useTyped<TicketTyped>(
    `ticket:${ticket.id}:change`,
    { category, priority, text },
    command,
  )
  const run = async () => {
    const { id, version } = ticket
    const reply = await command.run({ id, version, ...typed, text: typed.text.trim() })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t('ticket.changeTitle', { place: placeOf(ticket) })}
      onClose={onClose}
      submit={t('ticket.save')}
      run={run}
      ready={typed.text.trim() !== ''}
      command={command}
      fields={['text']}
      draft={draft}
    >
      {(errors) => <TicketFields typed={typed} error={errors.text} onChange={set} />}
    </ActDrawer>
  )
}
