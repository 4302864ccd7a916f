import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useActs } from '#renderer/base/keys/acts.ts'
import { savingByEnter } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { saveActs } from './acts.ts'

type Props = {
  title: string
  /** Something was changed, and nobody else changed it meanwhile. */
  canSave: boolean
  saving: boolean
  onSave: () => Promise<void>
  /** Above the form: who may change it, tabs. */
  above?: ReactNode
  children: ReactNode
}

/** A section that is edited as one form: saved by its button, its key, and Enter in a line of text. */
export function FormPane({ title, canSave, saving, onSave, above, children }: Props) {
  const { t } = useWords()
  const submit = async () => {
    if (canSave && !saving) await onSave()
  }
  useActs(saveActs, { save: submit })
  return (
    <Pane
      title={title}
      tools={
        <Button type="primary" disabled={!canSave} loading={saving} onClick={() => void submit()}>
          {t('common.save')} <KeyHint keys={saveActs.save.key} />
        </Button>
      }
    >
      {above}
      <div className="s-form" {...savingByEnter(submit)}>
        {children}
      </div>
    </Pane>
  )
}
