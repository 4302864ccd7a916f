import { create } from 'zustand'
import { markTheme, THEME_LEFT, themeLeft } from '../left-look.ts'
import type { Theme } from './tokens.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

/** `choice` null: as the system. */
export const useTheme = create<{ choice: Theme | null; theme: Theme }>(() => themeOf(themeLeft()))

dark.addEventListener('change', () => useTheme.setState(themeOf(useTheme.getState().choice)))

/** Takes a theme for this machine at once, or the system's when null. */
export function setTheme(choice: Theme | null): void {
  if (choice) localStorage.setItem(THEME_LEFT, choice)
  else localStorage.removeItem(THEME_LEFT)
  markTheme(choice)
  useTheme.setState(themeOf(choice))
}

/** From light to night and back. */
export function switchTheme(): void {
  setTheme(useTheme.getState().theme === 'night' ? 'light' : 'night')
}

function themeOf(choice: Theme | null): { choice: Theme | null; theme: Theme } {
  return { choice, theme: choice ?? (dark.matches ? 'night' : 'light') }
}
