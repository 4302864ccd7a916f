import { useSyncExternalStore } from 'react'
import { type Key, words } from '#shared/i18n/index.ts'
import { languageOf, localeOf } from '#shared/i18n/language.ts'
import type { Language, Params } from '#shared/i18n/types.ts'
import { HOTEL_LANGUAGE, LANGUAGE_LEFT, languageLeft, markLanguage } from './left-look.ts'

const listeners = new Set<() => void>()
let shown: Language = 'en'

/** Takes the language this machine was left in, else the browser's. */
export function startLanguage(): void {
  shown = languageLeft()
  markLanguage(shown)
}

/** The language on screen now, outside of components. */
export function currentLanguage(): Language {
  return shown
}

/** Switches every word on screen at once; remembered for this machine, and for the user who switched. */
export function setLanguage(language: Language, login?: string): void {
  localStorage.setItem(LANGUAGE_LEFT, language)
  if (login) localStorage.setItem(`${LANGUAGE_LEFT}:${login}`, language)
  else chosenBeforeSignIn = language
  show(language)
}

/** Takes the hotel's language, unless one was chosen on this machine; the next start begins with it. */
export function suggestLanguage(language: Language): void {
  localStorage.setItem(HOTEL_LANGUAGE, language)
  if (localStorage.getItem(LANGUAGE_LEFT) === null) show(language)
}

/** At sign-in: what was chosen a moment ago on that screen, else what this user chose here before, else the user's own. */
export function languageOfUser(login: string, own: Language): void {
  const saved = chosenBeforeSignIn ?? localStorage.getItem(`${LANGUAGE_LEFT}:${login}`)
  chosenBeforeSignIn = null
  setLanguage(saved === null ? own : languageOf(saved), login)
}

let chosenBeforeSignIn: Language | null = null

function show(language: Language): void {
  if (language === shown) return
  shown = language
  markLanguage(language)
  for (const listener of listeners) listener()
}

/** Words by key, typed from the English catalogue. Keys made from codes: check with `isKey` first. */
export type T = (key: Key, params?: Params) => string

type Words = { t: T; language: Language; locale: string }

const inLanguage: Readonly<Record<Language, Words>> = { en: wordsOf('en'), zh: wordsOf('zh') }

function wordsOf(language: Language): Words {
  return { t: (key, params) => words(language, key, params), language, locale: localeOf(language) }
}

/** `const { t, language, locale } = useWords()`: re-renders when the language changes; both catalogues are in memory. */
export function useWords(): Words {
  return inLanguage[useSyncExternalStore(onLanguageSwitch, currentLanguage)]
}

/** Words outside of components, in the language on screen. */
export const say: T = (key, params) => words(shown, key, params)

/** Calls the listener after each switch of language. Answers the function that stops it. */
export function onLanguageSwitch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
