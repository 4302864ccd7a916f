import { useState } from 'react'
import { type ClientReply, theClient } from '#renderer/api/client.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import type { ListName, RowOf } from '#renderer/api/use-list.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { csvFileHead, csvLine } from '#shared/domain/text/csv.ts'

const pageRows = 200

type ListFile<N extends ListName> = {
  /** Without an ending. */
  name: string
  input: Omit<InputOf<N>, 'after' | 'limit'>
  heads: readonly string[]
  cells: (row: RowOf<N>) => readonly string[]
}

type RowsFile<R> = {
  /** Without an ending. */
  name: string
  rows: readonly R[]
  heads: readonly string[]
  cells: (row: R) => readonly string[]
}

/** Saves rows that are all there as a file for spreadsheets; `note` says where. */
export function useRowsFile() {
  const { t } = useWords()
  const [note, setNote] = useState<string | null>(null)
  const save = async <R>({ name, rows, heads, cells }: RowsFile<R>) => {
    const file = await saveCsv(
      name,
      heads,
      rows.map((row) => csvLine(cells(row))),
    )
    if (file !== null) setNote(t('insight.file.saved', { file }))
  }
  return { run: <R>(file: RowsFile<R>) => void save(file), note }
}

/** Hands lines to the platform; the file's name, null where it was not saved. */
async function saveCsv(name: string, heads: readonly string[], lines: string[]): Promise<string | null> {
  const file = `${name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'list'}.csv`
  const content = new Blob([csvFileHead(heads), ...lines], { type: 'text/csv;charset=utf-8' })
  return (await thePlatform().saveFile(file, content)) ? file : null
}

/** Saves a whole list as a file for spreadsheets, page by page; `note` says how far it is and where it was saved. */
export function useListFile<N extends ListName>(operation: N) {
  const { t, language, locale } = useWords()
  const [running, setRunning] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const run = async ({ name, input, heads, cells }: ListFile<N>) => {
    if (running) return
    setRunning(true)
    const told = (count: number) =>
      setNote(t('insight.file.collecting', { count, shown: formatNumber(count, locale) }))
    const found = await collect<N>(operation, input, cells, told)
    if ('lines' in found) {
      const file = await saveCsv(name, heads, found.lines)
      setNote(file === null ? null : t('insight.file.saved', { file }))
    } else setNote(sentenceOf(found, language, operation))
    setRunning(false)
  }
  return { run: (file: ListFile<N>) => void run(file), running, note }
}

async function collect<N extends ListName>(
  operation: N,
  input: Omit<InputOf<N>, 'after' | 'limit'>,
  cells: (row: RowOf<N>) => readonly string[],
  told: (count: number) => void,
): Promise<{ lines: string[] } | FailedReply> {
  const lines: string[] = []
  let after: string | null = null
  do {
    const page = { ...input, limit: pageRows, ...(after === null ? {} : { after }) } as unknown as InputOf<N>
    const reply = (await theClient().call(operation, page)) as ClientReply<N>
    if (!reply.ok) return reply as FailedReply
    const output = reply.output as OutputOf<N> & { rows: RowOf<N>[]; next: string | null }
    lines.push(...output.rows.map((row) => csvLine(cells(row))))
    after = output.next
    told(lines.length)
  } while (after !== null)
  return { lines }
}
