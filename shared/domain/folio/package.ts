/** Packages: what a rate includes, split to its codes, so that breakfast is a line of its own with its own tax. */
import type { RatePlanId, TransactionCodeId } from '../../values/index.ts'

export const packagePers = ['room', 'adult', 'person'] as const
export type PackagePer = (typeof packagePers)[number]

/** Of each night's rate: an amount (per room, adult, or adult and child) or hundredths of a per cent of the rate. */
export type PackageElement = {
  codeId: TransactionCodeId
  per: PackagePer
  amountMinor: number | null
  basisPoints: number | null
}

/** Applies to bookings on one of these rate plans, or with one of these meals where no plan's package applies. */
export type PackageTerms = { ratePlanIds: RatePlanId[]; meals: string[]; elements: PackageElement[] }

export type PackageImage = {
  code: string
  nameEn: string
  nameZh: string
  terms: PackageTerms
  active: boolean
}
