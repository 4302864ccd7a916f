import { create } from 'zustand'
import type { Theme } from './tokens.ts'

const SAVED = 'keyrack:theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')

/** `choice` null: as the system. */
export const useTheme = create<{ choice: Theme | null; theme: Theme }>(() => themeOf(savedChoice()))

dark.addEventListener('change', () => useTheme.setState(themeOf(useTheme.getState().choice)))

/** Takes a theme for this machine at once, or the system's when null. */
export function setTheme(choice: Theme | null): void {
  if (choice) localStorage.setItem(SAVED, choice)
  else localStorage.removeItem(SAVED)
  if (choice) document.documentElement.dataset.theme = choice
  else delete document.documentElement.dataset.theme
  useTheme.setState(themeOf(choice))
}

/** From light to night and back. */
export function switchTheme(): void {
  setTheme(useTheme.getState().theme === 'night' ? 'light' : 'night')
}

function themeOf(choice: Theme | null): { choice: Theme | null; theme: Theme } {
  return { choice, theme: choice ?? (dark.matches ? 'night' : 'light') }
}

function savedChoice(): Theme | null {
  const saved = localStorage.getItem(SAVED)
  return saved === 'light' || saved === 'night' ? saved : null
}
