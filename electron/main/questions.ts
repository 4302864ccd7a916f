import { type BrowserWindow, dialog } from 'electron'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { WorkToLose } from './long-work.ts'

/** Whether an import or a demo that is at work may be thrown away. */
export function mayStop(window: BrowserWindow, work: WorkToLose, language: Language): Promise<boolean> {
  return agrees(window, {
    message: words(language, `desktop.leaving.${work.kind}`, { percent: percentOf(work) }),
    detail: words(language, 'desktop.leaving.detail'),
    buttons: [words(language, 'desktop.leaving.stay'), words(language, 'desktop.leaving.stop')],
  })
}

/** Whether a store that a second start named is to be opened in the place of the one that is open. */
export function mayChangeTo(
  window: BrowserWindow,
  stores: { open: string; other: string },
  language: Language,
): Promise<boolean> {
  return agrees(window, {
    message: words(language, 'desktop.second.message', stores),
    detail: words(language, 'desktop.second.detail'),
    buttons: [words(language, 'desktop.second.stay'), words(language, 'desktop.second.change')],
  })
}

/** Says who may restore a copy. */
export async function sayAdministrator(window: BrowserWindow, language: Language): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    noLink: true,
    message: words(language, 'desktop.restore.administrator'),
  })
}

/** Enter and Esc leave everything as it is. */
async function agrees(
  window: BrowserWindow,
  question: { message: string; detail: string; buttons: [string, string] },
): Promise<boolean> {
  const common = { type: 'question', defaultId: 0, cancelId: 0, noLink: true } as const
  const { response } = await dialog.showMessageBox(window, { ...common, ...question })
  return response === 1
}

function percentOf({ done, total }: WorkToLose): number {
  return total > 0 ? Math.floor((done / total) * 100) : 0
}
