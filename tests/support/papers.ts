import type {
  PaperContent,
  PaperLanguage,
  PaperLine,
  PaperPayment,
  PaperTax,
  PrintKind,
} from '#shared/domain/folio/paper.ts'
import { taxesOf, totalsOf } from '#shared/domain/folio/paper-sums.ts'
import { addDays, businessDateOf } from '#shared/values/index.ts'

/** A charge with one VAT, its price with the tax in it; the tax is rounded half up. */
export function chargeOf(
  date: string,
  text: string,
  grossMinor: number,
  vat: { name: string; percent: number; more?: PaperTax[] } | null,
  more: Partial<PaperLine> = {},
): PaperLine {
  const fixed = (vat?.more ?? []).reduce((sum, tax) => sum + tax.taxMinor, 0)
  const taxMinor = vat ? Math.round(((grossMinor - fixed) * vat.percent) / (100 + vat.percent)) : 0
  const netMinor = grossMinor - fixed - taxMinor
  const tax = { rate: String(vat?.percent), baseMinor: netMinor, taxMinor, vatCategory: 'S' }
  return {
    kind: 'charge',
    date: businessDateOf(date),
    code: '1000',
    text,
    quantity: 1000,
    unitMinor: grossMinor,
    netMinor,
    taxMinor: taxMinor + fixed,
    grossMinor,
    taxes: vat ? [{ name: vat.name, ...tax }, ...(vat.more ?? [])] : [],
    roomNo: '',
    payment: null,
    ...more,
  }
}

export function paymentOf(
  date: string,
  text: string,
  minor: number,
  payment: Partial<PaperPayment> = {},
): PaperLine {
  return {
    ...chargeOf(date, text, 0 - minor, null),
    kind: 'payment',
    code: '9000',
    payment: {
      method: 'cash',
      currency: 'CNY',
      foreignMinor: null,
      rate: null,
      tenderedMinor: null,
      changeMinor: null,
      brand: '',
      lastFour: '',
      reference: '',
      ...payment,
    },
  }
}

/** A paper of these lines, with sums that follow from them. */
export function paperOf(
  kind: PrintKind,
  language: PaperLanguage,
  lines: PaperLine[],
  more: Partial<PaperContent> = {},
): PaperContent {
  return {
    kind,
    label: kind === 'bill' || kind === 'pro-forma' ? '' : 'B2026-000042',
    issuedOn: businessDateOf('2026-03-08'),
    issuedAt: '01:30',
    businessDate: businessDateOf('2026-03-07'),
    currency: 'CNY',
    language,
    reverses: null,
    seller: {
      name: '临江大酒店有限公司',
      address: '杭州市上城区之江路 100 号',
      taxNo: '91330100MA27XXXX0A',
      email: 'desk@hotel.invalid',
      phone: '0571-8700 0000',
      registration: '',
      bank: '中国银行杭州分行 3715 0000 0000',
      country: 'CN',
    },
    payee: {
      name: '杭州海澜信息技术有限公司',
      address: '杭州市滨江区江南大道 1 号',
      taxNo: '91330108MA2XXXXX0B',
      email: '',
      country: 'CN',
    },
    guest: '张伟',
    confirmationNo: '10000042',
    roomNo: '1205',
    arrival: businessDateOf('2026-03-05'),
    departure: businessDateOf('2026-03-08'),
    folioNo: '318',
    window: 1,
    lines,
    taxes: taxesOf(lines),
    taxRounding: 'line',
    ...totalsOf(lines),
    reason: '',
    cashier: '李娜',
    footer: '',
    ...more,
  }
}

const vat6 = { name: '增值税', percent: 6 }

/** Three nights with breakfast in a Chinese hotel, paid by several means. */
export function chinaStay(kind: PrintKind, language: PaperLanguage): PaperContent {
  const zh = language === 'zh'
  const nights = ['2026-03-05', '2026-03-06', '2026-03-07'].flatMap((date) => [
    chargeOf(date, zh ? '房费' : 'Room', 58800, vat6, { roomNo: '1205' }),
    chargeOf(date, zh ? '早餐' : 'Breakfast', 8800, vat6, {
      roomNo: '1205',
      quantity: 2000,
      unitMinor: 4400,
    }),
  ])
  return paperOf(kind, language, [
    ...nights,
    chargeOf('2026-03-06', zh ? '小酒吧' : 'Minibar', 3600, { name: '增值税', percent: 13 }),
    chargeOf('2026-03-07', zh ? '代付快递费' : 'Courier, paid out', 2500, null),
    paymentOf('2026-03-05', zh ? '预付款' : 'Deposit', 50000, { reference: 'D2026-000007' }),
    paymentOf('2026-03-07', zh ? '银行卡' : 'Card', 100000, {
      brand: 'UnionPay',
      lastFour: '0042',
      method: 'card',
    }),
    paymentOf('2026-03-07', zh ? '外币现金' : 'Foreign cash', 35600, {
      currency: 'USD',
      foreignMinor: 5000,
      rate: '7.12',
    }),
    paymentOf('2026-03-07', zh ? '现金' : 'Cash', 20000, { tenderedMinor: 25000, changeMinor: 5000 }),
  ])
}

const germanSeller: PaperContent['seller'] = {
  name: 'Hotel am Fluss GmbH',
  address: 'Uferstraße 1\n10115 Berlin',
  taxNo: 'DE123456789',
  email: 'rezeption@hotel.invalid',
  phone: '+49 30 000000',
  registration: 'HRB 12345 B',
  bank: 'DE02 1203 0000 0000 2020 51',
  country: 'DE',
}

