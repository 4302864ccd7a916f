import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'

/** What a browser without a key sees: why, and what to do. It has no script and no file of ours. */
export function noEntryPage(language: Language): string {
  const title = words(language, 'desktop.noEntry.title')
  const text = words(language, 'desktop.noEntry.text')
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark }
body { font: 15px/24px 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; max-width: 34em; margin: 18vh auto 0; padding: 0 24px }
h1 { font-size: 20px; line-height: 28px; font-weight: 600 }
</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`
}
