import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paperHtml } from '#core/folio/paper/html.ts'
import { rollWidth } from '#core/folio/paper/html-style.ts'
import { browserPrinter } from '#hosts/host/print-with-browser.ts'
import type { PaperContent } from '#shared/domain/folio/paper.ts'
import type { PaperSize } from '#shared/domain/folio/paper-size.ts'
import { chinaStay, partyStay, receiptOf } from '../../support/papers.ts'
import { pagesOf } from '../../support/pdf-pages.ts'
import { pdfTexts } from '../../support/pdf-text.ts'

const browser = process.env.CHROME_PATH ?? '/usr/bin/chromium'

async function printed(content: PaperContent, size: PaperSize): Promise<Uint8Array> {
  const width = rollWidth(size)
  const html = paperHtml(content, { size, copy: 0 })
  const roll = width === null ? null : { widthMm: width }
  const pdf = await browserPrinter({ KEYRACK_BROWSER: browser })(html, { cancelled: false }, roll)
  if (!(pdf instanceof Uint8Array)) throw new Error(JSON.stringify(pdf))
  return pdf
}

/** Width and height of the pages in whole millimetres. */
function sizeOf(pdf: Uint8Array): [number, number] {
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(Buffer.from(pdf).toString('latin1'))
  const millimetres = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72)
  return [millimetres(box?.[1]), millimetres(box?.[2])]
}

/** Without spaces; a font's own forms of a character are the character again. */
function textOf(pdf: Uint8Array): string {
  return pdfTexts(pdf).join('').normalize('NFKC').replaceAll(/\s/g, '')
}

describe.runIf(existsSync(browser))('paper is printed', () => {
  it.each([
    ['a4', [210, 297]],
    ['letter', [216, 279]],
    ['form-241', [241, 280]],
  ] as const)('on sheets of %s', async (size, millimetres) => {
    const pdf = await printed(chinaStay('invoice', 'zh'), size)
    expect(sizeOf(pdf)).toEqual(millimetres)
    expect(pagesOf(pdf)).toBe(1)
  })

  it('down a roll of 80 mm that is as long as what is on it', async () => {
    const receipt = await printed(receiptOf('receipt', 'zh', 50000), 'roll-80')
    const stay = await printed(chinaStay('invoice', 'zh'), 'roll-80')
    expect([pagesOf(receipt), pagesOf(stay)]).toEqual([1, 1])
    const [width, height] = sizeOf(receipt)
    expect(width).toBe(80)
    expect(height).toBeGreaterThan(100)
    expect(sizeOf(stay)[1]).toBeGreaterThan(height + 100)
    expect(textOf(receipt)).toContain('币伍佰元整')
  })

  it('two hundred lines with their heads and numbers on every sheet, and nothing cut', async () => {
    const pdf = await printed(partyStay('en', 50, 4), 'a4')
    const pages = pagesOf(pdf)
    expect(pages).toBeGreaterThan(3)
    const text = textOf(pdf)
    const count = (part: string) => text.split(part).length - 1
    expect(count('Description')).toBe(pages)
    expect(count(`of${pages}`)).toBe(pages)
    expect(count('Guestbill·B2026-000042')).toBe(pages - 1)
    expect(count('Totalofroom')).toBe(50)
    expect(text).toContain('国际旅行社有限责任公司滨江分公司')
  })
})
