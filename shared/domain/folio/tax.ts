/**
 * Taxes as data: what is charged on a price, from when, in which order. Computed in whole minor units, half up, without a
 * float anywhere.
 */
import type { BusinessDate, LedgerAccountId, TaxId } from '../../values/index.ts'

/** What a rate is taken of. Percentages are decimal texts ("14.75"), so that no float is stored. */
export type TaxBasis =
  /** Of the net price; `baseReduction` per cent of it are free first (Vienna's Ortstaxe until June 2026). */
  | { kind: 'percent'; percent: string; baseReduction?: string }
  /** Of each unit sold. */
  | { kind: 'per-unit'; amountMinor: number }
  /** Of each night of the room. */
  | { kind: 'per-night'; amountMinor: number }
  /** Of each person who is not exempt, and night. */
  | { kind: 'per-person'; amountMinor: number }
  /**
   * Percent of the price per person and night (all persons divide, those who are not exempt pay): a tariff of one person, so
   * rounded before it is multiplied. `maxMinor`: never more than this for one (the French ceiling).
   */
  | { kind: 'percent-per-person'; percent: string; maxMinor?: number }
  /**
   * By the net price per person and night; the edge belongs to the lower step, with `edge: 'upper'` to the next one (“less than
   * 15,000” in Japan). Beyond the last, its amount.
   */
  | { kind: 'steps'; steps: { upToMinor: number; amountMinor: number }[]; edge?: 'upper' }

/** `from` null: since ever. The rate of the service date holds. */
export type TaxRate = { from: BusinessDate | null; basis: TaxBasis }

export type TaxTerms = {
  /**
   * The stated price contains it; otherwise it comes on top. Where it is computed on an earlier tax that comes on top too
   * (VAT on Hamburg's Kulturtaxe), that part of it comes on top with it.
   */
  included: boolean
  /** Taxes after it are computed on it too. */
  addsToBase: boolean
  /** It is computed on the price alone, whatever adds to the base before it. */
  ignoresEarlier: boolean
  /** Who or what is free of it. Null: nobody. */
  exemptUnderAge: number | null
  exemptBusiness: boolean
  /** Nights from this one on are free (91: the ninety-first); `backToFirst`: once reached, those before too. */
  exemptFromNight: number | null
  exemptBackToFirst: boolean
  /** EN 16931 category of VAT: S standard, Z zero, E exempt, O outside; empty where it is no VAT. */
  vatCategory: string
  rates: TaxRate[]
}

export type TaxImage = {
  code: string
  nameEn: string
  nameZh: string
  accountId: LedgerAccountId
  terms: TaxTerms
  active: boolean
}
export type Tax = TaxImage & { id: TaxId }

/** What a tax may depend on beside the price. Ages of children decide who is exempt; unknown ages count as exempt below 18. */
export type TaxFacts = {
  /** The date of the service. */
  date: BusinessDate
  /** Thousandths of a unit. */
  quantity: number
  adults: number
  childAges: (number | null)[]
  /** Which night of the stay this is, from 1; 0 where it is no night. */
  nightNo: number
  /** How many nights the stay has as it is booked now. */
  nights: number
  business: boolean
}

/** One tax of a line. `rate` is a percentage as text, or empty for amounts. */
export type LineTax = { taxId: TaxId; rate: string; baseMinor: number; taxMinor: number }

/** A price with its taxes: net + sum of taxes = gross. */
export type Taxed = { netMinor: number; taxes: LineTax[]; grossMinor: number }
