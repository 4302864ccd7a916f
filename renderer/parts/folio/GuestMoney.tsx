import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import type { GuestId } from '#shared/values/index.ts'
import './guest-money.css'

/** What a guest owes on open folios, has deposited and has brought; nothing where no folio was ever opened. */
export function GuestMoney({ guestId }: { guestId: GuestId }) {
  const { t } = useWords()
  const { data: money } = useQuery('folio.ofGuest', { guestId })
  if (!money) return null
  const revenue = money.revenue.room + money.revenue.food + money.revenue.other
  if (money.folios.length === 0 && money.depositsHeldMinor === 0 && revenue === 0) return null
  return (
    <dl className="k-guest-money" aria-label={t('folioScreen.guest.title')}>
      <div>
        <dt>{t('folioScreen.guest.open')}</dt>
        <dd>
          <b>
            <MoneyText minor={money.openMinor} />
          </b>
          {money.folios.slice(0, 3).map((folio) => (
            <Link key={folio.id} to={href(paths.folio, { id: folio.id })}>
              <bdi dir="auto">{folio.title}</bdi>
            </Link>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('folioScreen.guest.deposits')}</dt>
        <dd>
          <MoneyText minor={money.depositsHeldMinor} />
        </dd>
      </div>
      <div>
        <dt>{t('folioScreen.guest.revenue')}</dt>
        <dd>
          <MoneyText minor={revenue} />
        </dd>
      </div>
    </dl>
  )
}
