import i18next from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { catalogues, type Key, languageOf, localeOf } from '#shared/i18n/index.ts'
import type { Language, Params } from '#shared/i18n/types.ts'

const SAVED = 'keyrack:language'

/** Starts i18next with both catalogues in memory, so that a switch of language is one render and no request. */
export function startLanguage(): void {
  void i18next.use(initReactI18next).init({
    lng: savedLanguage(),
    fallbackLng: 'en',
    supportedLngs: ['en', 'zh'],
    resources: { en: { translation: catalogues.en }, zh: { translation: catalogues.zh } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  markPage(currentLanguage())
}

/** The language on screen now, outside of components. */
export function currentLanguage(): Language {
  return languageOf(i18next.language)
}

/** Switches every word on screen at once; remembered for this machine, and for the user who switched. */
export function setLanguage(language: Language, login?: string): void {
  localStorage.setItem(SAVED, language)
  if (login) localStorage.setItem(`${SAVED}:${login}`, language)
  else chosenBeforeSignIn = language
  show(language)
}

/** Takes the hotel's language, unless one was chosen on this machine. */
export function suggestLanguage(language: Language): void {
  if (localStorage.getItem(SAVED) === null) show(language)
}

/** At sign-in: what was chosen a moment ago on that screen, else what this user chose here before, else the user's own. */
export function languageOfUser(login: string, own: Language): void {
  const saved = chosenBeforeSignIn ?? localStorage.getItem(`${SAVED}:${login}`)
  chosenBeforeSignIn = null
  setLanguage(saved === null ? own : languageOf(saved), login)
}

let chosenBeforeSignIn: Language | null = null
const listeners = new Set<() => void>()

/** Calls the listener after each switch of language. Answers the function that stops it. */
export function onLanguageSwitch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(language: Language): void {
  const switched = language !== currentLanguage()
  void i18next.changeLanguage(language)
  markPage(language)
  if (switched) for (const listener of listeners) listener()
}

/** Words by key, typed from the English catalogue. Keys made from codes: check with `isKey` first. */
export type T = (key: Key, params?: Params) => string

/** `const { t, language, locale } = useWords()`: re-renders when the language changes. */
export function useWords(): { t: T; language: Language; locale: string } {
  const { t, i18n } = useTranslation()
  const language = languageOf(i18n.language)
  return useMemo(
    () => ({
      t: (key, params) => t(key as never, params as never) as unknown as string,
      language,
      locale: localeOf(language),
    }),
    [t, language],
  )
}

/** Words outside of components, in the language on screen. */
export const say: T = (key, params) => i18next.t(key as never, params as never) as unknown as string

function savedLanguage(): Language {
  return languageOf(localStorage.getItem(SAVED) ?? navigator.language)
}

function markPage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
