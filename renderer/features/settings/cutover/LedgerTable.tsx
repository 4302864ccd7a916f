import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { type OpeningLedger, openingLedgers } from '#shared/domain/folio/cutover.ts'
import type { ReadOpening, TypedOpening } from './opening-form.ts'

type Props = {
  typed: TypedOpening
  read: ReadOpening
  change: (patch: Partial<TypedOpening>) => void
}

/** What the lines come to, ledger by ledger, against the trial balance of the system before. */
export function LedgerTable({ typed, read, change }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const money = (minor: number) => formatMoney(minor, currency, locale)
  const status = (name: OpeningLedger | 'safe') =>
    read.unread.includes(name) ? { status: 'error' as const, 'aria-invalid': true } : {}
  return (
    <div className="co-ledgers">
      <table className="k-table">
        <caption className="k-hidden">{t('cutover.compare')}</caption>
        <thead>
          <tr>
            <td />
            {openingLedgers.map((ledger) => (
              <th key={ledger} scope="col" className="k-num">
                {t(`cutover.ledger.${ledger}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('cutover.row.lines')}</th>
            {openingLedgers.map((ledger) => (
              <td key={ledger} className="k-num">
                {ledger === 'cash' ? (
                  <MoneyField
                    {...status('safe')}
                    aria-label={t('cutover.safe')}
                    value={typed.safe}
                    onChange={(safe) => change({ safe })}
                  />
                ) : (
                  money(read.sums[ledger])
                )}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('cutover.row.trial')}</th>
            {openingLedgers.map((ledger) => (
              <td key={ledger}>
                <MoneyField
                  {...status(ledger)}
                  aria-label={t('cutover.trialOf', { ledger: t(`cutover.ledger.${ledger}`) })}
                  value={typed.trial[ledger]}
                  onChange={(text) => change({ trial: { ...typed.trial, [ledger]: text } })}
                />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('cutover.row.off')}</th>
            {openingLedgers.map((ledger) => {
              const off = read.sums[ledger] - read.trial[ledger]
              return (
                <td key={ledger} className={`k-num${off === 0 ? '' : ' co-off'}`}>
                  {money(off)}
                </td>
              )
            })}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
