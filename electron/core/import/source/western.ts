/**
 * Whether bytes read as Windows-1252 are names and words of Western Europe. Every byte is some character there, so that
 * what matters is where it stands: `ñ` before a vowel is Spanish, before a consonant it is the Polish `ń` of another code
 * page; two accents beside each other are mostly the two bytes of one Chinese character.
 */

/** Letters that other code pages write with the same byte, or that no other letter is taken for. */
const plain = 'éíóúâîôäëöüß'
const vowel = 'aeiouyáéíóúâîôäëöüàèêãõåæøœìòùûÿý'
const isVowel = (letter: string) => letter !== '' && vowel.includes(letter)
const isConsonant = (letter: string) => letter !== '' && !isVowel(letter)

/** The letters before and after one, and all of its word before it. */
type Place = { before: string; after: string; lead: string }
const betweenConsonants = ({ before, after }: Place) => !isVowel(before) && !isVowel(after)
/** Øystein, Køyer: `y` is half a consonant in the north. */
const betweenNorthern = ({ before, after }: Place) =>
  (before === 'y' || !isVowel(before)) && (after === 'y' || !isVowel(after))
const beforeVowel = ({ after }: Place) => isVowel(after)
const atEnd = ({ before, after }: Place) => after === '' && isConsonant(before)

/** Where each other letter may be in a word. The remark names what it would be elsewhere. */
const places: Record<string, (place: Place) => boolean> = {
  // ß of DOS: Straáe, Weiá
  á: ({ before, after, lead }) =>
    !(isVowel(before) && (isVowel(after) || (after === '' && isVowel(lead.at(-2) ?? '')))),
  ñ: beforeVowel, // ń
  ç: ({ after }) => after === '' || isVowel(after), // ē
  à: betweenConsonants, // ŕ
  è: (place) => betweenConsonants(place) || (place.before === 'i' && /[rvc]/.test(place.after)), // č
  ê: ({ after }) => 'tsmnvalrq'.includes(after) && after !== '', // ę
  ã: ({ after }) => after === 'o' || after === 'e', // ă
  õ: ({ after }) => after === 'e', // ő
  å: betweenConsonants, // ĺ
  æ: betweenConsonants, // ć
  ø: betweenNorthern, // ř
  ï: ({ before, after }) => isVowel(before) && !isVowel(after), // ď
  û: ({ before, after }) => before === 'o' && after !== '', // ű
  ù: ({ before, after }) => before === 'o' && after === '', // ů
  ì: atEnd, // ě
  ò: atEnd, // ň
  œ: ({ before, after }) => !isVowel(before) && (after === 'u' || after === 'i'), // ś
  š: ({ before, after }) => isVowel(before) || isVowel(after), // ö on old Macs
  ž: ({ before, after }) => isVowel(before) || isVowel(after), // û there
}

/** Accents that may be beside each other. */
const pairs = /^(çã|çõ|[äöüéá]ß|[áéíóúü]ñ|ñ[áéíóúü]|éë|éé|ïé|üé|éà)$/

const word = /[A-Za-zŒœŠšŽžŸÀ-ÖØ-öø-ÿ]+/g
const accented = /[^\u0000-\u007f]/

/** How many characters beyond ASCII there are, and how many of them are where no Western text has them. */
export function westernDoubts(text: string): { signs: number; doubts: number } {
  let signs = 0
  let doubts = 0
  for (const [found] of text.matchAll(word)) {
    if (!accented.test(found)) continue
    const count = [...found].filter((letter) => accented.test(letter)).length
    signs += count
    doubts += doubtsIn(found, count)
  }
  for (const found of text.matchAll(/[^\u0000-\u007fŒœŠšŽžŸÀ-ÖØ-öø-ÿ]/g)) {
    signs++
    const before = text[found.index - 1] ?? ''
    const after = text[found.index + 1] ?? ''
    const inPlace =
      found[0] === '’' && letter.test(after)
        ? isElision(text.slice(Math.max(0, found.index - 12), found.index), text.slice(found.index + 1))
        : isSignInPlace(found[0], before, after)
    if (!inPlace) doubts++
  }
  return { signs, doubts }
}

/** Too many accents, two side by side, or capitals among small letters: the word is none, with all its accents. */
function doubtsIn(found: string, count: number): number {
  const letters = found.toLowerCase()
  const shaped =
    found === letters ||
    found === found.toUpperCase() ||
    /^[^a-zß-ÿœšž][^A-ZÀ-ÖØ-ÞŒŠŽŸ]*$/.test(found) ||
    isCamel(found)
  if (!shaped || (letters.length > 1 && count > letters.length / 2)) return count
  let doubts = 0
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] as string
    if (!accented.test(letter)) continue
    const before = letters[at - 1] ?? ''
    const after = letters[at + 1] ?? ''
    const beside = accented.test(after) && !pairs.test(letter + after)
    if (
      beside ||
      !(plain.includes(letter) || places[letter]?.({ before, after, lead: letters.slice(0, at) }))
    )
      doubts++
  }
  return doubts
}

/** McÉlan, DuPré: capitals of ASCII within a word are names of two parts. */
function isCamel(found: string): boolean {
  return /^[A-Z][a-z]{1,2}[A-ZÉÖÜÄ][^A-ZÀ-ÖØ-Þ]+$/.test(found)
}

const letter = /[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]/
const letterOrDigit = /[A-Za-z0-9À-ÖØ-öø-ÿŒœŠšŽžŸ]/

/** O’Brien, d’Eau, L’hôtel, dell’Orso, guest’s; but no Garc’a and no D’az, as `í` of old Macs becomes. */
function isElision(before: string, after: string): boolean {
  const lead = /[A-Za-zÀ-ÖØ-öø-ÿ]*$/.exec(before)?.[0] ?? ''
  const rest = /^[A-Za-zÀ-ÖØ-öø-ÿŒœ]*/.exec(after)?.[0] ?? ''
  if (/^(s|t|m|d|ll|re|ve)$/.test(rest)) return lead !== ''
  const article = /^([dlnstmcjoq]|qu|dell|nell|sull|all|dall)$/i.test(lead)
  return article && (/^[A-ZÀ-Þ]/.test(rest) || rest.length > 3)
}

/** Punctuation and signs as Western texts have them. */
function isSignInPlace(sign: string, before: string, after: string): boolean {
  const [lettered, follows] = [letter.test(before), letter.test(after)]
  switch (sign) {
    case '\u00a0':
      return !(lettered && /[a-zß-ÿ]/.test(after))
    case '’':
      return letterOrDigit.test(before)
    case '‘':
    case '“':
    case '«':
      return !letterOrDigit.test(before) && (letterOrDigit.test(after) || after === '\u00a0')
    case '”':
    case '»':
      return !letterOrDigit.test(after) && /[^\s,;]/.test(before)
    case '–':
    case '—':
      return !lettered && !follows
    case '€':
    case '£':
      return !follows
    case '°':
      return /[0-9nN]/.test(before) && (!follows || /[CF]/.test(after))
    case 'º':
    case 'ª':
      return /[0-9nN]/.test(before) && !follows
    case '®':
    case '™':
    case '©':
    case '…':
      return !follows
    case '¡':
    case '¿':
      return !lettered && follows
    case '•':
    case '·':
      return !lettered || !follows
    default:
      return false
  }
}
