import type { Tax, TaxBasis, TaxFacts, TaxRate, TaxTerms } from '#shared/domain/folio/tax.ts'
import type { BusinessDate, LedgerAccountId, TaxId } from '#shared/values/index.ts'

/** Terms of a tax that is on top, with one rate since ever. */
export function taxTerms(basis: TaxBasis | TaxRate[], terms: Partial<TaxTerms> = {}): TaxTerms {
  return {
    included: false,
    addsToBase: false,
    ignoresEarlier: false,
    exemptUnderAge: null,
    exemptBusiness: false,
    exemptFromNight: null,
    exemptBackToFirst: false,
    vatCategory: 'S',
    rates: Array.isArray(basis) ? basis : [{ from: null, basis }],
    ...terms,
  }
}

/** Taxes with ids from 1 in their order. */
export function taxesOf(...all: TaxTerms[]): Tax[] {
  return all.map((terms, at) => ({
    id: (at + 1) as TaxId,
    code: `T${at + 1}`,
    nameEn: `Tax ${at + 1}`,
    nameZh: `税${at + 1}`,
    accountId: 1 as LedgerAccountId,
    terms,
    active: true,
  }))
}

/** One unit for one adult in the first of one night. */
export function taxFacts(facts: Partial<TaxFacts> = {}): TaxFacts {
  return {
    date: '2026-03-01' as BusinessDate,
    quantity: 1000,
    adults: 1,
    childAges: [],
    nightNo: 1,
    nights: 1,
    business: false,
    ...facts,
  }
}

export function percentTax(percent: string, terms: Partial<TaxTerms> = {}): TaxTerms {
  return taxTerms({ kind: 'percent', percent }, terms)
}
