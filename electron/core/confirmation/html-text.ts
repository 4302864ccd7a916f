import { Parser } from 'htmlparser2'

/** What is in them is no text of the message. */
const SILENT = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
])
/** They never close, so that nothing ends with them. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
)
/** More text than any confirmation has, and a longer line than a person reads: hostile markup ends here. */
const maxTextChars = 1_000_000
const maxLineChars = 4000

/**
 * The text of an HTML mail: a row of a table is a line with its cells parted by tabs. Nothing is run, and nothing is
 * loaded: the markup is read as text from its first sign to its last.
 */
export function htmlToText(html: string): string {
  const page = createPage()
  let silent = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent > 0 || SILENT.has(name) || isHidden(attributes)) silent += VOID.has(name) ? 0 : 1
        else if (name === 'br') page.breakLine(true)
        else if (BLOCKS.has(name)) page.breakLine()
      },
      ontext(data) {
        if (silent === 0) page.add(data)
      },
      onclosetag(name) {
        if (VOID.has(name)) return
        if (silent > 0) silent--
        else if (name === 'td' || name === 'th') page.endCell()
        else if (BLOCKS.has(name)) page.breakLine()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  return page.text()
}

/** Lines as they are filled; spaces within them are one, as a browser shows them. */
function createPage() {
  const lines: string[] = []
  let line = ''
  let length = 0
  const breakLine = (always = false) => {
    const done = line.trim()
    if (done !== '' || always) lines.push(done)
    line = ''
  }
  return {
    breakLine,
    add(data: string) {
      length += data.length
      if (length > maxTextChars) return
      const words = data.replace(/[\s\u00a0]+/g, ' ')
      line += /[\t ]$|^$/.test(line.slice(-1)) ? words.replace(/^ /, '') : words
      if (line.length > maxLineChars) breakLine()
    },
    endCell() {
      line = `${line.trimEnd()}\t`
      if (line.length > maxLineChars) breakLine()
    },
    text() {
      breakLine()
      return lines.join('\n')
    },
  }
}

/** Words before the text that only a mail program's list is to show, and what a phone's layout leaves out. */
function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
}
