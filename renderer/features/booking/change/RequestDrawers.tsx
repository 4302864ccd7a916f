import { useCommand } from '#renderer/api/use-command.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { RequestFields, requestInput, type TypedRequest } from '../../../parts/request/RequestFields.tsx'
import { useDraftWords } from '../draft-words.ts'
import type { Request } from '../RequestsPane.tsx'
import { doneWords } from '../words.ts'
import { besideWidth, type ChangeProps } from './ChangeDrawer.tsx'
import { ConflictNote } from './ConflictNote.tsx'

/** Notes one wish for this stay, or changes one that is open. */
export function RequestDrawer({
  booking,
  request,
  onClose,
}: ChangeProps & { request?: Request | undefined }) {
  const { t } = useWords()
  const { confirmationNo, guest } = booking
  const create = useCommand('request.create', {
    done: (language) => doneWords(language, 'request.create', confirmationNo, guest),
  })
  const update = useCommand('request.update', {
    done: (language) => doneWords(language, 'request.update', confirmationNo, guest),
  })
  const draft = useVersionedEdit<TypedRequest>(
    `booking:${booking.id}:request:${request?.id ?? 'new'}`,
    {
      kind: request?.kind ?? 'quiet',
      text: request?.text ?? '',
      department: request?.department ?? null,
      dueOn: request?.dueOn ?? booking.arrival,
      dueTime: request?.dueTime ?? '',
    },
    request?.version,
    { hold: 'record' },
  )
  const draftWords = useDraftWords()
  const typed = draft.value
  const command = request ? update : create
  const run = async () => {
    const fields = requestInput(typed)
    const reply = await draft.save(async (version) =>
      request
        ? await update.run({ id: request.id, version: version ?? request.version, ...fields })
        : await create.run({ bookingId: booking.id, ...fields }),
    )
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t(request ? 'booking.requests.change' : 'booking.requests.add')}
      onClose={onClose}
      width={besideWidth}
      draft={draft}
      draftWords={draftWords}
      submit={{
        label: t(request ? 'booking.requests.saveChange' : 'booking.requests.save'),
        run: () => void run(),
        disabled: typed.kind === 'other' && typed.text.trim() === '',
        pending: command.pending,
      }}
    >
      {request && <ConflictNote booking={booking} entity="request" id={request.id} edit={draft} />}
      <RequestFields
        typed={typed}
        set={(patch) => draft.set({ ...typed, ...patch })}
        command={command}
        base={booking.arrival}
      />
    </SideDrawer>
  )
}
