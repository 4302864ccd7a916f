import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import type { ActProps } from './act-props.ts'
import { byWindow, ChosenLines } from './ChosenLines.tsx'
import { useHeldLines } from './use-held-lines.ts'

const usual = ['wrongCode', 'wrongAmount', 'wrongRoom', 'twice', 'returned'] as const

/** Takes lines of the open business date off, with a reason; names what goes. */
export function CorrectDrawer({ folio, chosen, onClose }: ActProps) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const lines = useHeldLines(chosen)
  const draft = useDraft(`folio:${folio.id}:correct`, { reason: '' })
  const command = useCommand('folio.correct')
  const old = lines.filter((line) => line.businessDate !== businessDate)
  const { reason } = draft.value
  const run = async () => {
    const reply = await command.run({ lineIds: lines.map(({ id }) => id), reason: reason.trim() })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const balance = (n: number) => folio.windows.find(({ window }) => window === n)?.balanceMinor ?? 0
  return (
    <ActDrawer
      title={t('folioScreen.correct.title')}
      onClose={onClose}
      submit={t('folioScreen.act.correct')}
      run={run}
      ready={lines.length > 0 && old.length === 0 && reason.trim() !== ''}
      command={command}
      fields={['reason']}
      draft={draft}
      danger
    >
      {(errors) => (
        <>
          {lines.length === 0 && <p className="k-field">{t('folioScreen.noneChosen')}</p>}
          <ChosenLines lines={lines} />
          {old.length > 0 && (
            <p className="fo-blocked" role="status">
              <Mark of="blocking" /> {t('folioScreen.correct.old', { count: old.length })}
            </p>
          )}
          <ReasonField
            autoFocus
            value={reason}
            usual={usual.map((why) => t(`folioScreen.correct.usual.${why}`))}
            error={errors.reason}
            onChange={(text) => draft.set({ reason: text })}
          />
          <Effect
            rows={[...byWindow(lines)].map(([window, sum]) => ({
              name: t('folioScreen.effect.window', { window }),
              before: balance(window),
              after: balance(window) - sum,
            }))}
          />
        </>
      )}
    </ActDrawer>
  )
}
