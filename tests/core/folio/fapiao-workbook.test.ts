import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { fapiaoWorkbook } from '#core/folio/fapiao/workbook.ts'
import type { FapiaoRequest } from '#shared/domain/folio/fapiao-batch.ts'

const company: FapiaoRequest = {
  serial: 'F2026-000001',
  kind: 'special',
  title: '杭州海澜信息技术有限公司',
  taxNo: '91330108MA2XXXXX0B',
  details: {
    person: false,
    address: '杭州市滨江区江南大道 1 号',
    phone: '0571-8600 0000',
    bank: '中国银行滨江支行',
    account: '371500000000123456',
    email: 'cw@hailan.invalid',
    remark: '2026-03-05 至 2026-03-08 住宿',
  },
  lines: [
    { name: '房费', item: '3070402000000000000', rate: '6', grossMinor: 176400 },
    { name: '早餐', item: '3070401000000000000', rate: '6', grossMinor: 26405 },
  ],
}
const person: FapiaoRequest = {
  serial: 'F2026-000002',
  kind: 'ordinary',
  title: '张女士',
  taxNo: '',
  details: { person: true, address: '', phone: '', bank: '', account: '', email: '', remark: '' },
  lines: [{ name: '小酒吧', item: '1030204990000000000', rate: '13', grossMinor: 3600 }],
}

async function cellsOf(requests: readonly FapiaoRequest[]) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await fapiaoWorkbook(requests)).buffer as ArrayBuffer)
  const rowsOf = (name: string) => {
    const sheet = book.getWorksheet(name)
    const heads = (sheet?.getRow(3).values ?? []) as string[]
    const rows: Record<string, unknown>[] = []
    sheet?.eachRow((row, number) => {
      if (number < 4) return
      const cells: Record<string, unknown> = {}
      row.eachCell((cell, column) => {
        cells[heads[column] ?? ''] = cell.value
      })
      rows.push(cells)
    })
    return { heads: heads.slice(1), rows }
  }
  return { book, basic: rowsOf('1-发票基本信息'), detail: rowsOf('2-发票明细信息') }
}

it('has the platform’s sheets, their columns and its version', async () => {
  const { book, basic, detail } = await cellsOf([company])
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '1-发票基本信息',
    '2-发票明细信息',
    '3-特定业务信息',
    '4-附加要素信息',
    'excelVersion',
  ])
  expect(basic.heads).toHaveLength(39)
  expect(detail.heads).toHaveLength(14)
  const version = book.getWorksheet('excelVersion')
  expect([version?.state, version?.getCell('A4').value]).toEqual(['hidden', 'pt:20260401'])
})

it('has a row for each request, with the buyer and whether it is a person', async () => {
  const { basic } = await cellsOf([company, person])
  expect(basic.rows).toEqual([
    {
      发票流水号: 'F2026-000001',
      发票类型: '增值税专用发票',
      是否含税: '是',
      受票方自然人标识: '否',
      购买方名称: '杭州海澜信息技术有限公司',
      购买方纳税人识别号: '91330108MA2XXXXX0B',
      购买方地址: '杭州市滨江区江南大道 1 号',
      购买方电话: '0571-8600 0000',
      购买方开户银行: '中国银行滨江支行',
      购买方银行账号: '371500000000123456',
      是否展示购买方地址电话银行账号: '展示地址、电话、开户银行及银行账号',
      备注: '2026-03-05 至 2026-03-08 住宿',
      购买方邮箱: 'cw@hailan.invalid',
    },
    {
      发票流水号: 'F2026-000002',
      发票类型: '普通发票',
      是否含税: '是',
      受票方自然人标识: '是',
      购买方名称: '张女士',
    },
  ])
})

it('has the lines with 税收编码, amounts with tax and rates, as text', async () => {
  const { detail } = await cellsOf([company, person])
  expect(detail.rows).toEqual([
    {
      发票流水号: 'F2026-000001',
      项目名称: '房费',
      商品和服务税收编码: '3070402000000000000',
      金额: '1764.00',
      税率: '0.06',
    },
    {
      发票流水号: 'F2026-000001',
      项目名称: '早餐',
      商品和服务税收编码: '3070401000000000000',
      金额: '264.05',
      税率: '0.06',
    },
    {
      发票流水号: 'F2026-000002',
      项目名称: '小酒吧',
      商品和服务税收编码: '1030204990000000000',
      金额: '36.00',
      税率: '0.13',
    },
  ])
})
