import { Button, Drawer } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { KeyLayer, useKeys } from '#renderer/base/keys/use-keys.ts'
import { useWords } from '#renderer/base/language.ts'
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
  children: ReactNode
}

/** Edits beside what it edits: no veil over the screen, which stays to be read. Esc leaves; typed text is for `useDraft` to keep. */
export function SideDrawer({ open, title, onClose, submit, width = 420, children }: Props) {
  return (
    <>
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
        rootStyle={{ position: 'absolute' }}
        footer={open && <Foot onClose={onClose} submit={submit} />}
      >
        <KeyLayer value={2}>
          <HeadingLevel value={3}>
            {open && <DrawerKeys onClose={onClose} submit={submit} />}
            {/* One Esc leaves, as the button says: what was typed is a draft */}
            <div
              data-esc="pass"
              onKeyDownCapture={(event) => ctrlEnterSubmits(event, submit)}
              onKeyDown={(event) => enterSubmits(event, submit)}
            >
              {children}
            </div>
          </HeadingLevel>
        </KeyLayer>
      </Drawer>
    </>
  )
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
  useOnlyOne(onClose)
  return null
}

let closeOpen: (() => void) | null = null

/** One drawer at a time: what a button beside or the palette opens takes the place of the one that is there. */
function useOnlyOne(onClose: () => void): void {
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
function ctrlEnterSubmits(event: KeyboardEvent, submit: Props['submit']): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
  event.preventDefault()
  event.stopPropagation()
  if (submit && !submit.disabled && !submit.pending) submit.run()
}

/** Enter in a one-line field does the act, as a form would; never the Enter of an input method, nor of a list that is open. */
function enterSubmits(event: KeyboardEvent, submit: Props['submit']): void {
  const field = event.target
  if (event.key !== 'Enter' || isComposing(event) || event.defaultPrevented || event.ctrlKey) return
  if (!(field instanceof HTMLInputElement) || field.getAttribute('role') === 'combobox') return
  if (!submit || submit.disabled || submit.pending) return
  event.preventDefault()
  submit.run()
}
