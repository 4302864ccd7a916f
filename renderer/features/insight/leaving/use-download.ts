import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { type LeavingRow, reasonWords } from './reason.ts'

type Asked = Omit<InputOf<'leaving.list'>, 'after' | 'limit'>

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

/** Collects the list, as it is narrowed, into a CSV file. */
export function useDownload(asked: Asked) {
  const { t, language, locale } = useWords()
  const { currency, businessDate } = useHotel()
  const file = useListFile('leaving.list')
  const cells = (row: LeavingRow) => {
    const { warning } = row
    return [
      String(row.guestId),
      nameText(row, language, t),
      warning ? t(`leaving.level.${warning.level}`) : '',
      warning ? formatMoney(warning.atRiskMinor, currency, 'en') : '',
      reasonWords({ warning: row.warning, lastStay: row }, t, locale),
      warning ? String(warning.daysSince) : '',
      warning ? warning.ownInterval.toFixed(1) : '',
      warning?.pAlive == null ? '' : warning.pAlive.toFixed(3),
      warning?.expectedMinor == null ? '' : formatMoney(warning.expectedMinor, currency, 'en'),
      row.case?.owner?.name ?? '',
    ]
  }
  const download = () =>
    file.run({
      name: `${t('leaving.csv.file')}-${businessDate}`,
      input: asked,
      heads: heads.map((head) => t(`leaving.csv.${head}`)),
      cells,
    })
  return { ...file, download }
}
