/**
 * A request for a 发票. The hotel's paper is 账单 or 结账单; the 发票 and its number come from the tax platform, so that the
 * program keeps what was asked for, which lines it is for, and what the platform gave back.
 */
import type { BusinessDate, FolioId } from '../../values/index.ts'

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
