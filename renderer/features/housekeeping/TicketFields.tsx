import { useWords } from '#renderer/base/language.ts'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { ticketCategories, ticketPriorities } from '#shared/domain/housekeeping/ticket.ts'
import { ChipChoice } from './ChipChoice.tsx'

export type TicketTyped = {
  category: (typeof ticketCategories)[number]
  priority: (typeof ticketPriorities)[number]
  text: string
}

type Props = {
  typed: TicketTyped
  error: string | undefined
  onChange: (patch: Partial<TicketTyped>) => void
}

/** What a ticket says: what is broken, of which kind, how urgent it is. */
export function TicketFields({ typed, error, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t('ticket.text')}
        autoFocus
        value={typed.text}
        error={error}
        onChange={(text) => onChange({ text })}
      />
      <KeyedChoice
        label={t('ticket.category')}
        keysLabel="ticket.category"
        choices={ticketCategories}
        value={typed.category}
        word={(one) => t(`ticket.categories.${one}`)}
        onChange={(category) => onChange({ category })}
      />
      <ChipChoice
        label={t('ticket.priority')}
        choices={ticketPriorities}
        value={typed.priority}
        word={(one) => t(`ticket.priorities.${one}`)}
        onChange={(priority) => onChange({ priority })}
      />
    </>
  )
}
