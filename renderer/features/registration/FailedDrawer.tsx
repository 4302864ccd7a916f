import { Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { Row } from './columns.tsx'

/** Why the authorities did not take it, in the words of their program. */
export function FailedDrawer({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useWords()
  const mark = useCommand('registration.mark')
  const [failure, setFailure] = useState(row.failure)
  const submit = async () => {
    const reply = await mark.run({ rows: [{ id: row.id, version: row.version }], as: 'failed', failure })
    if (reply.ok) onClose()
  }
  return (
    <SideDrawer
      open
      title={t('registration.act.failed')}
      onClose={onClose}
      submit={{ label: t('common.save'), run: () => void submit(), pending: mark.pending }}
    >
      <Field label={t('field.name.failure')} error={mark.trouble ?? undefined}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={failure}
            onChange={(event) => setFailure(event.target.value)}
          />
        )}
      </Field>
    </SideDrawer>
  )
}
