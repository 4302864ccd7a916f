import { createHash } from 'node:crypto'
import { escaped } from '#shared/domain/text/markup.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'

type Page = { language: Language; title: readonly string[]; style: string; body: readonly string[] }

/** A page that is whole in itself: nothing is loaded, nothing runs, the fonts are the system's. Empty parts are left out. */
export function wholePage({ language, title, style, body }: Page): string {
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Keyrack">
<link rel="icon" href="data:,">
<title>${escaped(title.filter((part) => part !== '').join(' · '))}</title>
<style>${style}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** A line of text; nothing at all for an empty one. */
export function paragraph(text: string, name = ''): string {
  return text === '' ? '' : `<p${name === '' ? '' : ` class="${name}"`}>${escaped(text)}</p>\n`
}

/** The hotel as it stands at the head of its papers. */
export function sellerOf(name: string, address: string, more: readonly string[]): string {
  const lines = more.map((text) => paragraph(text)).join('')
  return `<div class="seller">\n${paragraph(name, 'hotel')}${paragraph(address, 'lead')}${lines}</div>`
}
