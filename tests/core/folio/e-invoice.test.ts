import { inflateSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { withEInvoice } from '#core/folio/paper/e-invoice-in-thread.ts'
import type { PaperContent } from '#shared/domain/folio/paper.ts'
import { germanCredit, germanStay } from '../../support/papers.ts'

/** The smallest PDF with a page. */
const blank = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF`

/** The XML in the PDF: the stream that is one. */
function xmlIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      const text = inflateSync(bytes.subarray(at + 7)).toString('utf8')
      if (text.includes('CrossIndustryInvoice')) return text
    } catch {
      // Another kind of stream
    }
  }
  return ''
}

/** Every text of the XML by the path to it, in its order. */
function textsOf(xml: string): { path: string; text: string }[] {
  const path: string[] = []
  const texts: { path: string; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => path.push(name.replace(/^\w+:/, '')))
  parser.on('closetag', () => path.pop())
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push({ path: path.join('/'), text: text.trim() })
  })
  parser.write(xml).close()
  return texts
}

async function written(content: PaperContent): Promise<(ending: string) => string[]> {
  const made = await withEInvoice(content, new TextEncoder().encode(blank))
  if (!made.ok) throw new Error(made.refusal.code)
  const texts = textsOf(xmlIn(made.value))
  return (ending) => texts.filter(({ path }) => path.endsWith(ending)).map(({ text }) => text)
}

describe('the XML in the PDF', () => {
  it('is an invoice of the profile EN 16931 with both parties, its lines and its totals', async () => {
    const at = await written(germanStay('invoice', 'en'))
    expect(at('GuidelineSpecifiedDocumentContextParameter/ID')).toEqual(['urn:cen.eu:en16931:2017'])
    expect(at('ExchangedDocument/ID')).toEqual(['RE2026-00017'])
    expect(at('ExchangedDocument/TypeCode')).toEqual(['380'])
    expect(at('SellerTradeParty/Name')).toEqual(['Hotel am Fluss GmbH'])
    expect(at('SellerTradeParty/PostalTradeAddress/PostcodeCode')).toEqual(['10115'])
    expect(at('SellerTradeParty/PostalTradeAddress/CityName')).toEqual(['Berlin'])
    expect(at('SellerTradeParty/SpecifiedTaxRegistration/ID')).toEqual(['DE123456789'])
    expect(at('BuyerTradeParty/Name')).toEqual(['Muster & Söhne KG <Einkauf>'])
    expect(at('BuyerTradeParty/SpecifiedTaxRegistration/ID')).toEqual(['DE987654321'])
    expect(at('IBANID')).toEqual(['DE02120300000000202051'])
    const nets = at('SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount').map(Number)
    expect(nets).toEqual([120, 9, 120, 9, 14.39, 5.55])
    const header = 'SpecifiedTradeSettlementHeaderMonetarySummation'
    expect(at(`${header}/LineTotalAmount`)).toEqual(['277.94'])
    expect(at(`${header}/TaxBasisTotalAmount`)).toEqual(['277.94'])
    expect(at(`${header}/TaxTotalAmount`)).toEqual(['18.86'])
    expect(at(`${header}/GrandTotalAmount`)).toEqual(['296.80'])
    expect(at(`${header}/TotalPrepaidAmount`)).toEqual(['100.00'])
    expect(at(`${header}/DuePayableAmount`)).toEqual(['196.80'])
    expect(at('ApplicableTradeTax/CalculatedAmount')).toEqual(['17.81', '0.00', '1.05'])
    expect(at('ApplicableTradeTax/BasisAmount')).toEqual(['254.39', '18.00', '5.55'])
    expect(at('ApplicableTradeTax/ExemptionReason')).toEqual(['Not subject to VAT'])
  })

  it('of a credit note names the invoice that it takes back, its date and why', async () => {
    const at = await written(germanCredit('zh'))
    expect(at('ExchangedDocument/TypeCode')).toEqual(['381'])
    expect(at('InvoiceReferencedDocument/IssuerAssignedID')).toEqual(['RE2026-00017'])
    expect(at('IncludedNote/Content')).toEqual([
      '全额冲销 2026/03/08 开具的 RE2026-00017。原因：Wrong company name',
    ])
    expect(at('GrandTotalAmount')).toEqual(['296.80'])
  })

  it('names a tax number that is no VAT number as such', async () => {
    const { seller } = germanStay('invoice', 'en')
    const at = await written(germanStay('invoice', 'en', { seller: { ...seller, taxNo: '27/123/45678' } }))
    expect(at('SellerTradeParty/SpecifiedTaxRegistration/ID')).toEqual(['27/123/45678'])
  })

  it('is refused without the seller’s tax number, before anything is written', async () => {
    const { seller } = germanStay('invoice', 'en')
    const content = germanStay('invoice', 'en', { seller: { ...seller, taxNo: '' } })
    expect(await withEInvoice(content, new Uint8Array())).toMatchObject({
      ok: false,
      refusal: { code: 'EINVOICE_NO_TAX_NO' },
    })
  })
})
