import { parentPort, workerData } from 'node:worker_threads'
import { reportFileName } from '#shared/domain/report/file-name.ts'
import { wordShown } from '#shared/i18n/file-text.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { stepBack } from '../../jobs/public.ts'
import { csvOf } from './csv.ts'
import type { FileAsked, FileMade } from './file-in-thread.ts'
import { htmlOf } from './html.ts'
import { jsonOf } from './json.ts'
import { xlsxOf } from './xlsx.ts'

// The thread in which a report is worded and its file made; a PDF is printed from the page that comes of it.
const asked = workerData as FileAsked

async function make({ shown, format, language, timeZone, paper }: FileAsked): Promise<FileMade> {
  const { result, worded } = wordShown(shown, language, { locale: localeOf(language), timeZone })
  const name = reportFileName(worded.title, result, format)
  const encode = (text: string) => ({ name, bytes: new TextEncoder().encode(text) })
  if (format === 'json') return encode(jsonOf(result, worded))
  if (format === 'csv') return encode(csvOf(worded))
  if (format === 'xlsx')
    return { name, bytes: await xlsxOf({ worded, timeZone, made: result.asOf.moment, paper }) }
  return encode(htmlOf(worded, paper))
}

stepBack()
void make(asked).then((made) => parentPort?.postMessage(made, [made.bytes.buffer as ArrayBuffer]))
