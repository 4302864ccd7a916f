import { Button, Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { CloseIcon } from '#renderer/ui/icons.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { type Profile, useGuestEdit, useGuestId } from './editing.tsx'
import { Part } from './SectionHead.tsx'

type Note = Profile['guest']['notes'][number]

/** What the next shift should know: a field for a new note, then the notes, each changed in place. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  const { t } = useWords()
  return (
    <Part name="notes" title={t('guest.section.notes')}>
      <NewNote />
      {notes.length === 0 && <p className="k-faint">{t('guest.note.none')}</p>}
      <ul>
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} />
        ))}
      </ul>
    </Part>
  )
}

function NewNote() {
  const { t } = useWords()
  const id = useGuestId()
  const draft = useDraft(`guest:${id}:note`, '', { stays: true })
  const save = useGuestEdit('guest.saveNote')
  const submit = async () => {
    if (draft.value.trim() === '' || draft.waiting || save.pending) return
    const reply = await save.run({ text: draft.value })
    if (reply.ok) draft.clear()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }
  return (
    <div className="g-new-note">
      <Input.TextArea
        id="guest-new-note"
        aria-label={t('guest.note.write')}
        placeholder={t('guest.note.hint')}
        autoSize={{ minRows: 1, maxRows: 8 }}
        value={draft.value}
        onChange={(event) => {
          draft.set(event.target.value)
          save.reset()
        }}
        onKeyDown={press}
      />
      <DraftNote draft={draft} names={() => t('guest.note.write')} />
      {draft.value.trim() !== '' && (
        <div className="g-form-foot">
          <Button
            type="primary"
            disabled={draft.waiting}
            loading={save.pending}
            onClick={() => void submit()}
          >
            {t('guest.note.save')} <KeyHint keys="Ctrl+Enter" />
          </Button>
        </div>
      )}
      {save.trouble && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
    </div>
  )
}

function NoteLine({ note }: { note: Note }) {
  const { t } = useWords()
  const guestId = useGuestId()
  const save = useGuestEdit('guest.saveNote')
  const remove = useGuestEdit('guest.removeNote')
  return (
    <li className="g-note">
      <div className="g-line g-small k-quiet">
        <span className="g-line-text">
          <DateTimeText moment={note.at} /> · {note.by}
        </span>
        <button
          type="button"
          className="g-mini"
          aria-label={`${t('common.remove')}: ${note.text.slice(0, 40)}`}
          title={t('common.remove')}
          onClick={() => void remove.run({ id: note.id })}
        >
          <CloseIcon />
        </button>
      </div>
      <InlineField
        label={t('guest.section.notes')}
        kind="prose"
        value={note.text}
        draft={`guest:${guestId}:note:${note.id}`}
        operation="guest.saveNote"
        onSave={(text) => save.run({ id: note.id, text })}
      />
      {remove.trouble && (
        <p className="k-trouble-line" role="alert">
          {remove.trouble}
        </p>
      )}
    </li>
  )
}
