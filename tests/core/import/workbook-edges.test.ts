import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { surveyFile } from '#core/import/source/survey.ts'
import { openTable } from '#core/import/source/table.ts'
import { excelDate, isDateFormat } from '#core/import/source/xlsx-dates.ts'
import { readXml } from '#core/import/source/xlsx-xml.ts'
import { ZipDamaged } from '#core/import/source/zip.ts'
import { tempFolder } from '#tests/support/app.ts'
import { workbookParts, type ZipPart, zipOf } from '#tests/support/zip.ts'
import { read } from './read-file.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

describe('a workbook', () => {
  const header = '<row><c t="str"><v>Arrival</v></c><c t="str"><v>Rate</v></c></row>'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const cellsOf = async (sheetData: string, more: readonly ZipPart[] = []) => {
    const found = await read(zipOf(workbookParts(header + sheetData, more)))
    if ('code' in found) throw new Error(found.code)
    return found.cells
  }
  const replaced = (name: string, change: (content: string) => string) =>
    workbookParts(`${header}<row><c><v>1</v></c></row>`).map((part) =>
      part.name === name ? { ...part, content: change(String(part.content)) } : part,
    )

  test('cells of every type', async () => {
    const shared =
      '<sst><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r><rPh><t>ふ</t></rPh></si><si><t></t></si></sst>'
    const rows = [
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c>',
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2026-03-05T00:00:00</v></c>',
      '<c><v>9.9499999999999993</v></c><c><v>75.125</v></c><c><v>-75.125</v></c><c><v>1234.125</v></c><c><v>.5</v></c>',
      '<c t="str"><f>A1</f><v></v></c><c t="str"><v>kept</v></c><c t="inlineStr"><is><t>a</t><t>b</t></is></c>',
    ]
    expect(
      await cellsOf(rows.map((row) => `<row>${row}</row>`).join(''), [
        { name: 'xl/sharedStrings.xml', content: shared },
      ]),
    ).toEqual([
      ['one', 'two', ''],
      ['TRUE', 'FALSE', '2026-03-05'],
      ['9.95', '75.1250', '-75.1250', '1234.125', '0.5'],
      ['', 'kept', 'ab'],
    ])
  })

  test('errors and formulas without a result are told by their column', async () => {
    const row =
      '<row r="7"><c r="B7"><f>A1*</f><f>2</f></c><c r="D7" t="e"><v>#N/A</v></c><c t="str"><f>x</f></c><c><f>y</f><v>3</v></c></row>' +
      '<row><c><v>1</v></c></row>'
    const found = await read(zipOf(workbookParts(header + row)))
    if ('code' in found) throw new Error(found.code)
    expect(found.rows[0]).toEqual({
      line: 7,
      cells: ['', '=2', '', '#N/A', '=x', '3'],
      text: ',=2,,#N/A,=x,3',
      broken: new Map([
        [1, 'cellFormula'],
        [3, 'cellError'],
        [4, 'cellFormula'],
      ]),
    })
    expect(found.rows[1]).toEqual({ line: 8, cells: ['1'], text: '1' })
  })

  test('columns by their letters', async () => {
    const at = async (reference: string) =>
      (await cellsOf(`<row r="2"><c r="${reference}2" t="str"><v>x</v></c></row>`))[0]?.length
    expect(await at('A')).toBe(1)
    expect(await at('C')).toBe(3)
    expect(await at('Z')).toBe(26)
    expect(await at('AA')).toBe(27)
    expect(await at('BC')).toBe(55)
    expect(await at('XFD')).toBe(16_384)
    expect(await read(zipOf(workbookParts(`${header}<row><c r="XFE2"><v>1</v></c></row>`)))).toMatchObject({
      code: 'FILE_DAMAGED',
    })
  })

  test('rows without a cell that says something are none', async () => {
    expect(
      await cellsOf('<row><c t="str"><v></v></c></row><row></row><row><c/><c t="str"><v>x</v></c></row>'),
    ).toEqual([['', 'x']])
  })

  test('cells with a mark of CSV are quoted in the row’s text', async () => {
    const texts = ['a,b', 'a"b', 'a&#10;b', 'a&#13;b', 'ab']
    const row = `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`
    const found = await read(zipOf(workbookParts(header + row)))
    if ('code' in found) throw new Error(found.code)
    expect(found.rows[0]?.text).toBe('"a,b","a""b","a\nb","a\rb",ab')
  })

  test('styles: only those of cells, with their own patterns and the built-in ones', async () => {
    const styles = [
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/><numFmt numFmtId="165" formatCode="0.00"/></numFmts>',
      '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>',
      '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs></styleSheet>',
    ].join('')
    const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>46086</v></c>`).join('')
    expect(
      await cellsOf(`<row><c><v>46086</v></c>${cells}</row>`, [{ name: 'xl/styles.xml', content: styles }]),
    ).toEqual([['46086', '46086', '2026-03-05', '2026-03-05', '46086', '46086']])
  })

  test.each([
    ['date1904="1"', '2030-03-06'],
    ['date1904="true"', '2030-03-06'],
    ['date1904="0"', '2026-03-05'],
    ['', '2026-03-05'],
  ])('the date system of a book with %j', async (attribute, date) => {
    const parts = workbookParts(`${header}<row><c s="0"><v>46086</v></c></row>`, [
      { name: 'xl/styles.xml', content: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>' },
    ]).map((part) =>
      part.name === 'xl/workbook.xml'
        ? {
            ...part,
            content: String(part.content).replace('<x:sheets>', `<x:workbookPr ${attribute}/><x:sheets>`),
          }
        : part,
    )
    expect(await read(zipOf(parts))).toMatchObject({ cells: [[date]] })
  })

  test('sheets: charts are left out, parts are found by any form of their path', async () => {
    for (const target of ['/xl/worksheets/sheet1.xml', 'worksheets/sheet1.xml', './worksheets/sheet1.xml'])
      expect(
        await read(
          zipOf(
            replaced('xl/_rels/workbook.xml.rels', (xml) => xml.replace('/xl/worksheets/sheet1.xml', target)),
          ),
        ),
      ).toMatchObject({ cells: [['1']] })
    const chart = replaced('xl/_rels/workbook.xml.rels', (xml) => xml.replace('/worksheet"', '/chartsheet"'))
    expect(await read(zipOf(chart))).toMatchObject({ code: 'FILE_DAMAGED' })
    const two = replaced('xl/workbook.xml', (xml) =>
      xml.replace('<x:sheet ', '<x:sheet name="Chart" rel:id="rId9"/><x:sheet '),
    )
    expect(await read(zipOf(two))).toMatchObject({ sheets: ['预订'] })
    const nameless = replaced('xl/workbook.xml', (xml) => xml.replace('name="预订" ', ''))
    expect(await read(zipOf(nameless))).toMatchObject({ code: 'FILE_DAMAGED' })
    const unlinked = replaced('xl/workbook.xml', (xml) => xml.replace('rel:id', 'other'))
    expect(await read(zipOf(unlinked))).toMatchObject({ code: 'FILE_DAMAGED' })
    for (const [attribute, other] of [
      [`Type="${relations}/worksheet"`, ''],
      ['Target="/xl/worksheets/sheet1.xml"', ''],
      ['Id="rId7"', ''],
    ] as const)
      expect(
        await read(zipOf(replaced('xl/_rels/workbook.xml.rels', (xml) => xml.replace(attribute, other)))),
      ).toMatchObject({ code: 'FILE_DAMAGED' })
    const parts = workbookParts(`${header}<row><c><v>1</v></c></row>`)
    for (const missing of ['xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'])
      expect(await read(zipOf(parts.filter(({ name }) => name !== missing)))).toMatchObject({
        code: 'FILE_DAMAGED',
      })
    expect(await read(zipOf(parts.filter(({ name }) => name !== 'xl/workbook.xml')))).toMatchObject({
      code: 'FILE_BINARY',
    })
    expect(await read(zipOf(parts), 'Nope')).toEqual({
      code: 'SHEET_UNKNOWN',
      params: { sheet: 'Nope', sheets: '预订' },
    })
  })

  test('rows are handed on as they come, not kept to the end', async () => {
    const rows = '<row><c><v>1</v></c><c t="str"><v>some text to fill a chunk</v></c></row>'.repeat(20_000)
    const path = join(folder.path, 'file')
    writeFileSync(path, zipOf(workbookParts(header + rows)))
    const survey = await surveyFile(path)
    if ('code' in survey) throw new Error(survey.code)
    const table = await openTable(path, survey)
    if ('code' in table) throw new Error(table.code)
    let [count, batches] = [0, 0]
    for await (const batch of table.rows) {
      expect(batch.length).toBeLessThan(15_000)
      count += batch.length
      batches++
    }
    expect(count).toBe(20_000)
    expect(batches).toBeGreaterThan(3)
  })
})

describe('the XML of a workbook', () => {
  async function* pieces(...texts: (string | Buffer)[]) {
    for (const text of texts) yield Buffer.from(text)
  }
  const heard = async (...texts: (string | Buffer)[]) => {
    const said: string[] = []
    const parts = readXml(pieces(...texts), {
      open: (name) => said.push(`<${name}`),
      text: (text) => said.push(text),
      close: (name) => said.push(`${name}>`),
    })
    for await (const _ of parts) said.push('|')
    return said.join(' ')
  }

  test('is heard in order, names without their prefix, CDATA as text', async () => {
    expect(await heard('<x:a><b><![CDATA[<1>]]></b>2</x:a>')).toBe('<a <b <1> b> 2 a> | |')
    const bytes = Buffer.from('<a>张</a>')
    expect(await heard(bytes.subarray(0, 4), bytes.subarray(4))).toBe('<a | 张 a> | |')
  })

  test('that is broken, that has a document type, or that ends too soon is damage', async () => {
    for (const text of ['<a></b>', '<!DOCTYPE a><a/>', '<a>', '<a>&x;</a>', ''])
      await expect(heard(text), text).rejects.toThrow(ZipDamaged)
    await expect(heard('<a></b>', '<c/>')).rejects.toThrow(ZipDamaged)
  })

  test('goes by unheard where nobody listens', async () => {
    for await (const _ of readXml(pieces('<a>1<b/></a>'), {}));
  })
})

describe('dates of a spreadsheet', () => {
  test.each([
    [13, false],
    [14, true],
    [22, true],
    [23, false],
    [26, false],
    [27, true],
    [36, true],
    [37, false],
    [44, false],
    [45, true],
    [47, true],
    [48, false],
    [49, false],
    [50, true],
    [58, true],
    [59, false],
  ])('built-in format %d: %s', (id, expected) => {
    expect(isDateFormat(id, undefined)).toBe(expected)
  })

  test.each([
    ['d', true],
    ['M', true],
    ['hh', true],
    ['ss', true],
    ['"d"0', false],
    ['\\d0', false],
    ['[Red]0', false],
    ['_d0', false],
    ['[$-804]yyyy', true],
    ['General', false],
    ['general" d"', false],
    ['0.00', false],
    ['"y"0"m"d', true],
  ])('the pattern %j: %s', (pattern, expected) => {
    expect(isDateFormat(14, pattern)).toBe(expected)
  })

  test.each<[number, boolean, string]>([
    [0, false, '0'],
    [0.5, false, '12:00'],
    [0.5, true, '12:00'],
    [0, true, '1904-01-01'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [59, true, '1904-02-29'],
    [1.25, false, '1900-01-01 06:00'],
    [46086.999999, false, '2026-03-05 23:59'],
    [46087 - 1e-10, false, '2026-03-06'],
    [46086 + 86_399 / 86_400, false, '2026-03-05 23:59'],
    [46086 + 86_399.999 / 86_400, false, '2026-03-05 23:59'],
    [44624 + 86_399 / 86_400, true, '2026-03-05 23:59'],
    [46086 + 0.4 / 86_400, false, '2026-03-05'],
    [46086 + 545 / 1440, false, '2026-03-05 09:05'],
    [-1, false, '-1'],
    [109_574, false, '2199-12-31'],
    [109_575, false, '109575'],
    [108_112, true, '2199-12-31'],
    [108_113, true, '108113'],
    [-0.5, false, '-0.5'],
    [Number.NaN, false, 'NaN'],
    [Number.POSITIVE_INFINITY, false, 'Infinity'],
  ])('the serial number %d (1904: %s) is %j', (serial, date1904, expected) => {
    expect(excelDate(serial, date1904)).toBe(expected)
  })
})
