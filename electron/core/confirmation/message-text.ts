import msgreader from '@kenjiuno/msgreader'
import PostalMime, { type Email } from 'postal-mime'
import { decodeText } from './decode-text.ts'
import { htmlToText } from './html-text.ts'

const limits = { maxNestingDepth: 24, maxHeadersSize: 256 * 1024 }
/** What is read of an Outlook item. */
type OutlookItem = Partial<
  Record<
    'error' | 'subject' | 'body' | 'bodyHtml' | 'senderName' | 'senderEmail' | 'senderSmtpAddress',
    string
  >
> & { html?: Uint8Array }
type OutlookReader = new (bytes: ArrayBuffer) => { getFileData: () => OutlookItem }
/** A CommonJS package: Node imports its exports as a whole, a bundler may import the class itself. */
const MsgReader = ((msgreader as { default?: unknown }).default ?? msgreader) as OutlookReader

/**
 * The text of a confirmation's file, with its subject and sender as first lines; null for what is no message: a picture, a
 * PDF, an archive, a damaged file.
 */
export async function messageText(bytes: Uint8Array): Promise<string | null> {
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return outlookText(bytes)
  const isUtf16 = beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff])
  if (!isUtf16 && bytes.includes(0)) return null
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || beginsWith(bytes, [0x7b, 0x5c, 0x72, 0x74])) return null
  if (!isUtf16 && isMail(bytes)) return mailText(bytes)
  return markupText(decodeText(bytes))
}

/** Whether pasted text is markup or the source of a mail, which has to be taken apart first. */
export function isMarkup(text: string): boolean {
  const start = text.slice(0, 4000)
  if (/^\s*(?:<!doctype html|<html|<head|<body|<table|<div|<meta)/i.test(start)) return true
  return /^(?:mime-version|content-type|received|return-path):/im.test(start) && isMail(bytesOf(start))
}

/** The text of markup; any other text is what it is. */
export async function markupText(text: string): Promise<string | null> {
  if (!isMarkup(text)) return text
  return text.trimStart().startsWith('<') ? htmlToText(text) : await mailText(bytesOf(text))
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function beginsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte)
}

/** Header lines up to an empty one, and among them those that a mail has. */
function isMail(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024))
  const [head = ''] = start.split(/\r?\n\r?\n/)
  const lines = head.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('From '))
  const known = /^(?:mime-version|content-type|received|return-path|message-id|delivered-to|dkim-signature):/i
  return lines.every((line) => /^[!-9;-~]+:|^[ \t]/.test(line)) && lines.some((line) => known.test(line))
}

async function mailText(bytes: Uint8Array, isInner = false): Promise<string | null> {
  let mail: Email
  try {
    mail = await PostalMime.parse(bytes, limits)
  } catch {
    return null
  }
  const html = mail.html ? htmlToText(mail.html) : ''
  // A mail in tables says more by them than by the text beside it, which often says “open in a browser”
  const body = hasWords(html) ? html : (mail.text ?? '')
  const forwarded = isInner ? null : mail.attachments.find(({ mimeType }) => mimeType === 'message/rfc822')
  const inner = forwarded ? await mailText(contentOf(forwarded.content), true) : null
  return withHead(mail.subject, addressOf(mail), [body, inner ?? ''].filter(Boolean).join('\n\n'))
}

function contentOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? bytesOf(content) : new Uint8Array(content)
}

function addressOf({ from }: Email): string {
  return from ? [from.name, from.address && `<${from.address}>`].filter(Boolean).join(' ') : ''
}

function hasWords(text: string): boolean {
  return text.replace(/\s/g, '').length >= 20
}

function withHead(subject: string | undefined, from: string | undefined, body: string): string {
  const head = [subject && `Subject: ${oneLine(subject)}`, from && `From: ${oneLine(from)}`].filter(Boolean)
  return [...head, '', body].join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** An Outlook item: its plain text, which Outlook makes of every mail, else its HTML. */
function outlookText(bytes: Uint8Array): string | null {
  try {
    // The package reads the whole buffer that bytes lie in, so they get one of their own
    const item = new MsgReader(Uint8Array.from(bytes).buffer).getFileData()
    if (item.error) return null
    const html = item.bodyHtml ?? (item.html ? decodeText(item.html) : '')
    const body = hasWords(item.body ?? '') ? (item.body ?? '') : htmlToText(html)
    const sender = item.senderSmtpAddress ?? item.senderEmail
    return withHead(item.subject, [item.senderName, sender && `<${sender}>`].filter(Boolean).join(' '), body)
  } catch {
    // Whatever is wrong within the file: the clerk is told how to save it so that it can be read
    return null
  }
}
