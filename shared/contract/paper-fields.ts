import { z } from 'zod'
import { deviceCodes, paperFormats } from '../domain/device/device.ts'
import { paymentMethods } from '../domain/folio/chart.ts'
import { paperKinds, paperLanguages, paperLineKinds, printKinds } from '../domain/folio/paper.ts'
import { paperSizes } from '../domain/folio/paper-size.ts'
import { taxRoundings } from '../domain/folio/settings.ts'
import type { FolioId, PaperId, PostingId } from '../values/index.ts'
import { businessDate, id, moment } from './fields.ts'
import { printRefusals } from './report-file-fields.ts'

const minor = z.number().int()

export const paperLanguage = z.enum(paperLanguages, { error: 'invalid.choice' })
/** On the printer of this desk, the answer has no content. */
export const paperFormat = z.enum(paperFormats, { error: 'invalid.choice' })
export const paperSize = z.enum(paperSizes, { error: 'invalid.choice' })

/** Why a paper is not made, or not printed by the desk’s printer. */
export const paperRefusals = [...printRefusals, ...deviceCodes] as const

const tax = z.strictObject({
  name: z.string(),
  rate: z.string(),
  baseMinor: minor,
  taxMinor: minor,
  vatCategory: z.string(),
})

const payment = z.strictObject({
  method: z.enum(paymentMethods),
  currency: z.string(),
  foreignMinor: minor.nullable(),
  rate: z.string().nullable(),
  tenderedMinor: minor.nullable(),
  changeMinor: minor.nullable(),
  brand: z.string(),
  lastFour: z.string(),
  reference: z.string(),
})

const party = {
  name: z.string(),
  address: z.string(),
  taxNo: z.string(),
  email: z.string(),
  country: z.string(),
}

/** All that is printed, as it was when the paper was issued. */
export const paperContent = z.strictObject({
  kind: z.enum(printKinds),
  label: z.string(),
  issuedOn: businessDate,
  issuedAt: z.string(),
  businessDate,
  currency: z.string(),
  language: z.enum(paperLanguages),
  reverses: z.strictObject({ label: z.string(), issuedOn: businessDate }).nullable(),
  seller: z.strictObject({ ...party, phone: z.string(), registration: z.string(), bank: z.string() }),
  payee: z.strictObject(party),
  guest: z.string(),
  confirmationNo: z.string(),
  roomNo: z.string(),
  arrival: businessDate.nullable(),
  departure: businessDate.nullable(),
  folioNo: z.string(),
  window: z.number().int(),
  lines: z.array(
    z.strictObject({
      kind: z.enum(paperLineKinds),
      date: businessDate,
      code: z.string(),
      text: z.string(),
      quantity: z.number().int(),
      unitMinor: minor,
      netMinor: minor,
      taxMinor: minor,
      grossMinor: minor,
      taxes: z.array(tax),
      roomNo: z.string(),
      payment: payment.nullable(),
    }),
  ),
  taxes: z.array(tax),
  taxRounding: z.enum(taxRoundings),
  netMinor: minor,
  taxMinor: minor,
  grossMinor: minor,
  roundingMinor: minor,
  paidMinor: minor,
  dueMinor: minor,
  reason: z.string(),
  cashier: z.string(),
  footer: z.string(),
})

/** A numbered paper as lists show it. */
export const paperRow = z.strictObject({
  id: id<PaperId>(),
  kind: z.enum(paperKinds),
  label: z.string(),
  issuedOn: businessDate,
  businessDate,
  moment,
  actor: z.string(),
  folioId: id<FolioId>().nullable(),
  window: z.number().int().nullable(),
  postingId: id<PostingId>().nullable(),
  language: z.enum(paperLanguages),
  payeeName: z.string(),
  netMinor: minor,
  taxMinor: minor,
  grossMinor: minor,
  reverses: id<PaperId>().nullable(),
  /** The credit note that takes it back. */
  reversedBy: z.strictObject({ id: id<PaperId>(), label: z.string() }).nullable(),
  /** How often it was printed; from the second time on it says that it is a copy. */
  prints: z.number().int(),
})
