import { createHash } from 'node:crypto'
import type { PageSize } from '#shared/domain/folio/paper-size.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { WordedCell, WordedColumn, WordedReport, WordedTable } from '#shared/i18n/report-text.ts'
import { chartFigure } from './chart-svg.ts'
import { htmlScript } from './html-script.ts'
import { htmlStyle } from './html-style.ts'
import { fitPaper, staysWhole, type TableFit } from './paper-fit.ts'
import { chunksOf } from './text-width.ts'

/**
 * One file that shows the report anywhere: nothing is loaded or sent (its policy allows this one style and this one script),
 * tables sort, charts are drawings, light or night by the system or the button; printed it has heads, page numbers and the
 * definitions at its end.
 */
export function htmlOf(worded: WordedReport, paper: PageSize = 'a4'): string {
  const { language, title, hotel } = worded
  const fit = fitPaper(worded)
  const style = htmlStyle(worded, fit, paper)
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(htmlScript)}'; img-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Keyrack">
<link rel="icon" href="data:,">
<title>${escaped(`${title} · ${hotel}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
${headerOf(worded)}
${chartsOf(worded)}
${worded.tables.map((table, index) => tableOf(table, index, fit.tables[index] as TableFit, worded)).join('\n')}
${definitionsOf(worded)}
</main>
<script>${htmlScript}</script>
</body>
</html>
`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function headerOf({ language, title, subtitle, says, notes }: WordedReport): string {
  const said = says ? `<p class="says">${escaped(says)}</p>\n` : ''
  const noted = notes.map((note) => `<p>${escaped(note)}</p>\n`).join('')
  return `<header>
<h1>${escaped(title)}</h1>
<button type="button" class="theme">${escaped(words(language, 'reportText.theme'))}</button>
</header>
<p class="facts">${escaped(subtitle)}</p>
${said}${noted}<p class="hint">${escaped(words(language, 'reportText.sortHint'))}</p>`
}

function chartsOf({ charts, currency, language }: WordedReport): string {
  const how = { currency, language, locale: localeOf(language) }
  return charts.map((chart) => chartFigure(chart, how)).join('\n')
}

/**
 * The report's own table follows its title, the others have a heading each. One that is too wide for paper is printed as several,
 * which the screen does not show.
 */
function tableOf(table: WordedTable, index: number, { size, parts }: TableFit, worded: WordedReport): string {
  const { heading, key, columns } = table
  const name = index === 0 ? worded.title : heading
  const whole = columns.map((_, at) => at)
  const label = `aria-labelledby="t-${key}"`
  return `<section ${label} class="s${size}">
<h2 id="t-${key}">${escaped(name)}</h2>
<div class="scroll${parts ? ' parted' : ''}" role="group" ${label} tabindex="0">
<table ${label}>
${tableBody(table, whole, (text) => `<button type="button">${escaped(text)}</button>`)}
</table>
</div>${parts ? parts.map((part) => partOf(table, part, worded)).join('') : ''}
</section>`
}

function partOf(table: WordedTable, part: readonly number[], { language }: WordedReport): string {
  // What comes after a gap: the columns before it are repeated
  const from = part.find((at, place) => at !== place) ?? 0
  const to = part.at(-1) ?? 0
  const params = { from: from + 1, to: to + 1, all: table.columns.length }
  return `
<div class="part">
<p>${escaped(words(language, 'reportText.columnsOf', params))}</p>
<table>
${tableBody(table, part, escaped)}
</table>
</div>`
}

/** The head, the rows and the total, of the columns that are asked for. */
function tableBody(table: WordedTable, shown: readonly number[], headOf: (text: string) => string): string {
  const { columns, rows, total } = table
  const heads = shown.map((at) => {
    const { heading, isFigure } = columns[at] as WordedColumn
    return `<th scope="col"${isFigure ? ' class="n" data-n' : ''}>${headOf(heading)}</th>`
  })
  const isWhole = columns.map((_, at) => staysWhole(table, at))
  const line = (cells: readonly WordedCell[]) =>
    `<tr>${shown.map((at) => cellOf(cells[at] as WordedCell, columns[at] as WordedColumn, at === 0, isWhole[at] === true)).join('')}</tr>`
  const foot = total ? `\n<tfoot>${line(total)}</tfoot>` : ''
  return `<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.map(line).join('\n')}
</tbody>${foot}`
}

/** `data-v` is what it sorts by: figures and dates as they are on file, words as they are read. */
function cellOf(
  { text, value }: WordedCell,
  { isFigure, kind }: WordedColumn,
  isFirst: boolean,
  isWhole: boolean,
): string {
  const sorts = isFigure || /^(date|month|week|quarter|year|moment)$/.test(kind) ? value : text
  const data = value === null ? '' : ` data-v="${escaped(String(sorts))}"`
  const style = isFigure ? ' class="n"' : isWhole ? ' class="d"' : ''
  const shown = isWhole ? escaped(text) : breakable(text)
  return isFirst ? `<th scope="row"${style}${data}>${shown}</th>` : `<td${style}${data}>${shown}</td>`
}

/** A word of two hundred signs may be broken, so that it does not push the other columns off the paper. */
function breakable(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => chunksOf(word).map(escaped).join('<wbr>'))
    .join('')
}

function definitionsOf({ definitions, language }: WordedReport): string {
  if (definitions.length === 0) return ''
  const entries = definitions.map(
    ({ heading, text }) => `<dt>${escaped(heading)}</dt><dd>${escaped(text)}</dd>`,
  )
  return `<section aria-labelledby="definitions">
<h2 id="definitions">${escaped(words(language, 'reportText.definitions'))}</h2>
<dl>
${entries.join('\n')}
</dl>
</section>`
}
