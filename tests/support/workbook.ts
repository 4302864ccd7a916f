import { type ZipPart, zipOf } from './zip.ts'

/** A cell: a text, a number, or a number shown as a date or time; `null` is an empty one, `xml` any cell at all. */
export type TestCell = string | number | null | { date: number } | { xml: string }
export type TestSheet = {
  name: string
  rows: readonly (readonly TestCell[])[]
  state?: 'hidden' | 'veryHidden'
  /** Ranges of merged cells: `A2:A3`. */
  merges?: readonly string[]
  /** Numbers of rows, from 1, that are hidden. */
  hidden?: readonly number[]
}
export type TestBook = {
  date1904?: boolean
  strict?: boolean
  zip64?: boolean
  /** Changes or renames parts before they are packed. */
  change?: (part: ZipPart) => ZipPart | null
  more?: readonly ZipPart[]
}

const names = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
}

/** A workbook as spreadsheets write it, with the parts, names and oddities that a test asks for. */
export function workbookOf(sheets: readonly TestSheet[], book: TestBook = {}): Buffer {
  const { main, relations } = book.strict ? names.strict : names.transitional
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}">${book.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet, main),
    })),
    ...(book.more ?? []),
  ]
  const { change = (part: ZipPart) => part } = book
  const packed = parts.map(change).filter((part) => part !== null)
  return zipOf(packed, { zip64: book.zip64 ?? false })
}

function sheetXml({ rows, merges = [], hidden = [] }: TestSheet, main: string): string {
  const lines = rows.map((cells, index) => {
    const filled = cells.map((cell, at) => cellXml(cell, `${lettersOf(at + 1)}${index + 1}`)).join('')
    return `<row r="${index + 1}"${hidden.includes(index + 1) ? ' hidden="1"' : ''}>${filled}</row>`
  })
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`
}

function cellXml(cell: TestCell, reference: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
  return 'date' in cell ? `<c r="${reference}" s="1"><v>${cell.date}</v></c>` : cell.xml
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** 55 → 'BC'. */
function lettersOf(column: number): string {
  const rest = (column - 1) % 26
  const before = (column - 1 - rest) / 26
  return (before > 0 ? lettersOf(before) : '') + String.fromCharCode(65 + rest)
}
