import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Line } from '#renderer/parts/folio/folio-view.ts'
import { useChart } from '#renderer/parts/folio/use-chart.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'

/** All of the line that the arrows are on: net and taxes, when and by whom, how it was paid, on which paper. */
export function LineFoot({ line }: { line: Line | undefined }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const taxes = useTaxNames()
  if (!line) return null
  const money = (minor: number, of = currency) => formatMoney(minor, of, locale)
  const { payment } = line
  return (
    <div className="fo-foot">
      <p>
        {line.taxes.length > 0 && (
          <>
            <span>{t('folioScreen.foot.net', { amount: money(line.netMinor) })}</span>
            {line.taxes.map((tax) => (
              <span key={tax.taxId}>
                {taxes(tax.taxId, tax.rate)} {money(tax.taxMinor)}
              </span>
            ))}
          </>
        )}
        {payment && (
          <>
            {payment.foreignMinor !== null && (
              <span>
                {payment.currency} {money(payment.foreignMinor, payment.currency)} × {payment.rate}
              </span>
            )}
            {payment.tenderedMinor !== null && (
              <span>
                {t('folioScreen.foot.tendered', {
                  tendered: money(payment.tenderedMinor, payment.currency),
                  change: money(payment.changeMinor ?? 0, payment.currency),
                })}
              </span>
            )}
            {payment.lastFour && (
              <span>
                {codeWords('folioScreen.brand', payment.brand, t)} ···{payment.lastFour}
              </span>
            )}
            {payment.reference && <span>{t('folioScreen.foot.reference', { text: payment.reference })}</span>}
          </>
        )}
        {line.roomNo && <span>{t('folioScreen.foot.room', { room: line.roomNo })}</span>}
        {line.invoice && <span>{t('folioScreen.foot.invoice', { number: line.invoice })}</span>}
        {line.fapiao && (
          <span>
            {t('folioScreen.foot.fapiao', { state: codeWords('folioScreen.fapiao', line.fapiao, t) })}
          </span>
        )}
      </p>
      <p className="k-quiet">
        <span>{codeWords('folioScreen.posting', line.postingKind, t)}</span>
        <span>{line.by}</span>
        <DateTimeText moment={line.at} />
        {line.businessDate !== line.serviceDate && (
          <span>
            {t('folioScreen.foot.bookedOn', { date: formatDate(line.businessDate, locale, 'day') })}
          </span>
        )}
        {line.reason && <span>“{line.reason}”</span>}
      </p>
    </div>
  )
}

/** What a tax is called, with its rate unless the hotel named it by that. */
function useTaxNames(): (id: number, rate: string) => string {
  const { view, nameOf } = useChart()
  const byId = new Map((view?.taxes ?? []).map((tax) => [tax.id as number, tax]))
  return (id, rate) => {
    const name = nameOf(byId.get(id))
    return rate === '' || name.includes('%') ? name : `${name} ${rate} %`
  }
}
