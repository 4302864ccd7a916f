import { readXmlWhole } from './xlsx-xml.ts'
import { ZipDamaged, type ZipEntry, type ZipParts, zipStream } from './zip.ts'

/** A sheet of a workbook and the part that holds its rows. */
export type SheetPart = { name: string; hidden: boolean; entry: ZipEntry | undefined }

/** The parts of a workbook, found by the relationships between them; names are for people. */
export type WorkbookParts = {
  sheets: SheetPart[]
  date1904: boolean
  styles: ZipEntry | undefined
  strings: ZipEntry | undefined
}

/** Whether a ZIP is a workbook; a document, a binary workbook (xlsb) and any other ZIP is none. */
export async function isWorkbook(path: string, entries: ZipParts): Promise<boolean> {
  return (await mainPart(path, entries)) !== null
}

/** Finds a workbook's parts. Throws ZipDamaged where it has no sheet or none that can be found. */
export async function workbookParts(path: string, entries: ZipParts): Promise<WorkbookParts> {
  const main = await mainPart(path, entries)
  const book = main && entryOf(entries, main)
  if (!main || !book) throw new ZipDamaged('workbook')
  const relations = await readRelations(path, entries, main)
  const { sheets, date1904 } = await readBook(path, book)
  const parts = sheets.flatMap(({ name, hidden, relation }) => {
    const found = relations.get(relation)
    return found?.kind === 'worksheet' ? [{ name, hidden, entry: entryOf(entries, found.target) }] : []
  })
  if (parts.length === 0) throw new ZipDamaged('no sheet')
  const part = (kind: string, usual: string) => {
    const related = [...relations.values()].find((one) => one.kind === kind)
    return (related && entryOf(entries, related.target)) ?? entryOf(entries, inFolder(main, usual))
  }
  return {
    sheets: parts,
    date1904,
    styles: part('styles', 'styles.xml'),
    strings: part('sharedStrings', 'sharedStrings.xml'),
  }
}

/** The part that lists the sheets: the one that the package names, else the one with its content, else the usual one. */
async function mainPart(path: string, entries: ZipParts): Promise<string | null> {
  const named = [...(await readRelations(path, entries, '')).values()].find(
    ({ kind }) => kind === 'officeDocument',
  )
  const candidates = [named?.target, await bookByContent(path, entries), 'xl/workbook.xml']
  const found = candidates.find((name) => name !== undefined && entryOf(entries, name) !== undefined)
  const entry = found === undefined ? undefined : entryOf(entries, found)
  // A document, or a workbook in binary form (xlsb), is named the same way.
  if (!found || !entry || !found.toLowerCase().endsWith('.xml')) return null
  return (await rootOf(path, entry)) === 'workbook' ? found : null
}

async function rootOf(path: string, entry: ZipEntry): Promise<string> {
  let root = ''
  await readXmlWhole(zipStream(path, entry), {
    open: (name) => {
      root ||= name
    },
  })
  return root
}

async function bookByContent(path: string, entries: ZipParts): Promise<string | undefined> {
  const types = entryOf(entries, '[Content_Types].xml')
  let found: string | undefined
  if (types)
    await readXmlWhole(zipStream(path, types), {
      open: (name, { PartName, ContentType }) => {
        if (name === 'Override' && PartName && /(sheet|template)\S*\.main\+xml$/i.test(ContentType ?? ''))
          found ??= plainPath(PartName)
      },
    })
  return found
}

type Relation = { kind: string; target: string }

/** Relationships of a part (of the package itself: '') by their id; `kind` is the end of their type, in any edition. */
async function readRelations(path: string, entries: ZipParts, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const cut = part.lastIndexOf('/') + 1
  const entry = entryOf(entries, `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`)
  if (!entry) return relations
  await readXmlWhole(zipStream(path, entry), {
    open: (name, { Id, Target, Type, TargetMode }) => {
      if (name !== 'Relationship' || !Id || !Target || !Type || TargetMode === 'External') return
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target: inFolder(part, Target) })
    },
  })
  return relations
}

type NamedSheet = { name: string; hidden: boolean; relation: string }

async function readBook(path: string, book: ZipEntry): Promise<{ sheets: NamedSheet[]; date1904: boolean }> {
  const sheets: NamedSheet[] = []
  let date1904 = false
  await readXmlWhole(zipStream(path, book), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name === 'sheet' && attributes.name)
        sheets.push({
          name: attributes.name,
          hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
          relation: relationOf(attributes),
        })
    },
  })
  return { sheets, date1904 }
}

/** `r:id`, with any prefix the file gives that namespace. */
function relationOf(attributes: Record<string, string>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return key ? (attributes[key] ?? '') : ''
}

/** An entry by its name: exactly, else in any case and with its escapes (%20) resolved. */
function entryOf(entries: ZipParts, name: string): ZipEntry | undefined {
  const exact = entries.get(name)
  if (exact) return exact
  const wanted = comparable(name)
  for (const [known, entry] of entries) if (comparable(known) === wanted) return entry
  return undefined
}

function comparable(name: string): string {
  return name
    .replace(/%[0-9a-f]{2}/gi, (sign) => String.fromCharCode(Number.parseInt(sign.slice(1), 16)))
    .toLowerCase()
}

/** A target as the part names it: from the top of the package (`/xl/…`), or from the part's own folder (`../xl/…`). */
function inFolder(part: string, target: string): string {
  const plain = target.replaceAll('\\', '/')
  return plainPath(plain.startsWith('/') ? plain : `${part.slice(0, part.lastIndexOf('/') + 1)}${plain}`)
}

function plainPath(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
