import { type Key, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type StoreTrouble, troubleWords } from '../host/trouble-words.ts'
import { paragraphs, plainPage } from './plain-page.ts'
import type { Theme } from './remembered.ts'

/** What is in the way: the store, a defect while starting, or a page that ended. */
export type Trouble =
  | { kind: 'store'; trouble: StoreTrouble }
  | { kind: 'defect'; incident: string; logFolder: string }
  /** The user's own folder: neither settings nor a log nor a store can be kept. */
  | { kind: 'folder'; folder: string }
  | { kind: 'crashed' }

export type TroubleAction =
  | 'retry'
  | 'choose'
  | 'usual'
  | 'create'
  | 'restore'
  | 'reload'
  | 'language'
  | 'quit'

/** What a copy in the store's place would settle. */
const restorable: readonly StoreTrouble['code'][] = [
  'STORE_MISSING',
  'STORE_DAMAGED',
  'STORE_NOT_A_STORE',
  'STORE_REMAINS',
  'STORE_NEWER',
]

/** `usualIsElse`: the user's own store is another than the one in trouble. `tried`: when it was tried again, in vain. */
export type TroubleMoment = { usualIsElse: boolean; tried: Date | null }

/** The start-up window: what happened, what is safe, what to do. */
export function troublePage(
  trouble: Trouble,
  language: Language,
  theme: Theme | null,
  moment: TroubleMoment = { usualIsElse: false, tried: null },
): string {
  const { title, lines, actions } = contentOf(trouble, language, moment)
  return plainPage({ title, body: paragraphs(lines), buttons: actions }, language, theme)
}

function contentOf(trouble: Trouble, language: Language, { usualIsElse, tried }: TroubleMoment) {
  const t = (key: Key, params = {}) => words(language, key, params)
  const quit: [TroubleAction, string] = ['quit', t('desktop.trouble.quit')]
  if (trouble.kind === 'crashed') {
    const lines = [t('desktop.crashed.happened'), t('desktop.crashed.safe')]
    const reload: [TroubleAction, string] = ['reload', t('desktop.crashed.reload')]
    return { title: t('desktop.crashed.title'), lines, actions: [reload, quit] }
  }
  const retry: [TroubleAction, string] = ['retry', t('desktop.trouble.retry')]
  const choose: [TroubleAction, string] = ['choose', t('desktop.trouble.choose')]
  const title = t('desktop.trouble.title')
  if (trouble.kind === 'folder') {
    const { folder } = trouble
    const lines = [t('desktop.trouble.folder', { folder }), t('desktop.trouble.folderRemedy', { folder })]
    return { title: t('desktop.trouble.folderTitle'), lines, actions: [retry, quit] }
  }
  const usual: [TroubleAction, string][] = usualIsElse ? [['usual', t('desktop.trouble.usual')]] : []
  const time = tried?.toLocaleTimeString(localeOf(language), { timeStyle: 'medium' })
  const again = time ? [t('desktop.trouble.triedAgain', { time })] : []
  if (trouble.kind === 'defect') {
    const lines = [
      t('desktop.trouble.defect'),
      t('desktop.trouble.defectRemedy', { folder: trouble.logFolder, incident: trouble.incident }),
      ...again,
    ]
    return { title, lines, actions: [retry, choose, ...usual, quit] }
  }
  const { happened, remedy } = troubleWords(trouble.trouble, language)
  const { code } = trouble.trouble
  const create: [TroubleAction, string][] =
    code === 'STORE_MISSING' ? [['create', t('desktop.trouble.create')]] : []
  const restore: [TroubleAction, string][] = restorable.includes(code)
    ? [['restore', t('desktop.trouble.restore')]]
    : []
  return {
    title,
    lines: [happened, remedy, ...again],
    actions: [retry, ...restore, choose, ...usual, ...create, quit],
  }
}
