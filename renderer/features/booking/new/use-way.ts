import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { NewBooking } from './use-new-booking.ts'

/** Where the hands go next in the form: to what lacks, and when nothing does, to saving. */
export function useWay({ lacks, dayUse }: Pick<NewBooking, 'lacks' | 'dayUse'>) {
  const page = useRef<HTMLDivElement>(null)
  const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus()
  /** What was just chosen is drawn first, and all before the next key, which is already for the next field. */
  const drawn = (selector: string) => {
    flushSync(() => undefined)
    focus(selector)
  }
  const toLacking = () => {
    if (lacks === null) return false
    focus(places[lacks])
    return true
  }
  return {
    page,
    toStay: () => drawn('.k-bk-stay-fields input'),
    toPrices: () => focus('.k-prices'),
    toLacking,
    /** After type and plan are chosen: what lacks, the ways out where it is sold out, or saving. */
    onward: () => {
      if (toLacking()) return
      if (dayUse) return focus('.k-bk-hours input')
      focus(page.current?.querySelector('.k-bk-out button') ? '.k-bk-out button' : '.k-bk-save .ant-btn')
    },
  }
}

const places: Readonly<Record<NonNullable<NewBooking['lacks']>, string>> = {
  guest: '.k-picker input',
  dates: '.k-bk-stay-fields input',
  type: '.k-prices',
  rate: '.k-money',
  hours: '.k-bk-hours [aria-invalid="true"]',
  company: '[data-account="company"] input',
  agency: '[data-account="agency"] input',
  reason: '[data-lines="one"]',
  arrival: '[aria-invalid="true"]',
}
