import { Input, type InputRef, Select } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { ClientReply } from '#renderer/api/client.ts'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { unsavedEdit, useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { keyName } from '#renderer/base/keys/key-name.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from './DateField.tsx'
import { draftActs } from './DraftNote.tsx'
import { KeyHint } from './KeyHint.tsx'

type Props = {
  /** The field's name, for screen readers and errors. */
  label: string
  value: string
  /** How it reads while nobody edits it; the value itself when absent. */
  shown?: ReactNode
  /** Names the draft: `guest:12:nativeName`. Text typed and not saved comes back under it. */
  draft: string
  /** Saves; not ok → the words are under the field and the text stays. */
  onSave: (value: string) => Promise<ClientReply>
  operation: string
  /** `date`: a day of one's life, typed with its year. */
  kind?: 'line' | 'prose' | 'date'
  /** A choice instead of text. */
  options?: readonly { value: string; label: string }[]
  placeholder?: string
  readOnly?: boolean
}

type Typed = { text: string }
const keyOf = (draft: string) => `inline:${draft}`

/**
 * Shown as text; Enter, F2 or a click makes it a field in the same place. Enter saves (Ctrl+Enter in prose), Esc drops what
 * was typed. What came back from before a reload is saved once it was kept. Where somebody else set the value meanwhile, the first Enter says to what and the next one saves.
 */
export function InlineField(props: Props) {
  const { t } = useWords()
  const [editing, setEditing] = useState(() => {
    const waiting = unsavedEdit<Typed>(keyOf(props.draft))
    return waiting !== undefined && waiting.typed.text !== props.value
  })
  const button = useRef<HTMLButtonElement>(null)
  if (props.readOnly) return <span className="k-inline-text">{props.shown ?? props.value}</span>
  if (!editing) {
    const empty = props.value === ''
    // Heard as it is seen: “China”, not “CHN”
    const shown = typeof props.shown === 'string' ? props.shown : props.value
    const read = empty ? (props.placeholder ?? t('common.notSet')) : shown
    return (
      <button
        ref={button}
        type="button"
        className="k-inline"
        aria-label={`${props.label}: ${read}. ${t('common.edit')}`}
        onClick={() => setEditing(true)}
        onKeyDown={(event) => event.key === 'F2' && setEditing(true)}
      >
        {empty ? (
          <span className="k-faint">{props.placeholder ?? t('common.notSet')}</span>
        ) : (
          (props.shown ?? props.value)
        )}
      </button>
    )
  }
  return (
    <Editor
      {...props}
      onOpen={() => setEditing(true)}
      onLeave={() => {
        setEditing(false)
        requestAnimationFrame(() => button.current?.focus())
      }}
    />
  )
}

type EditorProps = Props & { onOpen: () => void; onLeave: () => void }

function Editor({ onOpen, onLeave, ...props }: EditorProps) {
  const { t, language } = useWords()
  const id = useId()
  const edit = useVersionedEdit<Typed>(keyOf(props.draft), { text: props.value }, undefined, {
    hold: 'opened',
    // A line is typed again sooner than it is brought back; not so a whole note
    reopen: props.kind === 'prose' ? onOpen : undefined,
  })
  const { text } = edit.value
  const [overtaken, setOvertaken] = useState(false)
  const [failed, setFailed] = useState<FailedReply | null>(null)
  const field = useRef<InputRef>(null)
  useEffect(() => {
    field.current?.focus({ cursor: 'all' })
  }, [])
  const change = (next: string) => {
    edit.change({ text: next })
    setFailed(null)
  }
  // What is on file is shown beside it: who keeps theirs has seen it
  const take = () => {
    edit.take()
    edit.goOn()
  }
  const leave = () => {
    edit.clear()
    onLeave()
  }
  // Not cleared: the draft goes with the editor, and a long one is offered back
  const drop = props.kind === 'prose' ? onLeave : leave
  const save = async (value: string) => {
    if (edit.saving || edit.waiting) return
    if (value === props.value) return leave()
    if (edit.theirs) {
      edit.goOn()
      setOvertaken(true)
      return
    }
    const reply = await edit.save(() => props.onSave(value))
    if (reply.ok) leave()
    else setFailed(reply as FailedReply)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (edit.waiting && keyName(event) === draftActs.take.key) {
      event.preventDefault()
      event.stopPropagation()
      return take()
    }
    const enter = event.key === 'Enter' && (props.kind !== 'prose' || event.ctrlKey || event.metaKey)
    if (!enter && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (enter) void save(text)
    else drop()
  }
  // Never disabled while it saves: a disabled field loses the focus, and after a refusal one types on here
  const common = {
    'aria-label': props.label,
    'aria-describedby': failed || overtaken ? id : undefined,
    status: failed || overtaken ? ('error' as const) : undefined,
  }
  return (
    <span className="k-inline-edit">
      {props.options ? (
        <Select
          {...common}
          autoFocus
          defaultOpen
          showSearch={{ optionFilterProp: 'label' }}
          value={text}
          options={[...props.options]}
          onSelect={(value: string) => void save(value)}
          onKeyDown={(event) => event.key === 'Escape' && press(event)}
        />
      ) : props.kind === 'prose' ? (
        <Input.TextArea
          {...common}
          readOnly={edit.saving}
          ref={field as never}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={press}
        />
      ) : props.kind === 'date' ? (
        <DateField {...common} kind="birth" ref={field} value={text} onChange={change} onKeyDown={press} />
      ) : (
        <Input
          {...common}
          readOnly={edit.saving}
          ref={field}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={press}
        />
      )}
      {failed && (
        <span id={id} className="k-trouble-line" role="alert">
          {sentenceOf(failed, language, props.operation)}
        </span>
      )}
      {overtaken && !failed && (
        <span id={id} className="k-trouble-line" role="alert">
          {t('common.overtaken')}{' '}
          <b>{props.value === '' ? t('common.empty') : (props.shown ?? props.value)}</b>
          {t('common.overtake')}
        </span>
      )}
      {edit.waiting && (
        <span className="k-inline-back" role="status">
          <b>{t('common.draftRestored')}</b> {t('common.draftOnFile')}:{' '}
          {props.value === '' ? t('common.empty') : (props.shown ?? props.value)}
          <button type="button" className="k-chip" onClick={take}>
            {t('common.takeDraft')} <KeyHint keys={draftActs.take.key} />
          </button>
          <button type="button" className="k-chip" onClick={leave}>
            {t('common.discardDraft')} <KeyHint keys="Esc" />
          </button>
        </span>
      )}
    </span>
  )
}