/** A German stay: two rates, a tax of the city that is no VAT and has none on it, prices with tax. */
export function germanStay(
  kind: PrintKind,
  language: PaperLanguage,
  more: Partial<PaperContent> = {},
): PaperContent {
  const cityTax = { name: 'City tax', rate: '7.5', baseMinor: 12000, taxMinor: 900, vatCategory: '' }
  const lodging = { name: 'VAT', percent: 7, more: [cityTax] }
  return paperOf(
    kind,
    language,
    [
      chargeOf('2026-03-05', 'Room', 13740, lodging, { roomNo: '12' }),
      chargeOf('2026-03-06', 'Room', 13740, lodging, { roomNo: '12' }),
      chargeOf('2026-03-06', 'Breakfast, food', 1540, { name: 'VAT', percent: 7 }),
      chargeOf('2026-03-06', 'Breakfast, drinks', 660, { name: 'VAT', percent: 19 }),
      paymentOf('2026-03-07', 'Bank transfer', 10000, { currency: 'EUR', method: 'transfer' }),
    ],
    {
      label: kind === 'bill' || kind === 'pro-forma' ? '' : 'RE2026-00017',
      currency: 'EUR',
      seller: germanSeller,
      payee: {
        name: 'Muster & Söhne KG <Einkauf>',
        address: 'Hauptstraße 5\n50667 Köln',
        taxNo: 'DE987654321',
        email: 'einkauf@muster.invalid',
        country: 'DE',
      },
      guest: 'Anna Muster',
      roomNo: '12',
      cashier: 'K. Weber',
      footer: 'Geschäftsführer: M. Fluss · Amtsgericht Charlottenburg',
      ...more,
    },
  )
}

/** A credit note of that stay: every charge with opposite signs, no payments. */
export function germanCredit(language: PaperLanguage): PaperContent {
  const { lines } = germanStay('invoice', language)
  const mirrored = lines
    .filter(({ kind }) => kind === 'charge')
    .map((line) => ({
      ...line,
      quantity: 0 - line.quantity,
      netMinor: 0 - line.netMinor,
      taxMinor: 0 - line.taxMinor,
      grossMinor: 0 - line.grossMinor,
      taxes: line.taxes.map((tax) => ({ ...tax, baseMinor: 0 - tax.baseMinor, taxMinor: 0 - tax.taxMinor })),
    }))
  return {
    ...germanStay('credit-note', language),
    label: 'GU2026-00003',
    lines: mirrored,
    taxes: taxesOf(mirrored),
    ...totalsOf(mirrored),
    reverses: { label: 'RE2026-00017', issuedOn: businessDateOf('2026-03-08') },
    reason: 'Wrong company name',
  }
}

/** Several taxes on one base, on top of the price, and cash that is rounded. */
export function americanStay(kind: PrintKind, language: PaperLanguage): PaperContent {
  const nights = ['2026-03-05', '2026-03-06'].map((date) => {
    const taxes: PaperTax[] = [
      { name: 'State', rate: '6', baseMinor: 20000, taxMinor: 1200, vatCategory: '' },
      { name: 'Occupancy', rate: '5.875', baseMinor: 20000, taxMinor: 1175, vatCategory: '' },
      { name: 'Unit fee', rate: '', baseMinor: 20000, taxMinor: 150, vatCategory: '' },
    ]
    return { ...chargeOf(date, 'Room', 20000, null), taxes, taxMinor: 2525, grossMinor: 22525 }
  })
  const rounding: PaperLine = { ...chargeOf('2026-03-07', 'Cash rounding', 3, null), kind: 'rounding' }
  return paperOf(kind, language, [...nights, { ...rounding, netMinor: 0 }], {
    currency: 'USD',
    seller: { ...germanSeller, name: 'Riverside Inn', country: 'US', address: '1 Main St\nAlbany NY' },
  })
}

/** A receipt for one payment. */
export function receiptOf(
  kind: PrintKind,
  language: PaperLanguage,
  minor: number,
  payment: Partial<PaperPayment> = {},
): PaperContent {
  const text = language === 'zh' ? '现金' : 'Cash'
  return paperOf(kind, language, [paymentOf('2026-03-05', text, minor, payment)], {
    label: kind === 'key-deposit-slip' ? 'Y2026-000123' : 'S2026-000009',
  })
}

/** A party's bill: many rooms and nights, names that are far too long. */
export function partyStay(language: PaperLanguage, rooms: number, nights: number): PaperContent {
  const long = 'Sehr-lange-Veranstaltungsbezeichnung-ohne-jede-Trennstelle-in-ihrem-Namen'
  const first = businessDateOf('2026-03-05')
  const lines = Array.from({ length: rooms }, (_, room) =>
    Array.from({ length: nights }, (_, night) =>
      chargeOf(addDays(first, night), night === 1 ? `${long} ${long}` : '房费 Room', 123456, vat6, {
        roomNo: String(101 + room),
      }),
    ),
  ).flat()
  return paperOf('invoice', language, lines, {
    payee: {
      name: `${long}${long} 杭州某某某某某某某某某某某某某某某某某某某某某某某某某国际旅行社有限责任公司滨江分公司`,
      address: long.repeat(3),
      taxNo: '91330108MA2XXXXX0B',
      email: '',
      country: 'CN',
    },
  })
}
