import { Menu } from 'electron'
import { type MenuParts, menuTemplate } from './menu-template.ts'

/** Puts up the native menu; and again when the language changes. */
export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)))
}
