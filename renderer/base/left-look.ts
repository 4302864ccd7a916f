import { languageOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { Theme } from './theme/tokens.ts'

/** Where this machine keeps its language and its theme. */
export const LANGUAGE_LEFT = 'keyrack:language'
export const THEME_LEFT = 'keyrack:theme'

/** Where it keeps the hotel's language, for a start before anybody has chosen one. */
export const HOTEL_LANGUAGE = 'keyrack:hotel-language'

/** The language this machine was left in, else the hotel's as it was last known here, else the browser's. */
export function languageLeft(): Language {
  const left = localStorage.getItem(LANGUAGE_LEFT) ?? localStorage.getItem(HOTEL_LANGUAGE)
  return languageOf(left ?? navigator.language)
}

/** The theme chosen on this machine; null: as the system. */
export function themeLeft(): Theme | null {
  const left = localStorage.getItem(THEME_LEFT)
  return left === 'light' || left === 'night' ? left : null
}

/** Writes the language into the page, for fonts and screen readers. */
export function markLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** Writes the theme into the page; null: the style sheet follows the system. */
export function markTheme(choice: Theme | null): void {
  if (choice) document.documentElement.dataset.theme = choice
  else delete document.documentElement.dataset.theme
}
