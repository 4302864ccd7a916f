import { Input, type InputRef, Select } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { ClientReply } from '#renderer/api/client.ts'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { unsavedEdit, useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from './DateField.tsx'

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
 * Shown as text; Enter, F2 or a click makes it a field in the same place. Enter saves (Ctrl+Enter in prose), Esc
 * leaves. Where somebody else set the value meanwhile, the first Enter says to what and the next one saves.
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
    const read = typeof props.shown === 'string' ? props.shown : props.value
    return (
      <button
        ref={button}
        type="button"
        className="k-inline"
        aria-label={`${props.label}: ${empty ? t('common.notSet') : read}. ${t('common.edit')}`}
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
      onLeave={() => {
        setEditing(false)
        requestAnimationFrame(() => button.current?.focus())
      }}
    />
  )
}

type EditorProps = Props & { onLeave: () => void }

function Editor({ onLeave, ...props }: EditorProps) {
  const { t, language } = useWords()
  const id = useId()
  const edit = useVersionedEdit<Typed>(keyOf(props.draft), { text: props.value }, undefined, {
    hold: 'opened',
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
  const leave = () => {
    edit.clear()
    onLeave()
  }
  const save = async (value: string) => {
    if (edit.saving) return
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
    const enter = event.key === 'Enter' && (props.kind !== 'prose' || event.ctrlKey || event.metaKey)
    if (!enter && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (enter) void save(text)
    else leave()
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
      {edit.restored && <span className="k-faint">{t('common.draftRestored')}</span>}
    </span>
  )
}
