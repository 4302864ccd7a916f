import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { closureKinds } from '#shared/domain/housekeeping/closure.ts'
import { ticketCategories } from '#shared/domain/housekeeping/ticket.ts'
import { addDays, type BusinessDate, parseBusinessDate } from '#shared/values/index.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import { PictureField } from '../PictureField.tsx'
import { TicketFields, type TicketTyped } from '../TicketFields.tsx'
import type { BoardRoom } from './views.ts'

const closings = ['no', ...closureKinds] as const

type Props = { room: BoardRoom; date: BusinessDate; onClose: () => void }

/** Tells of something broken in a room, and closes the room for it where it must be. */
export function TicketDrawer({ room, date, onClose }: Props) {
  const { t } = useWords()
  const { draft, typed, set, to, command, run } = useTicket(room, date, onClose)
  return (
    <ActDrawer
      title={t('ticket.title', { room: room.number })}
      onClose={onClose}
      submit={t('ticket.submit')}
      run={run}
      ready={typed.text.trim() !== '' && (typed.closes === 'no' || to !== null)}
      command={command}
      fields={['text', 'to']}
      draft={draft}
    >
      {(errors) => (
        <>
          <TicketFields typed={typed} error={errors.text} onChange={set} />
          <ChipChoice
            label={t('ticket.closes.title')}
            said
            choices={closings}
            value={typed.closes}
            word={(one) => (one === 'no' ? t('ticket.closes.no') : <StatusMark state={one} />)}
            onChange={(closes) => set({ closes })}
          />
          {typed.closes !== 'no' && (
            <Field label={t('ticket.closes.to')} error={errors.to}>
              {(control) => (
                <DateField {...control} value={typed.to} onChange={(next) => set({ to: next })} />
              )}
            </Field>
          )}
          <Field label={t('ticket.picture')}>
            {(control) => (
              <PictureField id={control.id} value={typed.picture} onChange={(picture) => set({ picture })} />
            )}
          </Field>
        </>
      )}
    </ActDrawer>
  )
}

/** What is typed of a ticket, and its command. */
function useTicket(room: BoardRoom, date: BusinessDate, onClose: () => void) {
  const command = useCommand('ticket.create')
  const { draft, typed, set } = useTyped(
    `housekeeping:ticket:${room.id}`,
    {
      ...({ category: ticketCategories[0], priority: 'normal', text: '' } as TicketTyped),
      picture: null as string | null,
      closes: 'no' as (typeof closings)[number],
      to: addDays(date, 1) as string,
    },
    command,
  )
  const to = parseBusinessDate(typed.to)
  const run = async () => {
    const { category, priority, picture, closes } = typed
    const closing = closes === 'no' || to === null ? null : { kind: closes, to }
    const told = { category, priority, picture, text: typed.text.trim() }
    const reply = await command.run({ roomId: room.id, ...told, closes: closing })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, set, to, command, run }
}
