import type { Language } from './types.ts'

export const languages: readonly Language[] = ['en', 'zh']
const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' }

/** True for a language that Keyrack speaks; for what comes from outside. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** The locale by which Intl writes dates and numbers in this language. */
export function localeOf(language: Language): string {
  return locales[language]
}

/** The nearest language of ours for a tag like `zh-Hans-CN`; English for all we do not speak. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
