import { undoLast } from '#renderer/api/use-command.ts'
import type { Key } from '#shared/i18n/index.ts'
import { lockDesk, signOut } from '../../api/session.ts'
import { type May, useDesk } from '../../base/desk.ts'
import type { Entry } from '../../base/find/match.ts'
import { wordsOf } from '../../base/find/words.ts'
import { currentLanguage, setLanguage } from '../../base/language.ts'
import { go } from '../../base/route/route.tsx'
import { fromScreens, type PaletteCommand } from '../../base/screen-commands.ts'
import { setTheme, switchTheme } from '../../base/theme/theme.ts'
import { screens } from '../screens.ts'

export type PaletteEntry = Entry & { title: Key; run: () => void; key?: string; kind: 'screen' | 'command' }

const everywhere: readonly PaletteCommand[] = [
  { id: 'theme', title: 'shell.commands.switchTheme', run: switchTheme, words: 'dark night light 夜间 日间' },
  {
    id: 'language',
    title: 'shell.commands.switchLanguage',
    run: () => setLanguage(currentLanguage() === 'zh' ? 'en' : 'zh', useDesk.getState().user?.login),
    words: 'language 语言 yuyan yy chinese english 中文 英文',
  },
  {
    id: 'keys',
    title: 'shell.commands.showKeys',
    run: () => useDesk.setState({ overlay: 'keys' }),
    key: 'F1',
  },
  {
    id: 'all-keys',
    title: 'shell.commands.showAllKeys',
    run: () => useDesk.setState({ overlay: 'all-keys' }),
    key: 'Ctrl+F1',
  },
  { id: 'lock', title: 'shell.commands.switchUser', run: lockDesk, key: 'F8', words: 'lock 锁屏 suoping sp' },
  { id: 'undo', title: 'shell.commands.undoLast', run: () => void undoLast(), key: 'Ctrl+Z' },
  { id: 'theme-system', title: 'shell.themeSystem', run: () => setTheme(null) },
  { id: 'sign-out', title: 'shell.commands.signOut', run: () => void signOut() },
]

/** Screens and commands that somebody may use, with all the words they are found by. */
export function paletteEntries(may: May): PaletteEntry[] {
  const places = screens
    .filter((screen) => !screen.path.includes(':') && may(screen.right))
    .map((screen) => ({
      id: `screen:${screen.path}`,
      kind: 'screen' as const,
      title: screen.title,
      words: wordsOf(screen.title, screen.words),
      run: () => go(screen.path),
      ...(screen.key ? { key: screen.key } : {}),
    }))
  const within = screens
    .flatMap(({ places = [] }) => places)
    .filter((place) => may(place.right))
    .map((place) => ({
      id: `screen:${place.to}`,
      kind: 'screen' as const,
      title: place.title,
      words: wordsOf(place.title, place.words),
      run: () => go(place.to),
    }))
  const acts = [...fromScreens.toReversed().flat(), ...everywhere]
    .filter((command) => may(command.right))
    .map((command) => ({
      ...command,
      id: `command:${command.id}`,
      kind: 'command' as const,
      words: wordsOf(command.title, command.words),
    }))
  return [...places, ...within, ...acts]
}
