import type { ReactNode } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { besideWidth } from '#renderer/parts/folio/ActDrawer.tsx'
import { type Folio, payeeOf, titledAs } from '#renderer/parts/folio/folio-view.ts'
import { heldActs } from '#renderer/parts/folio/held/held-acts.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { StayText } from '#renderer/ui/DateText.tsx'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { type ActName, folioActs, leaveActs, windowActs } from './acts.ts'

type Props = {
  folio: Folio
  acts: readonly (keyof typeof folioActs)[]
  beside: boolean
  /** The window that is shown; 0: all. */
  window: number
  onWindow: (window: number) => void
  onAct: (name: ActName, of?: string | number) => void
  noChart: boolean
}

/** Who owes, how much, in which windows; what secures it; what may be done, with its keys. */
export function FolioHead({ folio, acts, beside, window, onWindow, onAct, noChart }: Props) {
  const { t } = useWords()
  const settles = folio.balanceMinor !== 0 || folio.windows.some(({ balanceMinor }) => balanceMinor !== 0)
  const word = (name: keyof typeof folioActs) =>
    name === 'settle' && !settles ? t('folioScreen.act.close') : t(`folioScreen.act.${name}`)
  return (
    <header className="fo-head" style={beside ? { paddingRight: besideWidth } : undefined}>
      <div className="fo-line">
        <h1 className="fo-title">
          {folio.roomNo && <RoomNumber>{folio.roomNo}</RoomNumber>}
          {folio.kind !== 'booking' && <span className="k-code">{folio.code}</span>}
          <Title folio={folio} />
        </h1>
        <State folio={folio} />
        <Stay folio={folio} />
        <Balance folio={folio} />
      </div>
      <div className="fo-line">
        <Security folio={folio} />
        {!beside && (
          <div className="fo-acts" role="toolbar" aria-label={t('folioScreen.actions')}>
            {acts.filter(isInHead).map((name) => (
              <button
                key={name}
                type="button"
                className="k-tool"
                title={t(folioActs[name].label)}
                onClick={() => onAct(name)}
              >
                {word(name)} <KeyHint keys={folioActs[name].key} />
              </button>
            ))}
          </div>
        )}
      </div>
      {noChart && <NoChart />}
      <nav className="fo-windows" aria-label={t('folioScreen.windows')}>
        <WindowTab n={0} on={window === 0} onTake={onWindow} minor={folio.balanceMinor}>
          {t('folioScreen.allWindows')}
        </WindowTab>
        {folio.windows.map((one) => (
          <WindowTab
            key={one.window}
            n={one.window}
            on={window === one.window}
            onTake={onWindow}
            minor={one.balanceMinor}
          >
            <GuestName of={payeeOf(one)} />
          </WindowTab>
        ))}
        {folio.status === 'open' && folio.windows.length < 8 && (
          <button
            type="button"
            className="k-tool"
            onClick={() => onAct('payee', freeWindow(folio))}
            title={t('folioScreen.key.payee')}
          >
            + {t('folioScreen.newWindow')} <KeyHint keys={String(freeWindow(folio))} />
          </button>
        )}
      </nav>
    </header>
  )
}

/** What has no section of its own among the details: there its act is beside what it changes. */
function isInHead(name: keyof typeof folioActs): boolean {
  return !besideFacts.includes(name)
}

const besideFacts: readonly string[] = [...heldActs, 'hold', 'payee', 'routing', 'party', 'terms', 'taxes']

/** The lowest number that no window has. */
export function freeWindow({ windows }: Folio): number {
  return [1, 2, 3, 4, 5, 6, 7, 8].find((n) => !windows.some(({ window }) => window === n)) ?? 8
}

function Title({ folio }: { folio: Folio }) {
  const { t } = useWords()
  const name = <GuestName of={titledAs(folio)} />
  if (folio.kind !== 'booking' || folio.guestId === null) return name
  return (
    <Link to={href(paths.guest, { id: folio.guestId })} title={t(leaveActs.guest.label)}>
      {name}
    </Link>
  )
}

