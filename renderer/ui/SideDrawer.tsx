import { Button, Drawer } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { isCtrlEnter, isSavingEnter, isSavingEnterOnChoice } from '#renderer/base/keys/enter-saves.ts'
import { keepTabInside } from '#renderer/base/keys/keep-tab.ts'
import { KeyLayer, useKeys } from '#renderer/base/keys/use-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { type BackDraft, DraftNote, type FieldWords } from './DraftNote.tsx'
import { HeadingLevel } from './Heading.tsx'
import { KeyHint } from './KeyHint.tsx'
import { useFocusBack } from './use-focus-back.ts'

type Props = {
  open: boolean
  title: ReactNode
  onClose: () => void
  /** The act; Ctrl+Enter does it too, plain Enter within a one-line field does. */
  submit?: { label: string; run: () => void; disabled?: boolean; pending?: boolean; danger?: boolean }
  width?: number
  /** So many pixels left of the edge, where there is room: beside another drawer. */
  beside?: number
  /** What is typed in it: where it came back from before a reload, it is marked, and the act waits until it is kept or discarded. */
  draft?: BackDraft
  /** How the marks name a field and its value. */
  draftWords?: FieldWords
  children: ReactNode
}

/**
 * Edits beside what it edits: no veil over the screen, which stays to be read. Esc leaves, and what is typed goes with it. Tab
 * stays inside; Enter does the act from every field but a text of several lines.
 */
export function SideDrawer(props: Props) {
  const { open, title, onClose, width = 420, beside = 0, draft, draftWords, children } = props
  const submit = props.submit && {
    ...props.submit,
    disabled: props.submit.disabled === true || draft?.waiting === true,
  }
  return (
    <div className="k-drawer-keys" onKeyDown={(event) => keepTabInside(event, boxOf(event.target))}>
      {open && <FocusBack />}
      <Drawer
        open={open}
        title={<h2>{title}</h2>}
        onClose={onClose}
        size={width}
        mask={false}
        keyboard={false}
        destroyOnHidden
        getContainer={() => document.getElementById('main') ?? document.body}
        rootStyle={{
          position: 'absolute',
          ...(beside > 0 ? { insetInlineEnd: `max(0px, min(${beside}px, 100% - ${width}px))` } : {}),
        }}
        footer={open && <Foot onClose={onClose} submit={submit} />}
      >
        <KeyLayer value={2}>
          <HeadingLevel value={3}>
            {open && <DrawerKeys onClose={onClose} submit={submit} />}
            {open && props.beside === undefined && <OnlyOne onClose={onClose} />}
            {/* One Esc leaves, as the button says */}
            <div
              data-esc="pass"
              onKeyDownCapture={(event) => submitsFirst(event, submit)}
              onKeyDown={(event) => isSavingEnter(event) && submits(event, submit)}
            >
              {draft && <DraftNote draft={draft} {...draftWords} />}
              {children}
            </div>
          </HeadingLevel>
        </KeyLayer>
      </Drawer>
    </div>
  )
}

function boxOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('.ant-drawer-section, .ant-drawer-content') : null
}

/** Beside the drawer, not within it: there the focus has moved before anything is asked. */
function FocusBack() {
  useFocusBack()
  return null
}

function DrawerKeys({ onClose, submit }: Pick<Props, 'onClose' | 'submit'>) {
  const act = () => {
    if (submit && !submit.disabled && !submit.pending) submit.run()
  }
  useKeys(
    {
      Esc: { label: 'keys.leave', run: onClose },
      'Ctrl+Enter': { label: 'keys.save', run: act },
    },
    { modal: 'screen' },
  )
  return null
}

let closeOpen: (() => void) | null = null

/**
 * One drawer at a time: what a button beside or the palette opens takes the place of the one that is there; but for one that is
 * beside it on purpose.
 */
function OnlyOne({ onClose }: { onClose: () => void }): null {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const close = () => latest.current()
    closeOpen?.()
    closeOpen = close
    return () => {
      if (closeOpen === close) closeOpen = null
    }
  }, [])
  return null
}

function Foot({ onClose, submit }: Pick<Props, 'onClose' | 'submit'>) {
  const { t } = useWords()
  return (
    <div className="k-drawer-foot">
      {submit && (
        <Button
          type="primary"
          danger={submit.danger ?? false}
          disabled={submit.disabled ?? false}
          loading={submit.pending ?? false}
          onClick={submit.run}
        >
          {submit.label} <KeyHint keys="Ctrl+Enter" />
        </Button>
      )}
      <Button onClick={onClose}>
        {t('common.close')} <KeyHint keys="Esc" />
      </Button>
    </div>
  )
}

/** Heard before the fields: a closed list of choices would open on it. */
function submitsFirst(event: KeyboardEvent, submit: Props['submit']): void {
  if (!isCtrlEnter(event) && !isSavingEnterOnChoice(event)) return
  event.stopPropagation()
  submits(event, submit)
}

/** An act that can't be done yet still takes the Enter: it is nobody else's. */
function submits(event: KeyboardEvent, submit: Props['submit']): void {
  event.preventDefault()
  if (submit && !submit.disabled && !submit.pending) submit.run()
}
