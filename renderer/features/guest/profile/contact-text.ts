type Kind = 'mobile' | 'phone' | 'email' | 'wechat' | 'address'

/** An @ typed into a number’s line makes it an e-mail; digits alone in an e-mail’s line make it a mobile. */
export function guessedKind(kind: Kind, text: string): Kind {
  if ((kind === 'mobile' || kind === 'phone') && text.includes('@')) return 'email'
  if (kind === 'email' && /^\+?[\d\s-]{6,}$/.test(text)) return 'mobile'
  return kind
}