function State({ folio }: { folio: Folio }) {
  const { t, locale } = useWords()
  return (
    <span className="fo-state">
      {folio.kind !== 'booking' && <span className="k-tag">{t(`folioScreen.kind.${folio.kind}`)}</span>}
      {folio.status === 'closed' ? (
        <span className="k-tag">
          {t('folioScreen.closedOn', { date: formatDate(folio.closedOn ?? folio.openedOn, locale, 'day') })}
        </span>
      ) : (
        <span className="k-tag">{t('folioScreen.status.open')}</span>
      )}
      {folio.skippedOn && (
        <span className="k-tag fo-skipped">
          {t('folioScreen.skippedOn', { date: formatDate(folio.skippedOn, locale, 'day') })}
        </span>
      )}
      {folio.noPost && (
        <span className="k-tag">
          <Mark of="blocking" /> {t('folioScreen.noPost')}
        </span>
      )}
    </span>
  )
}

function Stay({ folio }: { folio: Folio }) {
  const { t } = useWords()
  if (folio.bookingId === null || !folio.arrival || !folio.departure) return null
  return (
    <span className="fo-stay">
      {folio.bookingStatus && <StatusMark state={folio.bookingStatus} />}
      <StayText arrival={folio.arrival} departure={folio.departure} style="day" />
      <Link to={href(paths.booking, { id: folio.bookingId })} title={t(leaveActs.booking.label)}>
        <span className="k-code">{folio.confirmationNo}</span> <KeyHint keys={leaveActs.booking.key} />
      </Link>
    </span>
  )
}

function Balance({ folio }: { folio: Folio }) {
  const { t } = useWords()
  const { balanceMinor } = folio
  const word = balanceMinor < 0 ? 'inCredit' : balanceMinor > 0 ? 'owing' : 'balance'
  return (
    <span className="fo-balance">
      <span className="k-quiet">{t(`folioScreen.${word}`)}</span>{' '}
      <b>
        <MoneyText minor={Math.abs(balanceMinor)} sign />
      </b>
    </span>
  )
}

/** The limit and how it stands; what is held of deposits and pre-authorisations. */
function Security({ folio }: { folio: Folio }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const money = (minor: number) => formatMoney(minor, currency, locale)
  const held = folio.holds.filter(({ status, expired }) => status === 'held' && !expired)
  const expired = folio.holds.filter((hold) => hold.expired)
  const holds = held.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const { limit } = folio
  return (
    <span className="fo-security">
      {limit && limit.state !== 'within' && (
        <span className={limit.state === 'over' ? 'fo-over' : 'fo-warn'}>
          <Mark of={limit.state === 'over' ? 'blocking' : 'warning'} />{' '}
          {t(`folioScreen.limit.${limit.state}`, { limit: money(limit.limitMinor) })}
        </span>
      )}
      {folio.heldMinor > 0 && (
        <span>{t('folioScreen.depositsHeld', { amount: money(folio.heldMinor) })}</span>
      )}
      {holds > 0 && <span>{t('folioScreen.holds', { amount: money(holds) })}</span>}
      {expired.length > 0 && (
        <span className="fo-warn">
          <Mark of="warning" /> {t('folioScreen.holdExpired')}
        </span>
      )}
    </span>
  )
}

function NoChart() {
  const { t } = useWords()
  return (
    <p className="fo-no-chart" role="status">
      <Mark of="warning" /> {t('folioScreen.noChart')}{' '}
      <Link to={href(paths.settingsSection, { section: 'money' })}>{t('folioScreen.toMoney')}</Link>
    </p>
  )
}

type TabProps = {
  n: number
  on: boolean
  minor: number
  onTake: (window: number) => void
  children: ReactNode
}

function WindowTab({ n, on, minor, onTake, children }: TabProps) {
  const key = windowActs[`w${n}` as keyof typeof windowActs].key
  return (
    <button type="button" className="fo-window" aria-pressed={on} onClick={() => onTake(n)}>
      <KeyHint keys={key} />
      <span className="k-cut fo-payee">{children}</span>
      <MoneyText minor={minor} />
    </button>
  )
}
