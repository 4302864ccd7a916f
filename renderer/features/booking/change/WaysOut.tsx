import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { EffectLine } from '#renderer/parts/booking/EffectLine.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { StayText } from '#renderer/ui/DateText.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { nightsBetween } from '#shared/values/index.ts'
import { useHouse } from '../use-house.ts'
import { type Booking, doneWords, nameOf } from '../words.ts'

type Found = OutputOf<'booking.findWays'>
type Way = Found['ways'][number]
type Props = {
  booking: Booking
  change: InputOf<'booking.findWays'>['change']
  reason: string
  /** False while something came back that was neither kept nor dropped: nothing is done then. */
  ready: boolean
  /** Ends the drawer once a way was taken. */
  finish: () => Promise<void>
}

/** Who is in the way, and the ways out with what each does: its key, or a press, takes one. */
export function WaysOut({ booking, change, reason, ready, finish }: Props) {
  const { data } = useQuery('booking.findWays', { id: booking.id, change })
  const take = useTake(booking, finish)
  if (!data || (data.holders.length === 0 && data.ways.length === 0)) return null
  const ask = (way: Way) => {
    const lacks = way.effects.some(({ effect }) => effect.reasonFor !== null) && reason.trim() === ''
    if (lacks) document.querySelector<HTMLElement>('.ant-drawer-body textarea[aria-required]')?.focus()
    else if (ready && !take.pending) void take.run(way, reason.trim())
  }
  return (
    <div className="k-bk-ways-out">
      <Holders holders={data.holders} />
      <WayList ways={data.ways} onTake={ask} />
      {take.trouble && (
        <p className="k-trouble-line" role="alert">
          {take.trouble}
        </p>
      )}
    </div>
  )
}

function useTake(booking: Booking, finish: () => Promise<void>) {
  const together = useCommand('booking.changeTogether', {
    done: (language) => doneWords(language, 'booking.changeTogether', booking.confirmationNo, booking.guest),
    finish,
  })
  const wait = useCommand('booking.create', {
    done: (language, made) => doneWords(language, 'booking.create', made.confirmationNo, booking.guest),
    finish,
  })
  return {
    pending: together.pending || wait.pending,
    trouble: together.trouble ?? wait.trouble,
    run: async ({ create, changes }: Way, reason: string) => {
      if (create) await wait.run(create)
      else await together.run({ changes, ...(reason === '' ? {} : { reason }) })
    },
  }
}

/** Whom the room is promised to: name, number and dates, with the way there. */
function Holders({ holders }: { holders: Found['holders'] }) {
  const { t } = useWords()
  return (
    <ul className="k-bk-holders">
      {holders.map((holder) => (
        <li key={holder.id}>
          <span className="k-quiet">{t('booking.ways.promised', { room: holder.roomNumber })}</span>
          <Link to={href(paths.booking, { id: holder.id })}>
            <GuestName of={holder} /> <span className="k-code">{holder.confirmationNo}</span>
          </Link>
          <StayText arrival={holder.arrival} departure={holder.departure} style="day" />
          <StatusMark state={holder.status} />
        </li>
      ))}
    </ul>
  )
}

function WayList({ ways, onTake }: { ways: readonly Way[]; onTake: (way: Way) => void }) {
  const { t } = useWords()
  const wayText = useWayText()
  useChoiceKeys(ways, 'booking.key.way', onTake)
  return (
    <ol className="k-bk-way-list">
      {ways.map((way, at) => (
        <li key={`${way.kind}${way.arrival}${way.roomTypeId}`}>
          <button type="button" className="k-chip" onClick={() => onTake(way)}>
            {wayText(way)} <KeyHint keys={choiceKey(at)} />
          </button>
          <ul>
            {way.effects.map(({ effect, ...named }) => (
              <li key={named.confirmationNo}>
                {way.effects.length > 1 && <Whose named={named} />}
                <EffectLine effect={effect} />
              </li>
            ))}
          </ul>
          {reasonOf(way) && (
            <p className="k-quiet">{t(`booking.refusal.REASON_NEEDED.${reasonOf(way) ?? 'move'}`)}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

function Whose({ named }: { named: Omit<Way['effects'][number], 'effect'> }) {
  return (
    <span className="k-bk-whose">
      <GuestName of={named} /> <span className="k-code">{named.confirmationNo}</span>
    </span>
  )
}

function reasonOf({ effects }: Way) {
  return effects.find(({ effect }) => effect.reasonFor !== null)?.effect.reasonFor ?? null
}

/** What a way is, in a few words. */
function useWayText(): (way: Way) => string {
  const { t, language, locale } = useWords()
  const house = useHouse()
  const day = (date: Way['arrival']) => formatDate(date, locale, 'day')
  return (way) => {
    const { room, effects, arrival, departure } = way
    const type = house.typeOf(way.roomTypeId ?? 0)
    const roomType = [type?.code, nameOf(type, language)].filter(Boolean).join(' ')
    switch (way.kind) {
      case 'move-other':
        return t('booking.ways.moveOther', {
          room: room ?? '',
          guest: effects[0] ? nameText(effects[0], language, t) : '',
        })
      case 'move-this':
        return t('booking.ways.moveThis', { room: room ?? '', from: day(movedFrom(way) ?? arrival) })
      case 'other-type':
        return room
          ? t('booking.ways.otherTypeRoom', { roomType, room })
          : t('booking.ways.otherType', { roomType })
      case 'other-dates':
        return t('booking.ways.otherDates', { arrival: day(arrival), departure: day(departure) })
      case 'waitlist':
        return t('booking.ways.waitlist', { from: day(arrival), nights: nightsText(way, t), roomType })
    }
  }
}

function nightsText({ arrival, departure }: Way, t: T): string {
  return t('common.nights', { count: nightsBetween(arrival, departure) })
}

function movedFrom({ changes }: Way): Way['arrival'] | undefined {
  const step = changes.at(-1)?.steps.find((one) => one.kind === 'room')
  return step?.kind === 'room' ? step.from : undefined
}
