import { useWords } from '#renderer/base/language.ts'
import { countryName } from '#renderer/parts/guest/words.ts'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'

type Row = OutputOf<'segment.members'>['rows'][number]

/** Saves the guests who meet a rule as a file. */
export function useDownload(name: string) {
  const { t, locale } = useWords()
  const file = useListFile('segment.members')
  const run = (rule: Rule) =>
    file.run({
      name,
      input: { rule },
      heads: [
        t('segment.csv.id'),
        t('segment.column.guest'),
        t('segment.csv.latin'),
        t('guest.column.nationality'),
        t('guest.column.tier'),
        t('insightFact.name.stays'),
        t('segment.column.lastStay'),
        t('segment.csv.nextArrival'),
        t('guest.section.tags'),
      ],
      cells: (row) => cellsOf(row, locale),
    })
  return { ...file, run }
}

/** Names and stays; no telephone and no address: who needs these has the profile. */
function cellsOf(row: Row, locale: string): string[] {
  const nation = row.nationality === '' ? '' : countryName(row.nationality, locale)
  return [
    String(row.id),
    row.name,
    row.latinName,
    nation,
    row.tier ?? '',
    String(row.stays),
    row.lastStay ?? '',
    row.nextArrival ?? '',
    row.tags.join('; '),
  ]
}
