import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { Theme } from './remembered.ts'

/** A button, which leads to an address of its own: its action and its words. */
export type PageButton = readonly [action: string, label: string]

export type PlainPage = {
  title: string
  /** Between the title and the buttons; already escaped. */
  body: string
  /** The first of them is the one to press. */
  buttons: readonly PageButton[]
  /** With room for a table. */
  wide?: boolean
  /** Nothing is wrong. */
  calm?: boolean
}

/**
 * Latin faces before Chinese ones, one that each system has: a Chinese face sets the apostrophe of “can’t” as wide as a
 * character.
 */
const faces = `'Segoe UI', 'Helvetica Neue', 'Noto Sans', Ubuntu, Cantarell, Roboto, 'Liberation Sans', Arial, 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`

/** The window without its page: words and plain buttons, no script, because it must work when nothing else does. */
export function plainPage(page: PlainPage, language: Language, theme: Theme | null): string {
  const { title, body, buttons, wide = false, calm = false } = page
  const other = localeOf(language === 'zh' ? 'en' : 'zh')
  const scheme = theme === null ? 'light dark' : theme === 'night' ? 'dark' : 'light'
  const row = buttons.map(
    ([action, label], index) =>
      `<button formaction="/${action}"${index === 0 ? ' autofocus class="first"' : ''}>${escaped(label)}</button>`,
  )
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>
:root { color-scheme: ${scheme} }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#eeece5, #0d1215); color: light-dark(#1b2226, #dfe7ea); font: 15px/24px ${faces} }
main { width: min(${wide ? 1080 : 640}px, 100vw - 48px); box-sizing: border-box; padding: 28px 32px; border-top: 3px solid ${calm ? 'light-dark(#0b5e72, #4fb3c8)' : 'light-dark(#b3261e, #ff8a7a)'}; background: light-dark(#fcfbf8, #141b1f) }
h1 { margin: 0 0 12px; font-size: 20px; line-height: 28px; font-weight: 600 }
p { margin: 0 0 12px; overflow-wrap: anywhere }
.scroll { max-height: 52vh; overflow: auto; margin: 0 0 12px }
table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 20px }
th, td { padding: 4px 8px; text-align: left; border-bottom: 1px solid light-dark(#d9d5ca, #2a353b); font-weight: 400; overflow-wrap: anywhere }
thead th { color: light-dark(#5c6468, #93a1a8); position: sticky; top: 0; background: light-dark(#fcfbf8, #141b1f) }
.figure { text-align: right; font-variant-numeric: tabular-nums }
progress { width: 100%; accent-color: light-dark(#0b5e72, #4fb3c8) }
form { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 20px }
td form { margin: 0 }
form.other { float: right; margin: 0 }
form.other button { min-height: 28px; padding: 0 8px; border-color: transparent }
button { font: inherit; min-height: 36px; padding: 4px 16px; border-radius: 3px; cursor: pointer; border: 1px solid light-dark(#8f8a7c, #5f707a); background: none; color: inherit }
td button { min-height: 28px; padding: 0 12px }
button.first { background: light-dark(#0b5e72, #4fb3c8); border-color: transparent; color: light-dark(#fff, #06181d) }
button:focus-visible { outline: 3px solid light-dark(#0b7d99, #7fd4e6); outline-offset: 2px }
</style></head>
<body><main${calm ? '' : ' role="alert"'}><form method="get" class="other"><button formaction="/language" lang="${other}">${escaped(words(language, 'desktop.trouble.other'))}</button></form><h1>${escaped(title)}</h1>
${body}
<form method="get">${row.join('\n')}</form></main></body>
</html>
`
}

/** One paragraph for each line. */
export function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
}

/** Text as it can be put into a page. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
