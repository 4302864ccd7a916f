/**
 * A request for a 发票. The hotel's paper is 账单 or 结账单; the 发票 and its number come from the tax platform, so that the
 * program keeps what was asked for, which lines it is for, and what the platform gave back.
 */
import { type BusinessDate, type FolioId, ok, type Result, refuse } from '../../values/index.ts'

/** asked → exported → issued → red; `withdrawn` before it is issued. Its lines are free again once red or withdrawn. */
export const fapiaoStatuses = ['asked', 'exported', 'issued', 'red', 'withdrawn'] as const
export type FapiaoStatus = (typeof fapiaoStatuses)[number]

/** 数电普票 and 数电专票: catering can't be deducted, so a special one leaves food out where the hotel asks so. */
export const fapiaoKinds = ['ordinary', 'special'] as const
export type FapiaoKind = (typeof fapiaoKinds)[number]

export type FapiaoImage = {
  folioId: FolioId
  kind: FapiaoKind
  /** 抬头. */
  title: string
  /** 纳税人识别号; empty for a person. */
  taxNo: string
  details: {
    person: boolean
    address: string
    phone: string
    bank: string
    account: string
    email: string
    remark: string
  }
  status: FapiaoStatus
  amountMinor: number
  askedOn: BusinessDate
  exportedOn: BusinessDate | null
  number: string | null
  issuedOn: BusinessDate | null
  redNumber: string | null
  redOn: BusinessDate | null
}

/** What is done with a request once it is asked for. */
export type FapiaoStep =
  | { to: 'exported'; on: BusinessDate }
  | { to: 'issued'; number: string; on: BusinessDate }
  | { to: 'red'; number: string; on: BusinessDate }
  | { to: 'withdrawn' }

/** From which states a step leads: a number may come without an export of ours, for the platform has a page of its own. */
const before: { [to in FapiaoStep['to']]: readonly FapiaoStatus[] } = {
  exported: ['asked'],
  issued: ['asked', 'exported'],
  red: ['issued'],
  withdrawn: ['asked', 'exported'],
}

/** The request after a step; refused with its state where the step does not lead from there. */
export function stepFapiao(image: FapiaoImage, step: FapiaoStep): Result<FapiaoImage, 'FAPIAO_STATUS'> {
  if (!before[step.to].includes(image.status)) return refuse('FAPIAO_STATUS', { state: image.status })
  if (step.to === 'exported') return ok({ ...image, status: 'exported', exportedOn: step.on })
  if (step.to === 'issued') return ok({ ...image, status: 'issued', number: step.number, issuedOn: step.on })
  if (step.to === 'red') return ok({ ...image, status: 'red', redNumber: step.number, redOn: step.on })
  return ok({ ...image, status: 'withdrawn' })
}
