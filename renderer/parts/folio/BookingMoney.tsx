import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link } from '#renderer/base/route/route.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts, Section } from '#renderer/ui/Pane.tsx'
import type { BookingId } from '#shared/values/index.ts'
import { bookingFolioActs } from './acts.ts'

/** What a booking owes over its folios, what secures it, what it brought; and the way to its folio, which is opened by it. */
export function BookingMoney({ bookingId }: { bookingId: BookingId }) {
  const { t } = useWords()
  const { data: money } = useQuery('folio.ofBooking', { bookingId })
  const open = useCommand('folio.openForBooking')
  const toFolio = async () => {
    const known = money?.folios.find(({ status }) => status === 'open') ?? money?.folios.at(-1)
    if (known) return go(href(paths.folio, { id: known.id }))
    const reply = await open.run({ bookingId })
    if (reply.ok) go(href(paths.folio, { id: reply.output.id }))
  }
  useActs(bookingFolioActs, { folio: () => void toFolio() })
  const revenue = money ? money.revenue.room + money.revenue.food + money.revenue.other : 0
  const others = money && money.folios.length > 1 ? money.folios : []
  return (
    <Section
      title={t('folioScreen.booking.title')}
      tools={
        <button type="button" className="k-tool" onClick={() => void toFolio()}>
          {t(money && money.folios.length > 0 ? 'folioScreen.booking.toFolio' : 'folioScreen.booking.open')}{' '}
          <KeyHint keys={bookingFolioActs.folio.key} />
        </button>
      }
    >
      {open.trouble && (
        <p className="k-trouble-line" role="alert">
          {open.trouble}
        </p>
      )}
      {money && money.folios.length === 0 && <p className="k-faint">{t('folioScreen.booking.none')}</p>}
      {money && money.folios.length > 0 && (
        <Facts>
          <Fact name={t('folioScreen.balance')}>
            <b>
              <MoneyText minor={money.balanceMinor} />
            </b>
          </Fact>
          {money.depositsHeldMinor !== 0 && (
            <Fact name={t('folioScreen.booking.deposits')}>
              <MoneyText minor={money.depositsHeldMinor} />
            </Fact>
          )}
          {money.holdsMinor !== 0 && (
            <Fact name={t('folioScreen.booking.holds')}>
              <MoneyText minor={money.holdsMinor} />
            </Fact>
          )}
          <Fact name={t('folioScreen.booking.revenue')}>
            <MoneyText minor={revenue} />
          </Fact>
          {others.map((folio) => (
            <Fact key={folio.id} name={t(`folioScreen.status.${folio.status}`)}>
              <Link to={href(paths.folio, { id: folio.id })}>
                <bdi dir="auto">{folio.title}</bdi>
              </Link>{' '}
              <MoneyText minor={folio.balanceMinor} />
            </Fact>
          ))}
        </Facts>
      )}
    </Section>
  )
}
