import type { PageSize } from '#shared/domain/folio/paper-size.ts'
import { cssText, sansFace as face } from '#shared/domain/text/markup.ts'
import { words } from '#shared/i18n/index.ts'
import type { WordedReport } from '#shared/i18n/report-text.ts'
import { narrowestHeading, type PaperFit, paperSizes } from './paper-fit.ts'

const light = `--ground:#fff;--raised:#f4f2ec;--line:#dcd8cc;--rule:#e6e3da;--ink:#1b2226;--quiet:#475057;--accent:#0b5e72;
--c0:#0b5e9c;--c1:#e08a00;--c2:#00775a;--c3:#9c4f80;--c4:#57aede;--c5:#7a4a1f;--cq:#5d666c;
--h0:#e3edf5;--h1:#b5d0e6;--h2:#7fadd3;--h3:#3d7fb8;--h4:#0b4f86;--hn:#efece4`
const night = `--ground:#141b1f;--raised:#1a2328;--line:#33424b;--rule:#26323a;--ink:#dfe7ea;--quiet:#aebbc1;--accent:#58bccd;
--c0:#7fb5f5;--c1:#e9b04a;--c2:#5fcb9d;--c3:#d99ac2;--c4:#3f86c9;--c5:#c98f5c;--cq:#9aa7ad;
--h0:#1f2f3d;--h1:#2b4c69;--h2:#3a6f9c;--h3:#5b9bd2;--h4:#a9d3fa;--hn:#20282d`

/** What colours the charts' parts; hues are apart for colour-blind eyes and in lightness, so that grey paper shows them too. */
function chartRules(): string {
  const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 4', '12 4']
  const places = dashes.map(
    (dash, at) =>
      `.f${at}{fill:var(--c${at})}.l${at}{stroke:var(--c${at});stroke-width:2;fill:none${dash ? `;stroke-dasharray:${dash}` : ''}}`,
  )
  const shades = ['0', '1', '2', '3', '4', 'n'].map((at) => `.h${at}{fill:var(--h${at})}`)
  return [
    ...places,
    ...shades,
    '.lq{stroke:var(--cq);stroke-width:1.5;fill:none;stroke-dasharray:3 3}.pq{fill:var(--cq)}',
    '.rule{stroke:var(--rule)}.zero{stroke:var(--quiet)}.tick{fill:var(--quiet);font-size:12px}',
  ].join('\n')
}

/** Type and space of the tables on paper, by how much they have to be pressed together. */
function paperRules(): string {
  return paperSizes
    .map(
      ({ font, padding }, at) =>
        `.s${at} table{font-size:${font}pt}.s${at} th,.s${at} td{padding:2pt ${padding}pt}`,
    )
    .join('\n')
}

/** The page's whole style: light and night, screen and paper, with the heads and feet of printed pages. */
export function htmlStyle(
  { hotel, title, facts, language }: WordedReport,
  { isLandscape }: PaperFit,
  paper: PageSize,
): string {
  const [, ...others] = facts
  const marker = '\u0001'
  const page = words(language, 'reportText.page', { page: marker, pages: marker }).split(marker).map(cssText)
  const counted = `${page[0]} counter(page) ${page[1]} counter(pages) ${page[2]}`
  return `
:root{color-scheme:light;${light}}
:root[data-theme=night]{color-scheme:dark;${night}}
@media (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;${night}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.5 ${face};font-variant-numeric:tabular-nums}
main{max-width:1240px;margin:0 auto;padding:24px}
header{display:flex;gap:16px;align-items:start;justify-content:space-between}
h1{margin:0;font-size:22px;line-height:1.3}h2{margin:28px 0 8px;font-size:16px}
p{margin:6px 0}.facts,.hint{color:var(--quiet)}.says{font-size:16px;font-weight:600}
button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
.theme{border:1px solid var(--line);border-radius:3px;padding:4px 10px;background:var(--raised);white-space:nowrap}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:4px 10px;text-align:start;vertical-align:top;border-bottom:1px solid var(--rule)}
thead th{vertical-align:bottom;border-bottom:2px solid var(--quiet);background:var(--ground)}
thead button{font-weight:600;text-align:inherit}
thead button::after{content:" \\2195";color:var(--quiet);font-weight:400}
[aria-sort=ascending] button::after{content:" \\2191";color:var(--accent)}
[aria-sort=descending] button::after{content:" \\2193";color:var(--accent)}
tbody th{font-weight:400}tbody tr:hover>*{background:var(--raised)}
tfoot th,tfoot td{font-weight:600;border-top:2px solid var(--quiet);border-bottom:0}
.n{text-align:end;white-space:nowrap}.d{white-space:nowrap}.part{display:none}
figure{margin:20px 0}figcaption{font-weight:600;margin-bottom:6px}
figure svg[role=img]{display:block;width:100%;height:auto}figure svg.heat{width:auto;max-width:none}
.key{display:flex;flex-wrap:wrap;gap:4px 18px;color:var(--quiet);font-size:13px}
.key svg{height:10px;width:auto;margin-inline-end:4px}
dl{display:grid;grid-template-columns:minmax(120px,max-content) 1fr;gap:6px 20px}dt{font-weight:600}dd{margin:0}
${chartRules()}
@page{size:${paper === 'a4' ? 'A4' : 'letter'} ${isLandscape ? 'landscape' : 'portrait'};margin:20mm 12mm 16mm;
@top-left{content:${cssText(`${hotel} · ${title}`)};font:8.5pt ${face};color:#475057;vertical-align:bottom;padding-bottom:3mm}
@top-right{content:${cssText(others.slice(0, 2).join(' · '))};font:8.5pt ${face};color:#475057;vertical-align:bottom;padding-bottom:3mm}
@bottom-right{content:${counted};font:8.5pt ${face};color:#475057}}
@media print{
:root,:root[data-theme],:root:not([data-theme]){color-scheme:light;${light}}
body{font-size:9.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:none;padding:0}.theme,.hint{display:none}
.scroll{overflow:visible}.parted{display:none}.part{display:block;margin-bottom:5mm}
.part p{color:var(--quiet);margin:2pt 0;break-after:avoid}
thead{display:table-header-group}tfoot{display:table-row-group}
tr,figure,dt,dd{break-inside:avoid}h2{break-after:avoid}
${paperRules()}
thead th,thead th.n{white-space:normal;text-wrap:balance}html:lang(zh) thead th{min-width:${narrowestHeading}em}
thead button{display:contents}thead button::after{content:none!important}
figure svg[role=img]{width:auto;max-width:100%;height:62mm;margin:0}figure svg.heat{height:auto}
figure{margin:4mm 0}
}`.trim()
}
