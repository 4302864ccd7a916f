/** How the characters of a text file may be written: those that are guessed by its bytes, and those that a person can state. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift-jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'macintosh',
  'cp850',
] as const
export type Encoding = (typeof encodings)[number]

/** Other names that people and programs have for them, folded as `foldName` folds. */
const names: Record<Encoding, string> = {
  'utf-8': 'utf8|unicode|65001',
  'utf-16le': 'utf16|utf16le|ucs2|1200',
  'utf-16be': 'utf16be|1201',
  gb18030: 'gb18030|gbk|gb2312|cp936|936|ansi936|euccn|简体中文',
  big5: 'big5|big5hkscs|cp950|950|繁體中文|繁体中文',
  'shift-jis': 'shiftjis|sjis|cp932|932|ms932|windows31j',
  'euc-jp': 'eucjp|cp51932|51932|20932',
  'euc-kr': 'euckr|cp949|949|uhc|ksc5601|ksx1001|windows949|51949',
  'windows-1252': 'windows1252|cp1252|1252|latin1|iso88591',
  'windows-1250': 'windows1250|cp1250|1250',
  'windows-1251': 'windows1251|cp1251|1251',
  'windows-1253': 'windows1253|cp1253|1253',
  'windows-1254': 'windows1254|cp1254|1254|latin5|iso88599',
  'windows-1255': 'windows1255|cp1255|1255',
  'windows-1256': 'windows1256|cp1256|1256',
  'windows-1257': 'windows1257|cp1257|1257',
  'windows-1258': 'windows1258|cp1258|1258',
  'windows-874': 'windows874|cp874|874|tis620|iso885911',
  macintosh: 'macintosh|mac|macroman|10000',
  cp850: 'cp850|850|ibm850|dos',
}

const byName = new Map(
  encodings.flatMap((encoding) =>
    [encoding, ...names[encoding].split('|')].map((name) => [foldName(name), encoding] as const),
  ),
)

/** The encoding that a person means (`GBK`, `cp936`, `latin-1`); null for none of those known. */
export function encodingNamed(text: string): Encoding | null {
  return byName.get(foldName(text)) ?? null
}

function foldName(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
