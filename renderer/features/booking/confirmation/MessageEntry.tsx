import { Button, Input } from 'antd'
import { useState } from 'react'
import { chooseFile } from '#renderer/api/platform.ts'
import { useWords } from '#renderer/base/language.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { messageFiles } from './given.ts'
import type { MessageDesk } from './use-message.ts'

/** Where a confirmation is pasted, typed or chosen. A paste is read at once. */
export function MessageEntry({ desk }: { desk: MessageDesk }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const choose = async () => {
    const file = await chooseFile(messageFiles)
    if (file) await desk.readFile(file)
  }
  return (
    <Pane
      title={t('confirmation.title')}
      padded
      className="k-message"
      tools={
        <button type="button" className="k-tool" onClick={desk.close}>
          {t('common.cancel')}
        </button>
      }
    >
      <Input.TextArea
        autoFocus
        rows={5}
        aria-label={t('confirmation.paste')}
        placeholder={t('confirmation.paste')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          desk.close()
        }}
      />
      {desk.trouble && (
        <p className="k-trouble-line" role="alert">
          {desk.trouble}
        </p>
      )}
      <div className="k-drawer-foot">
        <Button loading={desk.pending} disabled={text.trim() === ''} onClick={() => void desk.read(text)}>
          {t('confirmation.read')}
        </Button>
        <Button onClick={() => void choose()}>{t('confirmation.chooseFile')}</Button>
      </div>
    </Pane>
  )
}
