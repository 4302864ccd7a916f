import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { type Currency, minorDigits } from '#shared/values/index.ts'
import { planPrice } from '../use-house.ts'
import { nameOf, type RatePlan, type RoomType } from '../words.ts'

type Props = {
  types: readonly RoomType[]
  plans: readonly RatePlan[]
  /** Left to sell over the whole stay, by type; absent while the dates are none. */
  left: ReadonlyMap<number, number>
  roomTypeId: number | null
  ratePlanId: number | null
  onChoose: (roomTypeId: number, ratePlanId: number) => void
  /** Enter: this type and plan it is. */
  onTaken: () => void
}

/** Types down, plans across: what is left and what a night costs; arrow keys choose type and plan at once. */
export function PriceGrid({ types, plans, left, roomTypeId, ratePlanId, onChoose, onTaken }: Props) {
  const { t, language, locale } = useWords()
  const id = useId()
  const { currency } = useHotel()
  const active = useRef<HTMLDivElement>(null)
  useEffect(() => {
    active.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const unit = 10 ** minorDigits(currency as Currency)
  const whole = types.every((type) => plans.every((plan) => (planPrice(plan, type) ?? 0) % unit === 0))
  const price = (minor: number | null) => {
    if (minor === null) return '—'
    return whole ? formatNumber(minor / unit, locale) : formatMoney(minor, currency, locale)
  }
  const row = types.findIndex((type) => type.id === roomTypeId)
  const column = plans.findIndex((plan) => plan.id === ratePlanId)
  const choose = (at: number, across: number) => {
    const type = types[Math.max(0, Math.min(types.length - 1, at))]
    const plan = plans[Math.max(0, Math.min(plans.length - 1, across))]
    if (type && plan) onChoose(type.id, plan.id)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && !(event.ctrlKey || event.altKey || event.metaKey)) {
      event.preventDefault()
      choose(row, column)
      return onTaken()
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    choose(row + step[0], column + step[1])
  }
  if (types.length === 0 || plans.length === 0) return null
  // The type keeps one width, beside which the rest scrolls
  const tracks = `var(--k-prices-type) max-content repeat(${plans.length}, minmax(max-content, 1fr))`
  return (
    <>
      <div
        ref={active}
        role="grid"
        className="k-prices"
        style={{ gridTemplateColumns: tracks }}
        tabIndex={0}
        aria-label={t('booking.new.grid')}
        aria-activedescendant={row >= 0 && column >= 0 ? `${id}-${row}-${column}` : undefined}
        onKeyDown={press}
      >
        <div role="row" className="k-prices-head">
          <span role="columnheader">{t('booking.new.type')}</span>
          <span role="columnheader" className="k-num">
            {t('booking.change.left')}
          </span>
          {plans.map((plan) => (
            <span key={plan.id} role="columnheader" className="k-num k-code" title={nameOf(plan, language)}>
              {plan.code}
            </span>
          ))}
        </div>
        {types.map((type, at) => {
          const free = left.get(type.id)
          const gone = free !== undefined && free <= 0
          return (
            <div role="row" key={type.id} className={gone ? 'k-bk-gone' : ''}>
              <span role="rowheader" className="k-cut" title={nameOf(type, language)}>
                <span className="k-code">{type.code}</span> {nameOf(type, language)}
              </span>
              <span role="gridcell" className={`k-num${gone ? ' k-wrong' : ''}`}>
                {free === undefined ? '—' : gone ? t('booking.new.soldOut') : formatNumber(free, locale)}
              </span>
              {plans.map((plan, across) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys, as one stop of Tab
                <span
                  key={plan.id}
                  id={`${id}-${at}-${across}`}
                  role="gridcell"
                  tabIndex={-1}
                  aria-selected={at === row && across === column}
                  className="k-num"
                  onClick={() => choose(at, across)}
                >
                  {price(planPrice(plan, type))}
                </span>
              ))}
            </div>
          )
        })}
      </div>
      <MorePlans key={plans.length} grid={active} />
    </>
  )
}

/** How many plans lie outside of what is seen, and the keys that lead there: a price that is not seen is not offered. */
function MorePlans({ grid }: { grid: RefObject<HTMLDivElement | null> }) {
  const { t } = useWords()
  const [hidden, setHidden] = useState(0)
  useEffect(() => {
    const box = grid.current
    if (!box) return
    const heads = [...box.querySelectorAll<HTMLElement>('[role="columnheader"]')]
    const [type, , ...plans] = heads
    const count = () => {
      const from = type?.getBoundingClientRect().right ?? 0
      const to = box.getBoundingClientRect().right
      const seen = plans.filter((plan) => {
        const { left, right } = plan.getBoundingClientRect()
        return left >= from - 1 && right <= to + 1
      })
      setHidden(plans.length - seen.length)
    }
    const observer = new ResizeObserver(count)
    for (const each of [box, ...heads]) observer.observe(each)
    box.addEventListener('scroll', count)
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', count)
    }
  }, [grid])
  if (hidden === 0) return null
  return (
    <p className="k-prices-more k-quiet">
      {t('booking.new.plansHidden', { count: hidden })} <KeyHint keys="←" /> <KeyHint keys="→" />
    </p>
  )
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
