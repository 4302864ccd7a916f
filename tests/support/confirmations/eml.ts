import iconv from 'iconv-lite'
import type { Message } from './message.ts'

export type Dress = {
  charset: 'utf-8' | 'gbk' | 'iso-2022-jp' | 'windows-1252'
  encoding: 'base64' | 'quoted-printable' | '8bit'
  /** Tables in HTML alone, text alone, or both with a text that says nothing. */
  parts: 'html' | 'text' | 'both'
}

/** The message as its agency's mail server sends it. */
export function asMail(message: Message, { charset, encoding, parts }: Dress): Uint8Array {
  // GBK has the wide yen sign alone
  const plain = (text: string) => (charset === 'gbk' ? text.replaceAll('¥', '￥') : text)
  const bytes = (text: string) =>
    charset === 'iso-2022-jp' ? iso2022(text) : iconv.encode(plain(text), charset)
  const word = (text: string) =>
    /[^\x20-\x7e]/.test(text) ? `=?${charset}?B?${Buffer.from(bytes(text)).toString('base64')}?=` : text
  const [, name = '', address = ''] =
    /^(.*?)\s*<(.+)>$/.exec(message.from ?? 'Desk <desk@post.example>') ?? []
  const head = [
    'Received: from mail.example by mx.example; Mon, 2 Mar 2026 09:12:00 +0800',
    `From: ${word(name)} <${address}>`,
    `Subject: ${word(message.subject ?? 'Booking')}`,
    'MIME-Version: 1.0',
  ]
  const part = (type: string, text: string) =>
    Buffer.concat([
      Buffer.from(
        `Content-Type: ${type}; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
      ),
      encoded(Buffer.from(bytes(text)), encoding),
      Buffer.from('\r\n'),
    ])
  const html = part('text/html', asHtml(message.body))
  const lines = Buffer.from(`${head.join('\r\n')}\r\n`)
  if (parts === 'html') return Buffer.concat([lines, html])
  if (parts === 'text') return Buffer.concat([lines, part('text/plain', message.body)])
  const cut = (end = '') => Buffer.from(`\r\n--part${end}\r\n`)
  return Buffer.concat([
    lines,
    Buffer.from('Content-Type: multipart/alternative; boundary=part\r\n\r\n'),
    cut(),
    part('text/plain', 'View this message in a browser.'),
    cut(),
    html,
    cut('--'),
  ])
}

function encoded(bytes: Buffer, encoding: Dress['encoding']): Buffer {
  if (encoding === '8bit') return bytes
  if (encoding === 'base64') return Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'))
  const signs = [...bytes].map((byte) =>
    (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  )
  const lines: string[] = ['']
  for (const sign of signs) {
    if ((lines.at(-1)?.length ?? 0) + sign.length > 74) lines.push('')
    lines[lines.length - 1] += sign
  }
  return Buffer.from(lines.join('=\r\n'))
}

/** ISO-2022-JP: JIS X 0208 between escapes, by way of EUC-JP, whose bytes are the same with the eighth bit set. */
function iso2022(text: string): Buffer {
  const out: number[] = []
  let wide = false
  for (const sign of text) {
    const euc = iconv.encode(sign, 'euc-jp')
    const isWide = euc.length === 2
    if (isWide !== wide) out.push(...(isWide ? [0x1b, 0x24, 0x42] : [0x1b, 0x28, 0x42]))
    wide = isWide
    out.push(...(isWide ? [euc[0]! & 0x7f, euc[1]! & 0x7f] : [euc[0]!]))
  }
  if (wide) out.push(0x1b, 0x28, 0x42)
  return Buffer.from(out)
}

/** Labels and values in a table within tables, as agencies build their mails, with what a reader must not take for text. */
function asHtml(body: string): string {
  const rows = body.split('\n').map((line) => {
    const cells = line.includes('\t') ? line.split('\t') : cellsOf(line)
    return `<tr>${cells.map((cell) => `<td style="padding:4px"><span>${escaped(cell)}</span></td>`).join('')}</tr>`
  })
  return (
    '<html><head><style>td{color:#333}</style><title>Mail</title></head><body>' +
    '<div style="display:none">Check-in: 1 January 2030</div>' +
    '<script>document.write("Total: CNY 1.00")</script>' +
    '<table><tr><td><img src="https://tracker.example/open.gif?id=1" width=1 height=1>' +
    `<table cellpadding=0>${rows.join('\n')}</table></td></tr></table></body></html>`
  )
}

/** A label with its colon is one cell, the value another. */
function cellsOf(line: string): string[] {
  const [, label, value] = /^([^:：]{2,40}[:：])\s*(.+)$/.exec(line) ?? []
  return label && value && !/[:：,，]/.test(value) ? [label, value] : [line]
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('é', '&eacute;')
    .replaceAll(' x ', '&nbsp;x&nbsp;')
}
