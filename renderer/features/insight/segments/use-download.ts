import { useState } from 'react'
import { type ClientReply, theClient } from '#renderer/api/client.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { countryName } from '#renderer/parts/guest/words.ts'
import { csvFileHead, csvLine } from '#renderer/ui/csv.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'

const pageRows = 200

/** Saves the guests who meet a rule as a file. */
export function useDownload(name: string) {
  const { t, language, locale } = useWords()
  const [running, setRunning] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const run = async (rule: Rule) => {
    if (running) return
    setRunning(true)
    const found = await collect(rule, t, locale, (done) =>
      setNote(t('segment.collecting', { count: done, shown: formatNumber(done, locale) })),
    )
    if ('lines' in found) {
      const file = fileName(name)
      const content = new Blob(found.lines, { type: 'text/csv;charset=utf-8' })
      setNote((await thePlatform().saveFile(file, content)) ? t('segment.saved', { file }) : null)
    } else setNote(sentenceOf(found, language, 'segment.members'))
    setRunning(false)
  }
  return { run, running, note }
}

type Row = OutputOf<'segment.members'>['rows'][number]

async function collect(
  rule: Rule,
  t: T,
  locale: string,
  told: (done: number) => void,
): Promise<{ lines: string[] } | FailedReply> {
  const lines = [
    csvFileHead([
      t('segment.csv.id'),
      t('segment.column.guest'),
      t('segment.csv.latin'),
      t('guest.column.nationality'),
      t('guest.column.tier'),
      t('insightFact.name.stays'),
      t('segment.column.lastStay'),
      t('segment.csv.nextArrival'),
      t('guest.section.tags'),
    ]),
  ]
  let after: string | null = null
  do {
    const input: InputOf<'segment.members'> = { rule, limit: pageRows, ...(after === null ? {} : { after }) }
    const reply: ClientReply<'segment.members'> = await theClient().call('segment.members', input)
    if (!reply.ok) return reply as FailedReply
    lines.push(...reply.output.rows.map((row) => lineOf(row, locale)))
    after = reply.output.next
    told(lines.length - 1)
  } while (after !== null)
  return { lines }
}

/** Names and stays; no telephone and no address: who needs these has the profile. */
function lineOf(row: Row, locale: string): string {
  const nation = row.nationality === '' ? '' : countryName(row.nationality, locale)
  return csvLine([
    String(row.id),
    row.name,
    row.latinName,
    nation,
    row.tier ?? '',
    String(row.stays),
    row.lastStay ?? '',
    row.nextArrival ?? '',
    row.tags.join('; '),
  ])
}

function fileName(name: string): string {
  return `${name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'segment'}.csv`
}
