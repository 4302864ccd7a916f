import { type MenuItemConstructorOptions as Item, Menu } from 'electron'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

export type MenuParts = {
  language: Language
  packaged: boolean
  print: () => void
  showLog: () => void
}

/** The native menu in one language; made anew when the language changes. The page has the keys without Ctrl. */
export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)))
}

export function menuTemplate(parts: MenuParts, mac: boolean = process.platform === 'darwin'): Item[] {
  const word = (name: string) => words(parts.language, `desktop.menu.${name}` as Key)
  const role = (role: NonNullable<Item['role']>, name: string = role): Item => ({ role, label: word(name) })
  const line: Item = { type: 'separator' }
  const program: Item = {
    label: 'Keyrack',
    submenu: [role('about'), line, role('hide'), role('hideOthers'), line, role('quit')],
  }
  const file: Item = {
    label: word('file'),
    submenu: [
      { label: word('print'), accelerator: 'CmdOrCtrl+P', click: parts.print },
      line,
      mac ? role('close') : role('quit'),
    ],
  }
  const edit: Item = {
    label: word('edit'),
    submenu: [role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll')],
  }
  // The second item is the same key without Shift, and on the number block.
  const view: Item = {
    label: word('view'),
    submenu: [
      { ...role('zoomIn'), accelerator: 'CmdOrCtrl+Plus' },
      { ...role('zoomIn'), accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
      role('zoomOut'),
      { ...role('resetZoom', 'zoomReset'), accelerator: 'CmdOrCtrl+0' },
      line,
      role('togglefullscreen', 'fullScreen'),
      ...(parts.packaged ? [] : [line, role('reload'), role('toggleDevTools', 'tools')]),
    ],
  }
  const help: Item = {
    label: word('help'),
    role: 'help',
    submenu: [{ label: word('openLog'), click: parts.showLog }],
  }
  return [...(mac ? [program] : []), file, edit, view, help]
}
