/** An E.164 number in groups, to be read out: Chinese mobiles 3-4-4 as everybody says them, others as they are kept. */
export function readablePhone(e164: string): string {
  const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(e164)
  return mobile ? `+86 ${mobile[1]} ${mobile[2]} ${mobile[3]}` : e164
}
