import { useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { csvFileHead, csvLine } from '#renderer/ui/csv.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { type LeavingRow, reasonWords } from './reason.ts'

type Asked = Omit<InputOf<'leaving.list'>, 'after' | 'limit'>

/** Collects the list, as it is narrowed, into a CSV file. */
export function useDownload(asked: Asked) {
  const { t, language, locale } = useWords()
  const { currency, businessDate } = useHotel()
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState<FailedReply | null>(null)
  const heads = [
    'guestId',
    'name',
    'level',
    'atRisk',
    'reason',
    'days',
    'interval',
    'alive',
    'expected',
    'owner',
  ] as const
  const line = (row: LeavingRow) => {
    const { warning } = row
    return csvLine([
      String(row.guestId),
      nameText(row, language, t),
      warning ? t(`leaving.level.${warning.level}`) : '',
      warning ? formatMoney(warning.atRiskMinor, currency, 'en') : '',
      reasonWords(row, t, locale),
      warning ? String(warning.daysSince) : '',
      warning ? warning.ownInterval.toFixed(1) : '',
      warning?.pAlive == null ? '' : warning.pAlive.toFixed(3),
      warning?.expectedMinor == null ? '' : formatMoney(warning.expectedMinor, currency, 'en'),
      row.case?.owner?.name ?? '',
    ])
  }
  const download = async () => {
    if (pending) return
    setPending(true)
    setFailed(null)
    let content = csvFileHead(heads.map((head) => t(`leaving.csv.${head}`)))
    let after: string | null = null
    try {
      do {
        const input: InputOf<'leaving.list'> = { ...asked, limit: 200, ...(after ? { after } : {}) }
        const reply = await theClient().call('leaving.list', input)
        if (!reply.ok) return setFailed(reply as FailedReply)
        for (const row of reply.output.rows) content += line(row)
        after = reply.output.next
      } while (after !== null)
      const blob = new Blob([content], { type: 'text/csv' })
      await thePlatform().saveFile(`${t('leaving.csv.file')}-${businessDate}.csv`, blob)
    } finally {
      setPending(false)
    }
  }
  return { download: () => void download(), pending, failed }
}
