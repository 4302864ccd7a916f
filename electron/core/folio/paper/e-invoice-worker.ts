import { parentPort, workerData } from 'node:worker_threads'
import { type Invoice, InvoiceService, invoiceSchema } from '@e-invoice-eu/core'
import { stepBack } from '../../jobs/public.ts'
import type { EInvoiceAsked } from './e-invoice-in-thread.ts'

// The thread in which an invoice's data are written and put into its PDF: the library takes a second to begin
const { data, pdf, language } = workerData as EInvoiceAsked
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined }

type Loose = { properties?: Record<string, Loose>; items?: Loose; type?: string }

/**
 * Lets the library find the invoice that a credit note takes back. Version 2.3.4 reads its number one step higher than its own
 * schema has it (gflohr/e-invoice-eu, issue 455), so that the schema gets it there too. Its date it would write in a form that the
 * schema of Factur-X refuses: the date may be left out where numbers are unique (BT-26), and is in the note.
 */
function allowReference(): void {
  const schema = invoiceSchema as unknown as Loose
  const reference = schema.properties?.['ubl:Invoice']?.properties?.['cac:BillingReference']?.items
  if (!reference) return
  reference.properties = { ...reference.properties, 'cbc:ID': { type: 'string' } }
}

function withReference(invoice: Invoice): Invoice {
  for (const reference of invoice['ubl:Invoice']['cac:BillingReference'] ?? [])
    Object.assign(reference, { 'cbc:ID': reference['cac:InvoiceDocumentReference']['cbc:ID'] })
  return invoice
}

async function make(): Promise<Uint8Array> {
  const made = await new InvoiceService(silent).generate(withReference(data), {
    format: 'Factur-X-EN16931',
    lang: language,
    pdf: { buffer: pdf, filename: 'invoice.pdf', mimetype: 'application/pdf' },
    noWarnings: true,
  })
  return typeof made === 'string' ? new TextEncoder().encode(made) : made
}

stepBack()
allowReference()
void make().then((bytes) => parentPort?.postMessage(bytes, []))
