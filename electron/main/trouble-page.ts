import { type Key, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type StoreTrouble, troubleWords } from '../host/trouble-words.ts'
import type { Theme } from './remembered.ts'

/** What is in the way: the store, a defect while starting, or a page that ended. */
export type Trouble =
  | { kind: 'store'; trouble: StoreTrouble }
  | { kind: 'defect'; incident: string; logFolder: string }
  /** The user's own folder: neither settings nor a log nor a store can be kept. */
  | { kind: 'folder'; folder: string }
  | { kind: 'crashed' }

export type TroubleAction = 'retry' | 'choose' | 'usual' | 'create' | 'reload' | 'language' | 'quit'

/** `usualIsElse`: the user's own store is another than the one in trouble. `tried`: when it was tried again, in vain. */
export type TroubleMoment = { usualIsElse: boolean; tried: Date | null }

/**
 * Latin faces before Chinese ones, one that each system has: a Chinese face sets the apostrophe of “can’t” as wide as a
 * character.
 */
const faces = `'Segoe UI', 'Helvetica Neue', 'Noto Sans', Ubuntu, Cantarell, Roboto, 'Liberation Sans', Arial, 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`

/** The start-up window: what happened, what is safe, what to do. Plain buttons, no script: it must work when nothing else does. */
export function troublePage(
  trouble: Trouble,
  language: Language,
  theme: Theme | null,
  moment: TroubleMoment = { usualIsElse: false, tried: null },
): string {
  const { title, lines, actions } = contentOf(trouble, language, moment)
  const other = localeOf(language === 'zh' ? 'en' : 'zh')
  const scheme = theme === null ? 'light dark' : theme === 'night' ? 'dark' : 'light'
  const buttons = actions.map(
    ([action, label], index) =>
      `<button formaction="/${action}"${index === 0 ? ' autofocus class="first"' : ''}>${escaped(label)}</button>`,
  )
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>
:root { color-scheme: ${scheme} }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#eeece5, #0d1215); color: light-dark(#1b2226, #dfe7ea); font: 15px/24px ${faces} }
main { width: min(640px, 100vw - 48px); box-sizing: border-box; padding: 28px 32px; border-top: 3px solid light-dark(#b3261e, #ff8a7a); background: light-dark(#fcfbf8, #141b1f) }
h1 { margin: 0 0 12px; font-size: 20px; line-height: 28px; font-weight: 600 }
p { margin: 0 0 12px; overflow-wrap: anywhere }
form { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 20px }
form.other { float: right; margin: 0 }
form.other button { min-height: 28px; padding: 0 8px; border-color: transparent }
button { font: inherit; min-height: 36px; padding: 4px 16px; border-radius: 3px; cursor: pointer; border: 1px solid light-dark(#8f8a7c, #5f707a); background: none; color: inherit }
button.first { background: light-dark(#0b5e72, #4fb3c8); border-color: transparent; color: light-dark(#fff, #06181d) }
button:focus-visible { outline: 3px solid light-dark(#0b7d99, #7fd4e6); outline-offset: 2px }
</style></head>
<body><main role="alert"><form method="get" class="other"><button formaction="/language" lang="${other}">${escaped(words(language, 'desktop.trouble.other'))}</button></form><h1>${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<form method="get">${buttons.join('\n')}</form></main></body>
</html>
`
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
  const create: [TroubleAction, string][] =
    trouble.trouble.code === 'STORE_MISSING' ? [['create', t('desktop.trouble.create')]] : []
  return {
    title,
    lines: [happened, remedy, ...again],
    actions: [retry, choose, ...usual, ...create, quit],
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
