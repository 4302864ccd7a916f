import { Worker } from 'node:worker_threads'
import type { Invoice } from '@e-invoice-eu/core'
import { type EInvoiceCode, eInvoiceOf } from '#shared/domain/folio/e-invoice.ts'
import type { PaperContent } from '#shared/domain/folio/paper.ts'
import { ok, type Result } from '#shared/values/index.ts'
import { threadFile } from '../../jobs/public.ts'
import { eInvoiceData } from './e-invoice-data.ts'

export type EInvoiceAsked = { data: Invoice; pdf: Uint8Array; language: string }

/**
 * The printed PDF with the invoice's data in it (Factur-X / ZUGFeRD, profile EN 16931). Refuses what the standard can't be without;
 * data that the library's schema refuses are a defect and thrown.
 */
export async function withEInvoice(
  content: PaperContent,
  pdf: Uint8Array,
): Promise<Result<Uint8Array, EInvoiceCode>> {
  const invoice = eInvoiceOf(content)
  if (!invoice.ok) return invoice
  const data = eInvoiceData(content, invoice.value)
  return ok(await inThread({ data, pdf, language: content.language }))
}

function inThread(asked: EInvoiceAsked): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(import.meta.url, 'e-invoice-worker'), { workerData: asked })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread of an invoice's data ended with ${code}`)))
  })
}
