import type { RestorePlan } from '#core/compose-restore.ts'
import type { BackupCopy } from '#shared/contract/backup.ts'
import { describeReply, type Key, operationWords, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { factsParams, manifestParams, momentText } from '../host/backup-words.ts'
import { troubleWords } from '../host/trouble-words.ts'
import { escaped, type PageButton, type PlainPage, paragraphs, plainPage } from './plain-page.ts'
import type { Theme } from './remembered.ts'
import type { RestoreState } from './restore-flow.ts'

type Say = (key: Key, params?: Record<string, string | number>) => string

/** Operations of the changes that would be lost, at most so many kinds. */
const namedOperations = 12

/** The page on which a copy is chosen, verified and restored. */
export function restorePage(state: RestoreState, language: Language, theme: Theme | null): string {
  const say: Say = (key, params = {}) => words(language, key, params)
  return plainPage(pageOf(state, say, language), language, theme)
}

function pageOf(state: RestoreState, say: Say, language: Language): PlainPage {
  const leave: PageButton = ['restore-leave', say('desktop.restore.leave')]
  const folder: PageButton = ['restore-folder', say('desktop.restore.otherFolder')]
  if (state.at === 'choose') {
    const { refusal, copies } = state
    const title = say('desktop.restore.title')
    if (refusal) {
      const wrong = describeReply({ ok: false, refusal }, language, 'backup.list')
      return { title, body: paragraphs([wrong]), buttons: [folder, leave] }
    }
    const body =
      copies.length === 0
        ? paragraphs([say('cli.backups.none', { folder: state.folder })])
        : `${paragraphs([say('desktop.restore.which', { folder: state.folder })])}\n${tableOf(copies, say, language)}`
    return { title, body, buttons: [leave, folder], wide: true, calm: true }
  }
  if (state.at === 'working') {
    const title = say(`desktop.restore.${state.what}`)
    const bar = `<progress max="100" value="${state.percent}" aria-label="${escaped(title)}"></progress>`
    const body = `${paragraphs([state.file])}\n<p>${bar} ${state.percent} %</p>`
    return { title, body, buttons: [['restore-stop', say('desktop.restore.stop')]], calm: true }
  }
  if (state.at === 'plan') return planPage(state.plan, state.store, say, language, leave, folder)
  if (state.at === 'done') {
    const key = state.aside === null ? 'cli.restore.doneNew' : 'cli.restore.done'
    const body = paragraphs([say(key, { store: state.store, aside: state.aside ?? '' })])
    const open: PageButton = ['restore-leave', say('desktop.restore.open')]
    return { title: say('desktop.restore.doneTitle'), body, buttons: [open], calm: true }
  }
  return {
    title: say('desktop.restore.notTitle'),
    body: paragraphs(whyNot(state, say, language)),
    buttons: [folder, leave],
  }
}

function whyNot(
  state: Extract<RestoreState, { at: 'refused' | 'trouble' | 'defect' }>,
  say: Say,
  language: Language,
): string[] {
  if (state.at === 'defect') return [say('desktop.restore.defect', { incident: state.incident })]
  if (state.at === 'trouble') {
    const { happened, remedy } = troubleWords(state.trouble, language)
    return [happened, remedy]
  }
  const { refusal } = state
  if (refusal.code === 'CANCELLED') return [say('cli.restore.cancelled')]
  return [describeReply({ ok: false, refusal }, language, 'backup.restore')]
}

function tableOf(copies: readonly BackupCopy[], say: Say, language: Language): string {
  const texts = ['made', 'date', 'hotel'] as const
  const figures = ['guests', 'bookings', 'changes', 'megabytes'] as const
  const headOf = (name: (typeof texts | typeof figures)[number] | 'state', style = '') =>
    `<th scope="col"${style}>${escaped(say(`desktop.restore.head.${name}`))}</th>`
  const head = [
    ...texts.map((name) => headOf(name)),
    ...figures.map((name) => headOf(name, ' class="figure"')),
    headOf('state'),
  ]
  const rows = copies.map((copy, index) => rowOf(copy, index, say, language))
  return `<div class="scroll" tabindex="0"><table><thead><tr>${head.join('')}<th></th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

function rowOf({ file, state, manifest }: BackupCopy, index: number, say: Say, language: Language): string {
  const stateCell = `<td>${escaped(say(`backup.state.${state}`))}</td>`
  if (!manifest) return `<tr><td colspan="7">${escaped(file)}</td>${stateCell}<td></td></tr>`
  const { made, date, hotel, guests, bookings, changes, megabytes } = manifestParams(manifest, language)
  const texts = [made, date, hotel].map((text) => `<td>${escaped(text)}</td>`)
  const figures = [guests, bookings, changes, megabytes].map((text) => `<td class="figure">${text}</td>`)
  const usable = state === 'whole' || state === 'flawed'
  const label = escaped(say('desktop.restore.take', { made }))
  const button = usable
    ? `<form method="get"><button formaction="/restore-copy-${index}" aria-label="${label}">${escaped(say('desktop.restore.choose'))}</button></form>`
    : ''
  return `<tr>${texts.join('')}${figures.join('')}${stateCell}<td>${button}</td></tr>`
}

function planPage(
  plan: RestorePlan,
  store: string,
  say: Say,
  language: Language,
  leave: PageButton,
  folder: PageButton,
): PlainPage {
  const { file, made, facts, findings, present, lost } = plan
  const params = factsParams(facts, made ?? facts.lastChange.moment, language)
  const lines = [say('cli.restore.copy', { file, ...params })]
  if (findings.length > 0) lines.push(say('cli.restore.flawed', { codes: findings.join(', ') }))
  if (present.state === 'missing') lines.push(say('cli.restore.missing', { store }))
  else if (!lost) lines.push(say('cli.restore.unreadable', { store }))
  else if (lost.first === null) lines.push(say('cli.restore.nothingLost', { store }))
  const body = `${paragraphs(lines)}\n${lost && lost.first !== null ? lossOf(plan, lost, store, say, language) : ''}`
  const buttons: PageButton[] = [leave, ['restore-yes', say('desktop.restore.yes')], folder]
  return { title: say('desktop.restore.planTitle'), body, buttons, wide: true }
}

/** How much would be lost, by what it was, and its first changes one by one. */
function lossOf(
  { facts }: RestorePlan,
  lost: NonNullable<RestorePlan['lost']>,
  store: string,
  say: Say,
  language: Language,
): string {
  const at = (moment: string | null) => momentText(moment ?? '', facts.timeZone, language)
  const count = say('cli.restore.lost', {
    count: lost.changes,
    store,
    first: at(lost.first),
    last: at(lost.last),
  })
  const figures = new Intl.NumberFormat(localeOf(language))
  const kinds = lost.operations
    .slice(0, namedOperations)
    .map(({ operation, changes }) => `${operationWords(operation, language)} ${figures.format(changes)}`)
  const rows = lost.rows.map(
    ({ moment, actor, operation }) =>
      `<tr><td>${escaped(at(moment))}</td><td>${escaped(actor)}</td><td>${escaped(operationWords(operation, language))}</td></tr>`,
  )
  return `${paragraphs([count, kinds.join(' · '), say('desktop.restore.firstLost')])}
<div class="scroll" tabindex="0"><table><tbody>${rows.join('\n')}</tbody></table></div>`
}
