import { type ReactNode, useCallback, useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { useNextWords } from '../insight/next-words.ts'
import { tellable, useChangeValues } from './change-values.tsx'
import type { Change } from './describe-change.ts'
import { exploreFieldText } from './explore-text.ts'
import { importLines } from './import-text.ts'
import { offerText, settingLines } from './insight-text.ts'
import { logText, type Reader, readable } from './log-text.ts'
import { programmeLines } from './programme-text.ts'
import { segmentText } from './segment-text.ts'

/** A row as it is read: what came to be without its empty fields, a booking as in its own story. */
export function shown(change: Change): Change {
  const ofStay = change.entity === 'booking' || change.entity === 'request'
  return ofStay ? (tellable([change])[0] ?? change) : readable(change)
}

/** Words for what is in a row of any kind. */
export function useLogValues(): (entity: string, field: string, value: unknown, change: Change) => ReactNode {
  const stayValue = useChangeValues()
  const reader = useReader()
  const { itemText } = useNextWords()
  const programmes = useQuery('loyalty.listProgrammes', {}).data
  return useCallback(
    (entity, field, value, change) => {
      const ofStay = ['guestId', 'bookerId', 'roomTypeId', 'roomId'].includes(field)
      if (ofStay || entity === 'booking' || entity === 'request')
        return stayValue(entity, field, value, change)
      if (field === 'housekeeping' && typeof value === 'string') return <StatusMark state={value} />
      const ofSegment = segmentText(entity, field, value, reader)
      if (ofSegment !== null) return ofSegment
      const ofExplore = exploreFieldText(entity, field, value, reader)
      if (ofExplore !== null) return ofExplore
      if (field === 'owner' && typeof value === 'string') return change.names[`user:${value}`] ?? value
      const ofOffer = entity === 'offer' ? offerText(field, value, itemText, reader) : null
      if (ofOffer !== null) return ofOffer
      const counted = entity === 'import-batch' && importLines(field, value, reader)
      if (counted) return <Lines lines={counted} />
      if (entity === 'insight-setting' && field === 'parameters')
        return <Lines lines={settingLines(value, otherSide('parameters', value, change), reader)} />
      if (field === 'parameters') return <Programme value={value} change={change} reader={reader} />
      if (field === 'programmeId') {
        const programme = programmes?.find(({ id }) => id === value)
        return programme ? inLanguage(programme, reader.language) : '—'
      }
      if (field === 'prices' && typeof value === 'object' && value !== null)
        return (
          <Prices
            prices={value as Record<string, number | null>}
            typeOf={(id) => stayValue('', 'roomTypeId', id, change)}
          />
        )
      return logText(field, value, reader)
    },
    [stayValue, programmes, reader, itemText],
  )
}

function useReader(): Reader {
  const { t, language, locale } = useWords()
  const { currency, timeZone } = useHotel()
  const tiers = useQuery('guest.filters', {}).data?.tiers
  return useMemo(() => {
    const names = new Map(tiers?.map((tier) => [tier.code, inLanguage(tier, language)]))
    const tierName = (code: string) => names.get(code) ?? code
    return { t, language, locale, currency, timeZone, tierName }
  }, [t, language, locale, currency, timeZone, tiers])
}

/** A programme's parameters a line each; of a change only those that differ. */
function Programme({ value, change, reader }: { value: unknown; change: Change; reader: Reader }) {
  return <Lines lines={programmeLines(value, otherSide('parameters', value, change), reader)} />
}

/** What a field was before or became after the value given. */
function otherSide(field: string, value: unknown, { before, after }: Change): unknown {
  return value === before?.[field] ? after?.[field] : before?.[field]
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <span className="k-change-lines">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}

type PricesProps = { prices: Record<string, number | null>; typeOf: (id: number) => ReactNode }

/** A plan's prices by room type. */
function Prices({ prices, typeOf }: PricesProps) {
  return Object.entries(prices).map(([id, minor], index) => (
    <span key={id}>
      {index > 0 && ' · '}
      <span className="k-code">{typeOf(Number(id))}</span>{' '}
      {minor === null ? '—' : <MoneyText minor={minor} />}
    </span>
  ))
}
