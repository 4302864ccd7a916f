import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { BookingId } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'

/** Posts what the taxes of a stay are other than when they were charged: it is longer, exempt, with other guests. */
export function TaxesDrawer({ folio, onClose }: ActProps) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const bookingId = folio.bookingId as BookingId
  const { data, failed, retry } = useQuery('folio.previewTaxes', { bookingId })
  const command = useCommand('folio.adjustTaxes')
  const run = async () => {
    const reply = await command.run({ bookingId, businessDate })
    if (reply.ok) onClose()
  }
  return (
    <ActDrawer
      title={t('folioScreen.taxes.title')}
      onClose={onClose}
      submit={t('folioScreen.taxes.submit')}
      run={run}
      ready={data !== undefined && data.lines > 0}
      command={command}
    >
      <p className="k-field">{t('folioScreen.taxes.what')}</p>
      {failed && <Trouble failed={failed} operation="folio.previewTaxes" onRetry={retry} line />}
      {!data && !failed && <RowSkeleton rows={2} />}
      {data?.lines === 0 && <p>{t('folioScreen.taxes.right')}</p>}
      {data && data.lines > 0 && (
        <Effect
          rows={[
            { name: t('folioScreen.taxes.lines'), note: data.lines },
            {
              name: t('folioScreen.effect.allWindows'),
              before: folio.balanceMinor,
              after: folio.balanceMinor + data.grossMinor,
            },
          ]}
        />
      )}
    </ActDrawer>
  )
}
