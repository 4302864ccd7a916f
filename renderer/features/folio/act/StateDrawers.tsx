import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import type { ActProps } from './act-props.ts'

/** Opens a closed folio again, and says why. */
export function ReopenDrawer({ folio, onClose }: ActProps) {
  const { t } = useWords()
  const draft = useDraft(`folio:${folio.id}:reopen`, { reason: '' })
  const command = useCommand('folio.reopen')
  const run = async () => {
    const reply = await command.run({
      id: folio.id,
      version: folio.version,
      reason: draft.value.reason.trim(),
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t('folioScreen.reopen.title')}
      onClose={onClose}
      submit={t('folioScreen.act.reopen')}
      run={run}
      ready={draft.value.reason.trim() !== ''}
      command={command}
      fields={['reason']}
      draft={draft}
    >
      {(errors) => (
        <>
          <p className="k-field">{t('folioScreen.reopen.what')}</p>
          <ReasonField
            autoFocus
            value={draft.value.reason}
            usual={(['late', 'refund', 'payer'] as const).map((why) => t(`folioScreen.reopen.usual.${why}`))}
            error={errors.reason}
            onChange={(reason) => draft.set({ reason })}
          />
        </>
      )}
    </ActDrawer>
  )
}

/** Notes that the guest is gone without paying; or that this is settled. */
export function SkipDrawer({ folio, onClose }: ActProps) {
  const { t } = useWords()
  const draft = useDraft(`folio:${folio.id}:skip`, { reason: '' })
  const command = useCommand('folio.markSkipped')
  const skipped = folio.skippedOn === null
  const run = async () => {
    const reply = await command.run({
      id: folio.id,
      version: folio.version,
      skipped,
      reason: draft.value.reason.trim(),
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t(skipped ? 'folioScreen.skip.title' : 'folioScreen.skip.back')}
      onClose={onClose}
      submit={t(skipped ? 'folioScreen.skip.submit' : 'folioScreen.skip.backSubmit')}
      run={run}
      ready={draft.value.reason.trim() !== ''}
      command={command}
      fields={['reason']}
      draft={draft}
      danger={skipped}
    >
      {(errors) => (
        <>
          <p className="k-field">{t(skipped ? 'folioScreen.skip.what' : 'folioScreen.skip.backWhat')}</p>
          <ReasonField
            autoFocus
            value={draft.value.reason}
            usual={(skipped ? (['gone', 'unreachable'] as const) : (['paid', 'found'] as const)).map((why) =>
              t(`folioScreen.skip.usual.${why}`),
            )}
            error={errors.reason}
            onChange={(reason) => draft.set({ reason })}
          />
        </>
      )}
    </ActDrawer>
  )
}
