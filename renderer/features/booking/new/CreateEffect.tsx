import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { describeReply } from '#shared/i18n/index.ts'

type Props = {
  effect: OutputOf<'booking.previewCreate'> | undefined
  failed: FailedReply | null
}

/** What saving would book: each night with its rate and what is left after it, the total; or why it can't be. */
export function CreateEffect({ effect, failed }: Props) {
  const { t, language, locale } = useWords()
  if (failed) return <Trouble failed={failed} operation="booking.create" line />
  if (!effect) return <p className="k-quiet">{t('booking.new.effectWaits')}</p>
  return (
    <div aria-live="polite">
      {effect.refusal && (
        <p className="k-trouble-line" role="alert">
          {describeReply({ ok: false, refusal: effect.refusal }, language, 'booking.create')}
        </p>
      )}
      {isDayUse(effect) && (
        <p className="k-quiet">
          {t('booking.nights.dayUse')}{' '}
          {effect.dayUse && (
            <>
              {t('stay.hours.overtime')}: <MoneyText minor={effect.dayUse.overtimeMinor} sign />
            </>
          )}
        </p>
      )}
      {effect.nights.length > 0 && (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('common.night')}</th>
              <th scope="col" className="k-num">
                {t('booking.new.rate')}
              </th>
              <th scope="col" className="k-num">
                {t('booking.new.leftAfter')}
              </th>
            </tr>
          </thead>
          <tbody>
            {effect.nights.map((night) => (
              <tr key={night.night}>
                <th scope="row">
                  <DateText date={night.night} style="day" />
                </th>
                <td className="k-num">
                  <MoneyText minor={night.rateAfterMinor} />
                </td>
                <td className={`k-num${night.leftAfter !== null && night.leftAfter < 0 ? ' k-wrong' : ''}`}>
                  {formatNumber(night.leftAfter, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** Nights and sum, large: what the guest hears. */
export function CreateTotal({ effect }: { effect: Props['effect'] }) {
  const { t } = useWords()
  if (!effect) return null
  if (isDayUse(effect))
    return (
      <p className="k-bk-sum">
        <span>{t('common.dayUse')}</span>
        {effect.dayUse && (
          <b>
            <MoneyText minor={effect.dayUse.priceMinor} sign />
          </b>
        )}
      </p>
    )
  if (effect.nights.length === 0) return null
  return (
    <p className="k-bk-sum">
      <span>{t('common.nights', { count: effect.nightsAfter })}</span>
      <b>
        <MoneyText minor={effect.totalAfterMinor} sign />
      </b>
    </p>
  )
}

function isDayUse({ refusal, nights }: NonNullable<Props['effect']>): boolean {
  return refusal === null && nights.length === 0
}
