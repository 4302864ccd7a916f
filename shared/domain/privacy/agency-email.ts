/** Relay domains that hand a guest's mail on and change with every booking. */
const RELAYS = [
  'guest.booking.com',
  'property.booking.com',
  'm.expediapartnercentral.com',
  'expediapartnercentral.com',
  'agoda-messaging.com',
  'guest.airbnb.com',
  'reply.airbnb.com',
  'user.airbnb.com',
  'messages.homeaway.com',
  'messages.vrbo.com',
]
const AGENCIES =
  /(^|\.)(guest|guests|relay|reply|m|msg|message|messages|messaging|user|users|mail-relay|hotel|order|orders|privacy|noreply)\.(booking|expedia|agoda|airbnb|trip|ctrip|hotels|vrbo|homeaway|traveloka|meituan|fliggy|qunar|elong|tongcheng|despegar|hostelworld)\.(com|cn|com\.cn)$/

/** True for an agency's own relay address: it is nobody's e-mail and never proves two guests the same. */
export function isMaskedAgencyEmail(email: string): boolean {
  const domain = email.trim().toLowerCase().split('@')[1] ?? ''
  return RELAYS.some((relay) => domain === relay || domain.endsWith(`.${relay}`)) || AGENCIES.test(domain)
}
