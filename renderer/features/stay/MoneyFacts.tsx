import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { TakeDepositDrawer } from '#renderer/parts/folio/held/TakeDepositDrawer.tsx'
import { TakeHoldDrawer } from '#renderer/parts/folio/held/TakeHoldDrawer.tsx'
import { useChart } from '#renderer/parts/folio/use-chart.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { checkInActs } from '#renderer/parts/stay/acts.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts, Section } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { securedBy } from '#shared/domain/stay/security.ts'
import { GuaranteeDrawer } from './GuaranteeDrawer.tsx'

type Props = { booking: OutputOf<'booking.get'>; review: OutputOf<'stay.reviewCheckIn'> }
/** What is taken at the desk. */
export type MoneyAct = 'deposit' | 'hold' | 'guarantee'

const takes = [
  ['deposit', 'takeDeposit'],
  ['hold', 'takeHold'],
  ['guarantee', 'takeGuarantee'],
] as const

/** What the keys of the page do of it. */
export function moneyRuns(onDo: (act: MoneyAct) => void) {
  return {
    deposit: () => onDo('deposit'),
    hold: () => onDo('hold'),
    guarantee: () => onDo('guarantee'),
  }
}

/** What the stay costs, what secures it, and what is taken at the desk. */
export function MoneyFacts({ booking, review, onDo }: Props & { onDo: (act: MoneyAct) => void }) {
  const { t } = useWords()
  return (
    <Section
      title={t('stay.in.money')}
      tools={takes.map(([act, word]) => (
        <button key={act} type="button" className="k-tool" onClick={() => onDo(act)}>
          {t(`stay.in.${word}`)} <KeyHint keys={checkInActs[act].key} />
        </button>
      ))}
    >
      <Facts>
        <Fact name={t('stay.in.total')}>
          <MoneyText minor={booking.dayUse?.priceMinor ?? booking.totalMinor} />
        </Fact>
        <Fact name={t('stay.in.balance')}>
          <MoneyText minor={review.balanceMinor} />
        </Fact>
        <Fact name={t('stay.guarantee.secured')}>
          <Secured booking={booking} review={review} />
        </Fact>
      </Facts>
    </Section>
  )
}

/** Each thing that secures the stay on a line; where nothing does, that, with what was asked for and is not there. */
function Secured({ booking, review }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { guarantee, company, depositMinor } = booking
  const { heldMinor, holdsMinor } = review
  const amount = (minor: number) => formatMoney(minor, currency as never, locale, true)
  const kind = codeWords('booking.guarantee', guarantee, t)
  const words = {
    deposit: () => t('stay.guarantee.by.deposit', { amount: amount(heldMinor) }),
    hold: () => t('stay.guarantee.by.hold', { amount: amount(holdsMinor) }),
    guarantee: () =>
      t('stay.guarantee.by.guarantee', {
        what: guarantee === 'company' && company ? `${kind} (${company.name})` : kind,
      }),
  }
  const by = securedBy({ guarantee, heldMinor, holdsMinor })
  const lacks = depositMinor !== null && depositMinor > heldMinor
  return (
    <>
      {by.map((one) => (
        <div key={one}>
          <Mark of="yes" /> {words[one]()}
        </div>
      ))}
      {by.length === 0 && (
        <div>
          <Mark of="warning" /> {t('stay.guarantee.by.nothing')}
        </div>
      )}
      {lacks && (
        <div className="k-quiet">
          {t('stay.guarantee.asked', { amount: amount(depositMinor - Math.max(0, heldMinor)) })}
        </div>
      )}
    </>
  )
}

/** The drawer in which it is taken; what it suggests comes from the chart. */
export function Money({ doing, booking, review, onClose }: Props & { doing: string; onClose: () => void }) {
  const chart = useChart()
  const of = { bookingId: booking.id }
  if (doing === 'guarantee') return <GuaranteeDrawer booking={booking} onClose={onClose} />
  if (!chart.view) return null
  if (doing === 'deposit')
    return (
      <TakeDepositDrawer of={of} kind="key" heldMinor={review.heldMinor} chart={chart} onClose={onClose} />
    )
  if (doing === 'hold')
    return <TakeHoldDrawer of={of} heldMinor={review.holdsMinor} chart={chart} onClose={onClose} />
  return null
}
