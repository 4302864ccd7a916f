import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyCountField } from '#renderer/parts/stay/KeyCountField.tsx'
import { formatLocal } from '#renderer/ui/format.ts'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { BookingId } from '#shared/values/index.ts'

type Props = {
  bookingId: BookingId
  room: string
  /** Made at once, as asked at check-in; null: the clerk is asked how many. */
  now: number | null
  onClose: () => void
}

/** Keys for a room on this desk's encoder. Where it stops, what was made is said, and the desk goes on without it. */
export function KeysDrawer({ bookingId, room, now, onClose }: Props) {
  const { t, locale } = useWords()
  const [keys, setKeys] = useState(now ?? 1)
  const [made, setMade] = useState<{ count: number; until: string } | null>(null)
  const encode = useCommand('device.encodeKeys')
  const { reply } = encode
  const stopped = reply?.ok ? reply.output.trouble : null
  const make = async (count: number) => {
    const answer = await encode.run({ bookingId, keys: count })
    // Asked again it is another key
    encode.ended()
    if (!answer.ok) return
    const { made: done, until, trouble } = answer.output
    setMade((before) => ({ count: (before?.count ?? 0) + done, until }))
    setKeys(trouble === null ? 1 : Math.max(1, count - done))
  }
  const first = useRef(now)
  useEffect(() => {
    const count = first.current
    first.current = null
    if (count !== null) void make(count)
  })
  const trouble = stopped ? t(`refusal.${stopped}`) : encode.trouble
  return (
    <SideDrawer
      open
      title={
        <>
          {t('device.keys.act')} <RoomNumber>{room}</RoomNumber>
        </>
      }
      onClose={onClose}
      submit={{
        label: t(stopped ? 'device.keys.more' : 'device.keys.make'),
        run: () => void make(keys),
        pending: encode.pending,
      }}
    >
      <KeyCountField keys={keys} onChange={setKeys} min={1} autoFocus />
      <div role="status">
        {encode.pending && <p>{t('device.keys.under', { count: keys })}</p>}
        {made && made.count > 0 && (
          <p>
            {t('device.keys.made', {
              count: made.count,
              room,
              until: formatLocal(made.until, locale),
            })}
          </p>
        )}
      </div>
      {trouble && !encode.pending && (
        <div role="alert">
          <p className="k-trouble-line">{trouble}</p>
          <p className="k-quiet">{t('device.keys.without')}</p>
        </div>
      )}
    </SideDrawer>
  )
}
