import type { MenuItemConstructorOptions as Item } from 'electron'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

export type MenuParts = {
  language: Language
  packaged: boolean
  print: () => void
  openStore: () => void
  restore: () => void
  showLog: () => void
  /** Presses a key for the page, which has its own list of keys. */
  press: (key: string) => void
}

/** The native menu in one language. The page has the keys without Ctrl. */
export function menuTemplate(parts: MenuParts, mac: boolean = process.platform === 'darwin'): Item[] {
  const word = (name: string) => words(parts.language, `desktop.menu.${name}` as Key)
  const role = (role: NonNullable<Item['role']>, name: string = role): Item => ({ role, label: word(name) })
  const line: Item = { type: 'separator' }
  /** Shown with its key, which goes to the page by itself when it is pressed. */
  const ofPage = (name: string, key: string): Item => ({
    label: word(name),
    accelerator: key,
    registerAccelerator: false,
    click: () => parts.press(key),
  })
  /** Another key of an item above it. */
  const also = (item: Item, accelerator: string): Item => ({
    ...item,
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
  })
  const program: Item = {
    label: 'Keyrack',
    submenu: [role('about'), line, role('hide'), role('hideOthers'), line, role('quit')],
  }
  const file: Item = {
    label: word('file'),
    submenu: [
      ofPage('switchUser', 'F8'),
      line,
      { label: word('openStore'), click: parts.openStore },
      { label: word('restore'), click: parts.restore },
      line,
      { label: word('print'), accelerator: 'CmdOrCtrl+P', click: parts.print },
      line,
      role('close'),
      ...(mac ? [] : [role('quit')]),
    ],
  }
  const edit: Item = {
    label: word('edit'),
    submenu: [role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll')],
  }
  // The hidden ones are the same keys without Shift, and on the number block.
  const view: Item = {
    label: word('view'),
    submenu: [
      { ...role('zoomIn'), accelerator: 'CmdOrCtrl+Plus' },
      also(role('zoomIn'), 'CmdOrCtrl+='),
      also(role('zoomIn'), 'CmdOrCtrl+numadd'),
      { ...role('zoomOut'), accelerator: 'CmdOrCtrl+-' },
      also(role('zoomOut'), 'CmdOrCtrl+numsub'),
      { ...role('resetZoom', 'zoomReset'), accelerator: 'CmdOrCtrl+0' },
      also(role('resetZoom', 'zoomReset'), 'CmdOrCtrl+num0'),
      line,
      role('togglefullscreen', 'fullScreen'),
      ...(parts.packaged ? [] : [line, role('reload'), role('toggleDevTools', 'tools')]),
    ],
  }
  const help: Item = {
    label: word('help'),
    role: 'help',
    submenu: [
      ofPage('keys', 'F1'),
      { label: word('openLog'), click: parts.showLog },
      ...(mac ? [] : [line, role('about')]),
    ],
  }
  return [...(mac ? [program] : []), file, edit, view, help]
}
