import type { useWords } from '#renderer/base/language.ts'

/** How a choice may be emptied by the mouse, with the button's name in the language on screen. */
export function clearable(t: ReturnType<typeof useWords>['t']) {
  return { label: t('common.clear'), clearIcon: '×' }
}
