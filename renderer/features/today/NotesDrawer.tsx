import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Note = OutputOf<'today.notes'>[number]

/** What one shift tells the next: open notes first, each ticked off by name. */
export function NotesDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { data, failed, retry } = useQuery('today.notes', {})
  const add = useCommand('today.addNote')
  const [text, setText] = useState('')
  const submit = async () => {
    if (text.trim() === '') return
    const reply = await add.run({ text })
    if (reply.ok) setText('')
  }
  return (
    <SideDrawer
      open
      title={t('today.notes.title')}
      onClose={onClose}
      submit={{
        label: t('today.notes.add'),
        run: () => void submit(),
        pending: add.pending,
        disabled: text.trim() === '',
      }}
    >
      <Field label={t('today.notes.text')} error={add.errors.text ?? add.trouble ?? undefined}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              add.reset()
            }}
          />
        )}
      </Field>
      {failed && !data && <Trouble failed={failed} operation="today.notes" onRetry={retry} />}
      {!failed && !data && <RowSkeleton rows={4} />}
      {data?.length === 0 && <EmptyState>{t('today.notes.none')}</EmptyState>}
      <ul className="k-day-notes">
        {data?.map((note) => (
          <NoteRow key={note.id} note={note} />
        ))}
      </ul>
    </SideDrawer>
  )
}

function NoteRow({ note }: { note: Note }) {
  const { t } = useWords()
  const tick = useCommand('today.tickNote')
  const { id, version, text, tickedAt, tickedBy } = note
  const done = tickedAt !== null
  return (
    <li className={done ? 'k-faint' : undefined}>
      <p>{text}</p>
      <p className="k-quiet">
        {t('today.notes.by', { name: note.createdBy })} <DateTimeText moment={note.createdAt} />
        {tickedAt && (
          <>
            {' · '}
            {t('today.notes.ticked', { name: tickedBy ?? '' })} <DateTimeText moment={tickedAt} />
          </>
        )}
      </p>
      <Button size="small" loading={tick.pending} onClick={() => void tick.run({ id, version, done: !done })}>
        {t(done ? 'today.notes.untick' : 'today.notes.tick')}
      </Button>
      {tick.trouble && (
        <span className="k-trouble-line" role="alert">
          {tick.trouble}
        </span>
      )}
    </li>
  )
}
