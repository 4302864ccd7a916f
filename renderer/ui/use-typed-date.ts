import { useState } from 'react'
import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { type BusinessDate, dayFrom, isBusinessDate } from '#shared/values/business-date.ts'
import { formatDate } from './format.ts'
import { type DateKind, dateOrder, typedDate } from './typed-date.ts'

type Props = {
  value: string
  onChange: (value: string) => void
  kind: DateKind
  base: BusinessDate | undefined
}

/** What a date field holds: the text that is being typed, or its value as the screen writes dates. */
export function useTypedDate({ value, onChange, kind, base }: Props) {
  const { locale } = useWords()
  const hotel = useHotelMaybe()
  const today = hotel?.businessDate
  const [typed, setTyped] = useState<string | null>(null)
  const order = dateOrder(locale, hotel?.country)
  const read = (text: string) =>
    isBusinessDate(text) ? text : today ? typedDate(text, { kind, today, base: base ?? today, order }) : null
  const known = isBusinessDate(value)
  const shown = known ? formatDate(value, locale, 'plain') : value
  // Somebody else may set the value while one types: the text is then no longer what the field holds
  const typing = typed !== null && (read(typed) ?? typed) === value
  const text = typing ? typed : shown
  return {
    text,
    typing,
    order,
    /** The day that is meant; null while the text is none. */
    day: known ? (value as BusinessDate) : null,
    wrong: !typing && value.trim() !== '' && !known,
    /** Told at each key, so that the effect is seen before Enter and nothing typed is passed over. */
    type: (next: string) => {
      setTyped(next)
      onChange(read(next) ?? next)
    },
    leave: () => setTyped(null),
    step: (days: number) => {
      const from = base ?? today
      const next = known ? dayFrom(value as BusinessDate, days) : from
      setTyped(null)
      if (next) onChange(next)
    },
    choose: (date: string) => {
      setTyped(null)
      onChange(date)
    },
  }
}
