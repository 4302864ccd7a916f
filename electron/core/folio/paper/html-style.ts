import type { PaperSize } from '#shared/domain/folio/paper-size.ts'
import { cssText, sansFace } from '#shared/domain/text/markup.ts'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

/** The language of a paper, and what sheets after the first say of which one they are. */
export type Running = { language: Language; running: string }

/** A sheet in millimetres, its margins (top, sides, bottom) and its type in points. */
type Sheet = { size: string; width: number; margins: readonly [number, number, number]; font: number }

const sheets: Record<PaperSize, Sheet> = {
  a4: { size: 'A4', width: 210, margins: [16, 13, 16], font: 9 },
  letter: { size: '215.9mm 279.4mm', width: 216, margins: [15, 13, 15], font: 9 },
  // Half an inch of holes on each side, and as much again that a printer's head may miss
  'form-241': { size: '241mm 280mm', width: 241, margins: [14, 20, 14], font: 10 },
  // As long as what is on it: a size here would be scaled to the paper that the printer says it has
  'roll-80': { size: '', width: 80, margins: [4, 4, 8], font: 9 },
}

/** Width of the paper in millimetres where its length follows from its content; null for sheets. */
export function rollWidth(size: PaperSize): number | null {
  return size === 'roll-80' ? sheets[size].width : null
}

/**
 * The page's whole style. No fills and only thin lines, so that dot-matrix and thermal printers can print it; sheets after the
 * first say which paper they belong to, every sheet its number and, on a copy, that it is one.
 */
export function paperStyle(paper: Running, size: PaperSize, copy: number): string {
  return `${commonRules(sheets[size])}\n${size === 'roll-80' ? rollRules(sheets[size]) : sheetRules(sheets[size], paper, copy)}`
}

function commonRules({ width, margins, font }: Sheet): string {
  const [top, side, bottom] = margins
  return `*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0;background:#fff;color:#000;font:${font}pt/1.4 ${sansFace};font-variant-numeric:tabular-nums}
main{overflow-wrap:anywhere}
h1{margin:0;font-size:1.7em;line-height:1.25}h2{margin:0 0 1mm;font-size:1em}
p{margin:0}.name{font-weight:600}.hotel{font-size:1.25em;font-weight:600}.lead{white-space:pre-line}
.mark{display:inline-block;margin-top:1mm;padding:.5mm 2mm;border:.4mm solid #000;font-weight:600;letter-spacing:.05em}
table{border-collapse:collapse;width:100%}
th,td{padding:.6mm 1.2mm;text-align:start;vertical-align:top;font-weight:400}
th:first-child,td:first-child{padding-inline-start:0}th:last-child,td:last-child{padding-inline-end:0}
thead th{vertical-align:bottom;font-weight:600;border-bottom:.25mm solid #000}
.n{text-align:end;white-space:nowrap;overflow-wrap:normal}.d{white-space:nowrap;width:1%}
.sub>*{padding-top:2mm;font-weight:600}.foot>*{border-top:.2mm solid #000;font-weight:600}
.strong>*{font-weight:600;font-size:1.15em}
thead{display:table-header-group}tr{break-inside:avoid}.sub{break-after:avoid}.foot{break-before:avoid}
.note,.code{font-size:.9em}.words{margin-top:1mm}
.notice{margin-top:3mm;padding-top:1.5mm;border-top:.2mm solid #000}
.whole{break-inside:avoid}
.footer{margin-top:3mm;white-space:pre-line}
@media screen{main{width:${width}mm;max-width:100%;margin:0 auto;padding:${top}mm ${side}mm ${bottom}mm}}`
}

function sheetRules({ size, margins }: Sheet, { language, running }: Running, copy: number): string {
  const [top, side, bottom] = margins
  const face = `font:8pt ${sansFace};color:#000`
  const mark = copy > 0 ? cssText(words(language, 'paper.copy', { number: copy })) : 'none'
  return `header{display:flex;justify-content:space-between;gap:8mm;padding-bottom:2mm;border-bottom:.3mm solid #000}
.title{text-align:end;flex:none;max-width:60%}
.parties{display:grid;grid-template-columns:1fr 1fr;gap:8mm;margin:4mm 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3mm 4mm;margin:0;align-content:start}dl div{display:contents}dt{font-weight:400}dd{margin:0;font-weight:600}
.reverses{margin:0 0 3mm;padding:1.5mm 2mm;border:.25mm solid #000;font-weight:600}
.lines{margin-top:2mm}.lines tbody tr:last-child>*{border-bottom:.25mm solid #000}
.sums{display:grid;grid-template-columns:1.2fr 1fr;gap:8mm;margin-top:3mm;align-items:start;break-inside:avoid}
.sums>:only-child{grid-column:2}
.payments{margin-top:4mm}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:14mm;margin-top:16mm}
.signs p{border-top:.25mm solid #000;padding-top:1mm}
@page{size:${size};margin:${top}mm ${side}mm ${bottom}mm;
@top-left{content:${cssText(running)};${face}}
@top-right{content:${mark};${face}}
@bottom-right{content:${pageCount(language)};${face}}}
@page:first{@top-left{content:none}@top-right{content:none}}`
}

function rollRules({ margins }: Sheet): string {
  const [top, side, bottom] = margins
  return `header,.title{text-align:center}.title{margin-top:2mm}h1{font-size:1.4em}
header{padding-bottom:2mm;border-bottom:.2mm dashed #000}
.parties{margin:2mm 0}dl{margin:0}dl div{display:flex;justify-content:space-between;gap:3mm}dt{flex:none}dd{margin:0;font-weight:600;text-align:end}
.payee{margin-bottom:2mm}
.reverses{margin:2mm 0;font-weight:600}
.lines,.sums,.payments{border-top:.2mm dashed #000;padding-top:1mm}.payments,.sums{margin-top:1.5mm}
.lines .how>*{padding-top:0}.taxes{margin-bottom:2mm}
.sums{display:flex;flex-direction:column}
.signs p{margin-top:14mm;border-top:.2mm solid #000;padding-top:1mm}
@page{margin:0}
@media print{main{padding:${top}mm ${side}mm ${bottom}mm}}`
}

/** “Page 1 of 3” with the counters that the printing browser keeps. */
function pageCount(language: Language): string {
  const marker = '\u0001'
  const parts = words(language, 'paper.page', { page: marker, pages: marker }).split(marker).map(cssText)
  return `${parts[0]} counter(page) ${parts[1]} counter(pages) ${parts[2]}`
}
