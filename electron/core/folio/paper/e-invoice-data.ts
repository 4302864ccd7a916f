import type { Invoice } from '@e-invoice-eu/core'
import type { EInvoice, EInvoiceLine, EInvoiceVat } from '#shared/domain/folio/e-invoice.ts'
import type { PaperContent, PaperParty } from '#shared/domain/folio/paper.ts'
import { serviceDates } from '#shared/domain/folio/paper-sums.ts'
import { words } from '#shared/i18n/index.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import { paperReason } from './wording.ts'

type Fields = { [name: string]: string | Fields | Fields[] }

/**
 * The invoice in the library's own form, which has the names of UBL whatever it is written as. Its types list every code of every
 * list, so that ours are asserted once, at the end; the library checks the data against its schema before it writes.
 */
export function eInvoiceData(content: PaperContent, invoice: EInvoice): Invoice {
  const { currency, seller, payee, label, issuedOn, reverses } = content
  const amount = (name: string, minor: number): Fields => ({
    [name]: minorToDecimal(minor, currency as Currency),
    [`${name}@currencyID`]: currency,
  })
  const served = serviceDates(content.lines)
  const note = paperReason(content)
  const data: Fields = {
    'cbc:ID': label,
    'cbc:IssueDate': issuedOn,
    'cbc:InvoiceTypeCode': invoice.typeCode,
    ...(note === '' ? {} : { 'cbc:Note': [note] as unknown as Fields[] }),
    'cbc:DocumentCurrencyCode': currency,
    ...(served ? { 'cac:InvoicePeriod': { 'cbc:StartDate': served.first, 'cbc:EndDate': served.last } } : {}),
    ...(reverses
      ? {
          'cac:BillingReference': [
            {
              'cac:InvoiceDocumentReference': {
                'cbc:ID': reverses.label,
                'cbc:IssueDate': reverses.issuedOn,
              },
            },
          ],
        }
      : {}),
    'cac:AccountingSupplierParty': {
      'cac:Party': { ...partyOf(seller, seller.country), ...sellerTax(seller) },
    },
    'cac:AccountingCustomerParty': {
      'cac:Party': { ...partyOf(payee, payee.country || seller.country), ...buyerTax(payee) },
    },
    'cac:Delivery': { 'cbc:ActualDeliveryDate': served?.last ?? issuedOn },
    'cac:PaymentMeans': [paymentMeans(content)],
    'cac:PaymentTerms': { 'cbc:Note': words(content.language, 'paper.terms') },
    'cac:TaxTotal': [
      {
        ...amount('cbc:TaxAmount', invoice.taxMinor),
        'cac:TaxSubtotal': invoice.vat.map((vat) => subtotalOf(vat, amount)),
      },
    ],
    'cac:LegalMonetaryTotal': {
      ...amount('cbc:LineExtensionAmount', invoice.netMinor),
      ...amount('cbc:TaxExclusiveAmount', invoice.netMinor),
      ...amount('cbc:TaxInclusiveAmount', invoice.grossMinor),
      ...(invoice.paidMinor === 0 ? {} : amount('cbc:PrepaidAmount', invoice.paidMinor)),
      ...(invoice.roundingMinor === 0 ? {} : amount('cbc:PayableRoundingAmount', invoice.roundingMinor)),
      ...amount('cbc:PayableAmount', invoice.dueMinor),
    },
    'cac:InvoiceLine': invoice.lines.map((line, at) => lineData(line, at, amount)),
  }
  return { 'ubl:Invoice': data } as unknown as Invoice
}

type Amount = (name: string, minor: number) => Fields

function lineData(line: EInvoiceLine, at: number, amount: Amount): Fields {
  return {
    'cbc:ID': String(at + 1),
    'cbc:InvoicedQuantity': String(line.quantity / 1000),
    'cbc:InvoicedQuantity@unitCode': 'C62',
    ...amount('cbc:LineExtensionAmount', line.netMinor),
    'cac:InvoicePeriod': { 'cbc:StartDate': line.date, 'cbc:EndDate': line.date },
    'cac:Item': {
      'cbc:Name': line.name,
      'cac:ClassifiedTaxCategory': {
        'cbc:ID': line.category,
        'cbc:Percent': line.percent,
        'cac:TaxScheme': { 'cbc:ID': 'VAT' },
      },
    },
    'cac:Price': amount('cbc:PriceAmount', line.priceMinor),
  }
}

function subtotalOf(vat: EInvoiceVat, amount: Amount): Fields {
  return {
    ...amount('cbc:TaxableAmount', vat.baseMinor),
    ...amount('cbc:TaxAmount', vat.taxMinor),
    'cac:TaxCategory': {
      'cbc:ID': vat.category,
      'cbc:Percent': vat.percent,
      ...(vat.exemption === '' ? {} : { 'cbc:TaxExemptionReason': vat.exemption }),
      'cac:TaxScheme': { 'cbc:ID': 'VAT' },
    },
  }
}

/** An address is typed as lines: the last one that begins with a postal code is the town's. */
function partyOf(party: PaperParty, country: string): Fields {
  const lines = party.address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const last = lines.length > 1 ? lines.at(-1) : undefined
  const town = /^(?:[A-Z]{1,2}-)?(\d[\d ]{2,8}\d)\s+(\S.*)$/.exec(last ?? '')
  const [street = '', more] = last === undefined ? lines : lines.slice(0, -1)
  return {
    'cac:PostalAddress': {
      'cbc:StreetName': street,
      ...(more === undefined ? {} : { 'cbc:AdditionalStreetName': more }),
      ...(last === undefined ? {} : { 'cbc:CityName': town?.[2] ?? last }),
      ...(town?.[1] === undefined ? {} : { 'cbc:PostalZone': town[1] }),
      'cac:Country': { 'cbc:IdentificationCode': country },
    },
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': party.name },
  }
}

/** A VAT number begins with its country (BR-CO-9); any other number is the one of the tax office. */
const vatNumber = /^[A-Z]{2}[A-Z0-9+*]{2,}$/

function taxScheme(number: string, scheme: string): Fields {
  return { 'cbc:CompanyID': number, 'cac:TaxScheme': { 'cbc:ID': scheme } }
}

function sellerTax({ taxNo }: PaperParty): Fields {
  const number = taxNo.replaceAll(' ', '')
  const scheme = vatNumber.test(number) ? taxScheme(number, 'VAT') : taxScheme(taxNo, 'TAX')
  return { 'cac:PartyTaxScheme': [scheme] }
}

function buyerTax({ taxNo }: PaperParty): Fields {
  const number = taxNo.replaceAll(' ', '')
  return vatNumber.test(number) ? { 'cac:PartyTaxScheme': taxScheme(number, 'VAT') } : {}
}

/** By transfer where the hotel's account is an IBAN; else how it is paid is not said. */
function paymentMeans({ seller: { bank } }: PaperContent): Fields {
  const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/.exec(bank)?.[0].replaceAll(' ', '')
  if (iban === undefined) return { 'cbc:PaymentMeansCode': '1' }
  return { 'cbc:PaymentMeansCode': '58', 'cac:PayeeFinancialAccount': { 'cbc:ID': iban } }
}
