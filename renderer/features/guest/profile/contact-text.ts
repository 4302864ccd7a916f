type Kind = 'mobile' | 'phone' | 'email' | 'wechat' | 'address'

/** An @ typed into a number’s line makes it an e-mail; digits alone in an e-mail’s line make it a mobile. */
export function guessedKind(kind: Kind, text: string): Kind {
  if ((kind === 'mobile' || kind === 'phone') && text.includes('@')) return 'email'
  if (kind === 'email' && /^\+?[\d\s-]{6,}$/.test(text)) return 'mobile'
  return kind
}

/** An E.164 number in groups, to be read out: Chinese mobiles 3-4-4 as everybody says them, others as they are kept. */
export function readablePhone(e164: string): string {
  const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(e164)
  return mobile ? `+86 ${mobile[1]} ${mobile[2]} ${mobile[3]}` : e164
}
