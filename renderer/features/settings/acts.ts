import type { May } from '#renderer/base/desk.ts'
import type { Act, Acts } from '#renderer/base/keys/acts.ts'
import type { CutoverSection } from '#shared/domain/folio/cutover.ts'
import type { Tab } from './money/money-things.ts'
import { type SectionName, sections } from './sections.ts'

/** The sections, each with its key anyone who looks. */
export const sectionActs = Object.fromEntries(
  sections.map(({ name, key, sees }): [SectionName, Act<May>] => [
    name,
    { key, label: `settings.key.${name}`, when: (may) => may(sees) },
  ]),
) as Acts<May, SectionName>

/** What a section that is a list does. */
export const addActs = { add: { key: 'Alt+N', label: 'settings.key.add' } } as const satisfies Acts

/** What the rooms do besides. */
export const rangeActs = {
  addRange: { key: 'Alt+R', label: 'settings.key.addRange' },
} as const satisfies Acts

/** What the backups do besides. */
export const backupActs = {
  backUp: { key: 'Alt+B', label: 'settings.key.backUp' },
} as const satisfies Acts

/** What a section that is one form does. */
export const saveActs = { save: { key: 'Ctrl+S', label: 'keys.save' } } as const satisfies Acts

/** The parts of the chart of accounts. */
export const moneyTabActs = {
  accounts: { key: '1', label: 'chart.tab.accounts' },
  taxes: { key: '2', label: 'chart.tab.taxes' },
  rules: { key: '3', label: 'chart.tab.rules' },
  codes: { key: '4', label: 'chart.tab.codes' },
  packages: { key: '5', label: 'chart.tab.packages' },
  policies: { key: '6', label: 'chart.tab.policies' },
  rates: { key: '7', label: 'chart.tab.rates' },
  series: { key: '8', label: 'chart.tab.series' },
  general: { key: '9', label: 'chart.tab.general' },
} as const satisfies Acts<never, Tab>

/** The sections of what is taken over from the system before. */
export const cutoverSectionActs = {
  folios: { key: '1', label: 'cutover.section.folios' },
  deposits: { key: '2', label: 'cutover.section.deposits' },
  items: { key: '3', label: 'cutover.section.items' },
  vouchers: { key: '4', label: 'cutover.section.vouchers' },
  numbers: { key: '5', label: 'cutover.section.numbers' },
} as const satisfies Acts<never, CutoverSection>

/** What is done with the lines of a section. */
export const cutoverLineActs = {
  file: { key: 'Alt+O', label: 'cutover.key.file' },
  remove: { key: 'Del', label: 'cutover.key.remove' },
} as const satisfies Acts

/** What is done with all of them. */
export const cutoverActs = { post: { key: 'Ctrl+S', label: 'cutover.key.post' } } as const satisfies Acts
