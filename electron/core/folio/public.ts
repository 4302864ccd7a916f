/** What other areas may use of folios: the rules by which postings are made, for whoever writes them in bulk. */

export { routedLines } from './charge.ts'
export { countryCharts } from './chart/country-charts.ts'
export { loadChartData } from './chart/load.ts'
export { allowanceLine } from './correct.ts'
export { ownPayee } from './folio-aggregate.ts'
export { type ChargeItem, chargeLines, type Place } from './lines.ts'
export { emptyFolio } from './open.ts'
export { frameOf } from './paper/content.ts'
export { draftLine } from './paper/lines.ts'
export { paymentLine } from './pay.ts'
export { type PostingContext, type PostingDraft, postingImage, postingRows } from './posting-rows.ts'
export { nightLines, originOfNight } from './room.ts'
