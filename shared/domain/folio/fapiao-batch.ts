/**
 * Requests for 发票 as rows of the tax platform's workbook for issuing many at once (批量开票导入模板): what is to be issued, and
 * the lines of each, amounts with tax in them.
 */
import { ok, type Result, refuse, sumMoney } from '../../values/index.ts'
import type { FapiaoImage } from './fapiao.ts'

/** A charge that a request is for. `item`: its 商品和服务税收编码; `rate`: "6" for 6 %, empty where no VAT is on it. */
export type FapiaoCharge = { code: string; name: string; item: string; rate: string; grossMinor: number }

/** What is issued as one line: charges of one code at one rate. */
export type FapiaoLine = { name: string; item: string; rate: string; grossMinor: number }

export type FapiaoLinesCode = 'FAPIAO_NO_ITEM' | 'FAPIAO_NO_RATE' | 'FAPIAO_NOT_POSITIVE'

/**
 * Charges by code and rate, so that catering has a line of its own, and what was corrected or taken back goes off what it was
 * charged by. Refuses a code without 税收编码 or without a rate, and lines that come to nothing or less: the platform issues none.
 */
export function fapiaoLinesOf(charges: readonly FapiaoCharge[]): Result<FapiaoLine[], FapiaoLinesCode> {
  const sums = new Map<string, FapiaoLine>()
  for (const { code, name, item, rate, grossMinor } of charges) {
    const key = JSON.stringify([code, rate])
    const sum = sums.get(key) ?? { name, item, rate, grossMinor: 0 }
    sums.set(key, { ...sum, grossMinor: sumMoney([sum.grossMinor, grossMinor]) })
  }
  const lines = [...sums.values()].filter(({ grossMinor }) => grossMinor !== 0)
  for (const { name, item, rate, grossMinor } of lines) {
    if (item === '') return refuse('FAPIAO_NO_ITEM', { name })
    if (rate === '') return refuse('FAPIAO_NO_RATE', { name })
    if (grossMinor < 0) return refuse('FAPIAO_NOT_POSITIVE', { name })
  }
  return lines.length === 0 ? refuse('FAPIAO_NOT_POSITIVE', { name: '' }) : ok(lines)
}

/** A request as it goes to the platform. `serial`: ours, at most 20 characters; it joins a request with its lines. */
export type FapiaoRequest = Pick<FapiaoImage, 'kind' | 'title' | 'taxNo' | 'details'> & {
  serial: string
  lines: readonly FapiaoLine[]
}

/** Cells by the names of their columns; all of them are text, as the platform asks. */
export type FapiaoRows = { basic: Record<string, string>[]; detail: Record<string, string>[] }

/** Every request in one row, every line of it in another; amounts in yuan with tax. */
export function fapiaoRows(requests: readonly FapiaoRequest[]): FapiaoRows {
  return {
    basic: requests.map(basicRow),
    detail: requests.flatMap(({ serial, lines }) =>
      lines.map(({ name, item, rate, grossMinor }) => ({
        发票流水号: serial,
        项目名称: name,
        商品和服务税收编码: item,
        金额: yuanText(grossMinor),
        税率: rateText(rate),
      })),
    ),
  }
}

function basicRow({ serial, kind, title, taxNo, details }: FapiaoRequest): Record<string, string> {
  return {
    发票流水号: serial,
    发票类型: kind === 'special' ? '增值税专用发票' : '普通发票',
    是否含税: '是',
    受票方自然人标识: details.person ? '是' : '否',
    购买方名称: title,
    购买方纳税人识别号: taxNo,
    购买方地址: details.address,
    购买方电话: details.phone,
    购买方开户银行: details.bank,
    购买方银行账号: details.account,
    是否展示购买方地址电话银行账号: shownOf(details),
    备注: details.remark,
    购买方邮箱: details.email,
  }
}

/** What of the buyer is printed on the 发票: what was given, in the platform's own words. */
function shownOf({ address, phone, bank, account }: FapiaoImage['details']): string {
  const place = address !== '' || phone !== ''
  const money = bank !== '' || account !== ''
  if (place && money) return '展示地址、电话、开户银行及银行账号'
  if (place) return '展示地址、电话'
  return money ? '展示开户银行、银行账号' : ''
}

function yuanText(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** "6" → "0.06", "1.5" → "0.015". */
function rateText(percent: string): string {
  const [whole = '', fraction = ''] = percent.split('.')
  const digits = whole.padStart(3, '0') + fraction
  return `${Number(digits.slice(0, -2 - fraction.length))}.${digits.slice(-2 - fraction.length)}`.replace(
    /\.?0+$/,
    '',
  )
}
