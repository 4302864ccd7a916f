import { Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { FolderInput } from '#renderer/parts/form/FolderInput.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { heldArrivalWays, morningFormats } from '#shared/domain/audit/settings.ts'

type Settings = OutputOf<'audit.settings'>

/** How the hotel closes its day. */
export function SettingsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const found = useQuery('audit.settings', {})
  if (found.data) return <SettingsForm settings={found.data} onClose={onClose} />
  return (
    <SideDrawer open title={t('auditScreen.settings.title')} onClose={onClose}>
      {found.failed ? (
        <Trouble failed={found.failed} operation="audit.settings" onRetry={found.retry} />
      ) : (
        <RowSkeleton rows={4} />
      )}
    </SideDrawer>
  )
}

function SettingsForm({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const { t } = useWords()
  const save = useCommand('audit.saveSettings')
  const [typed, setTyped] = useState(settings)
  const set = (patch: Partial<Settings>) => {
    save.reset()
    setTyped({ ...typed, ...patch })
  }
  const run = async () => {
    const earliest = typed.earliest?.trim() ? typed.earliest.trim() : null
    const reply = await save.run({ ...typed, earliest, folder: typed.folder.trim() })
    if (reply.ok) onClose()
  }
  const { errors } = save
  const hasField = Object.keys(errors).length > 0
  return (
    <SideDrawer
      open
      title={t('auditScreen.settings.title')}
      onClose={onClose}
      submit={{ label: t('auditScreen.settings.save'), run: () => void run(), pending: save.pending }}
    >
      <Field label={t('auditScreen.settings.heldArrivals')} error={errors.heldArrivals}>
        {(control) => (
          <Select
            {...control}
            value={typed.heldArrivals}
            options={heldArrivalWays.map((way) => ({
              value: way,
              label: t(`auditScreen.settings.held.${way}`),
            }))}
            onChange={(heldArrivals: Settings['heldArrivals']) => set({ heldArrivals })}
          />
        )}
      </Field>
      <Field label={t('auditScreen.settings.earliest')} error={errors.earliest}>
        {(control) => (
          <Input
            {...control}
            value={typed.earliest ?? ''}
            placeholder="18:00"
            onChange={(event) => set({ earliest: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('auditScreen.settings.format')} error={errors.format}>
        {(control) => (
          <Select
            {...control}
            value={typed.format}
            options={morningFormats.map((one) => ({
              value: one,
              label: t(`auditScreen.settings.formats.${one}`),
            }))}
            onChange={(format: Settings['format']) => set({ format })}
          />
        )}
      </Field>
      <Field label={t('auditScreen.settings.folder')} error={errors.folder}>
        {(control) => (
          <FolderInput {...control} value={typed.folder} onChange={(folder) => set({ folder })} />
        )}
      </Field>
      {save.trouble && !hasField && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
    </SideDrawer>
  )
}
