import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import type { TickedBooking } from '#renderer/parts/booking/BookingTicks.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { chargeActs } from '#renderer/parts/stay/acts.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import { Heading } from '#renderer/ui/Heading.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'

export type Leaving = OutputOf<'stay.reviewDepartures'>[number]

/** Who of the bookings that are ticked gives up nights by leaving now. */
export function useLeavingEarly(ids: readonly number[], on: boolean): Leaving[] {
  const asked = on && ids.length > 0
  const { data } = useQuery('stay.reviewDepartures', { ids: ids as never }, { on: asked, keep: true })
  return asked ? (data ?? []).filter(({ id, nights }) => nights > 0 && ids.includes(id)) : []
}

type Props = { leaving: readonly Leaving[]; known: ReadonlyMap<number, TickedBooking> }

/** What leaving early costs each by the policy and all together, charged to each by one key before they go. */
export function LeavingEarly({ leaving, known }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const may = useMay()
  const money = (minor: number) => formatMoney(minor, currency as never, locale, true)
  const charge = useCommand('stay.chargeEarly', {
    done: (language, { feeMinor }) => words(language, 'today.early.done', { amount: money(feeMinor) }),
  })
  const open = leaving.filter(({ feeMinor, posted }) => feeMinor > 0 && !posted)
  const openMinor = open.reduce((sum, { feeMinor }) => sum + feeMinor, 0)
  const isOn = open.length > 0 && may('folio-post')
  const run = () => void charge.run({ ids: open.map(({ id }) => id) })
  useActs(chargeActs, { charge: run }, { on: isOn && !charge.pending })
  if (leaving.length === 0) return null
  return (
    <section aria-label={t('today.early.title')} className="k-day-leaving">
      <Heading>{t('today.early.title')}</Heading>
      <table className="k-table k-day-early">
        <thead>
          <tr>
            <th scope="col">{t('today.column.guest')}</th>
            <th scope="col" className="k-num">
              {t('common.nightsWord')}
            </th>
            <th scope="col" className="k-num">
              {t('today.early.fee')}
            </th>
          </tr>
        </thead>
        <tbody>
          {leaving.map((row) => (
            <tr key={row.id}>
              <td>
                <Who of={known.get(row.id)} />
              </td>
              <td className="k-num">{row.nights}</td>
              <td className="k-num">
                {row.feeMinor === 0 && !row.posted ? (
                  t('today.early.free')
                ) : (
                  <MoneyText minor={row.feeMinor} sign />
                )}{' '}
                {row.posted && <span className="k-tag">{t('stay.charge.posted')}</span>}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('today.early.total')}</th>
            <td className="k-num">{leaving.reduce((sum, { nights }) => sum + nights, 0)}</td>
            <td className="k-num">
              <MoneyText minor={leaving.reduce((sum, { feeMinor }) => sum + feeMinor, 0)} sign />
            </td>
          </tr>
        </tbody>
      </table>
      {isOn && (
        <button type="button" className="k-chip" disabled={charge.pending} onClick={run}>
          {t('today.early.charge', { amount: money(openMinor) })} <KeyHint keys={chargeActs.charge.key} />
        </button>
      )}
      {charge.trouble && (
        <p className="k-trouble-line" role="alert">
          {charge.trouble}
        </p>
      )}
    </section>
  )
}

function Who({ of }: { of: TickedBooking | undefined }) {
  return of ? (
    <>
      <span className="k-code">{of.roomNumber}</span> <GuestName of={of} />
    </>
  ) : null
}
