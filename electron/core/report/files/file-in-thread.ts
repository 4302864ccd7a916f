import { Worker } from 'node:worker_threads'
import type { PageSize } from '#shared/domain/folio/paper-size.ts'
import type { ReportFormat } from '#shared/domain/report/formats.ts'
import type { Shown } from '#shared/i18n/file-text.ts'
import type { Language } from '#shared/i18n/types.ts'
import { threadFile } from '../../jobs/public.ts'

export type FileAsked = {
  shown: Shown
  format: ReportFormat
  language: Language
  timeZone: string
  paper: PageSize
}

/** A report's file under the name that it is offered by. */
export type FileMade = { name: string; bytes: Uint8Array }

/** How often it is noticed that nobody wants the file any more, in milliseconds. */
const lookMs = 100

/**
 * Makes the file in a thread of its own: a workbook of a year by day takes longer than a desk waits. Of a PDF, the page that it is
 * printed from. Null when it was cancelled.
 */
export function fileInThread(
  asked: FileAsked,
  job: { readonly cancelled: boolean },
): Promise<FileMade | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(import.meta.url, 'report-file-worker'), { workerData: asked })
    let made: FileMade | null = null
    const watch = setInterval(() => {
      if (job.cancelled) void worker.terminate()
    }, lookMs)
    worker.on('message', (message: FileMade) => {
      made = message
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      clearInterval(watch)
      if (job.cancelled) resolve(null)
      else if (made) resolve(made)
      else reject(new Error(`the thread that makes a report's file ended with ${code}`))
    })
  })
}
