import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import type { BookingId } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'

/** Posts room and tax of nights that have begun: all that are due, or those that are ticked. */
export function RoomDrawer({ folio, onClose }: ActProps) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const [without, setWithout] = useState<readonly string[]>([])
  const command = useCommand('folio.postRoom')
  const chosen = folio.dueNights.filter(({ night }) => !without.includes(night))
  const run = async () => {
    const reply = await command.run({
      bookingId: folio.bookingId as BookingId,
      nights: chosen.map(({ night }) => night),
      businessDate,
    })
    if (reply.ok) onClose()
  }
  return (
    <ActDrawer
      title={t('folioScreen.room.title')}
      onClose={onClose}
      submit={t('folioScreen.room.submit', { count: chosen.length })}
      run={run}
      ready={chosen.length > 0}
      command={command}
    >
      <ul className="fo-nights">
        {folio.dueNights.map(({ night, rateMinor }, at) => (
          <li key={night}>
            <label className="fo-tick">
              <input
                type="checkbox"
                // biome-ignore lint/a11y/noAutofocus: where the clerk goes on
                autoFocus={at === 0}
                checked={!without.includes(night)}
                onChange={(event) =>
                  setWithout(
                    event.target.checked ? without.filter((one) => one !== night) : [...without, night],
                  )
                }
              />{' '}
              {formatDate(night, locale)}
            </label>
            <MoneyText minor={rateMinor} />
          </li>
        ))}
      </ul>
      <p className="k-quiet">{t('folioScreen.room.note')}</p>
      <Effect
        rows={[
          {
            name: t('folioScreen.room.rates'),
            after: chosen.reduce((sum, { rateMinor }) => sum + rateMinor, 0),
          },
        ]}
      />
    </ActDrawer>
  )
}
