import { Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import {
  addDays,
  type BusinessDate,
  businessDateInZone,
  isBusinessDate,
} from '#shared/values/business-date.ts'
import { isMoment } from '#shared/values/moment.ts'
import { DayChoice } from './DayChoice.tsx'
import { clockInZone, momentInZone, typedTime } from './moment-in-zone.ts'

type Props = {
  id?: string
  label: string
  /** A word of `words`, a business date, whose end is meant, or a moment. */
  value: string
  /** What can be chosen without a date, with its words. */
  words: readonly { value: string; label: ReactNode }[]
  onChoose: (value: string) => void
}

/** A moment to look from or since: a word, the end of a day, or a time of a day. */
export function MomentChoice({ id, label, value, words, onChoose }: Props) {
  const { t } = useWords()
  const { businessDate, timeZone } = useHotel()
  const day = isBusinessDate(value) ? value : isMoment(value) ? dayOf(value, timeZone) : null
  const way = day === null ? value : isMoment(value) ? 'moment' : 'day'
  const choose = (next: string) => {
    const from = day ?? addDays(businessDate, -1)
    if (next === 'day') onChoose(from)
    else if (next === 'moment') onChoose(momentInZone(from, { hour: 12, minute: 0 }, timeZone))
    else onChoose(next)
  }
  return (
    <span className="rp-moment">
      <Select
        {...(id ? { id } : {})}
        aria-label={label}
        className="rp-choice"
        popupMatchSelectWidth={false}
        value={way}
        options={[
          ...words,
          { value: 'day', label: t('reportScreen.endOfDay') },
          { value: 'moment', label: t('reportScreen.moment') },
        ]}
        onChange={choose}
      />
      {day !== null && (
        <DayChoice
          label={`${label}: ${t('reportScreen.date')}`}
          kind="past"
          value={day}
          onChoose={(next) =>
            onChoose(
              isMoment(value) ? momentInZone(next as BusinessDate, timeOf(value, timeZone), timeZone) : next,
            )
          }
        />
      )}
      {day !== null && isMoment(value) && (
        <Clock
          label={`${label}: ${t('reportScreen.time')}`}
          time={clockInZone(Date.parse(value), timeZone)}
          onChoose={(time) => onChoose(momentInZone(day, time, timeZone))}
        />
      )}
    </span>
  )
}

type ClockProps = { label: string; time: string; onChoose: (time: { hour: number; minute: number }) => void }

function Clock({ label, time, onChoose }: ClockProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const read = typedTime(typed ?? time)
  const take = () => {
    const isNew = read !== null && typed !== null && typed !== time
    if (isNew) onChoose(read)
    if (read !== null) setTyped(null)
    return isNew
  }
  return (
    <Input
      className="rp-clock"
      aria-label={label}
      value={typed ?? time}
      {...(read ? {} : { status: 'error' as const, title: t('reportScreen.timeWrong') })}
      aria-invalid={read === null}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      // The Enter that takes a time does not also save the form that it is in
      onPressEnter={(event) => take() && event.preventDefault()}
    />
  )
}

function dayOf(moment: string, timeZone: string): BusinessDate {
  return businessDateInZone(Date.parse(moment), timeZone)
}

function timeOf(moment: string, timeZone: string): { hour: number; minute: number } {
  return typedTime(clockInZone(Date.parse(moment), timeZone)) ?? { hour: 0, minute: 0 }
}
