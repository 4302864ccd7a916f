/**
 * Random names of guests by language, and how each is commonly typed by somebody at a desk. Everything follows from a
 * seed. Spellings are made here by rules and tables of their own, not by the functions under test.
 */
import simplifiedToTraditional from 'opencc-js/dict/STCharacters'
import { pinyin } from 'pinyin-pro'

export type TypedName = {
  language: string
  nativeName: string
  familyName: string
  givenName: string
  /** What is typed, by the habit it is an example of. */
  typed: Readonly<Record<string, string>>
}

type Random = { below: (limit: number) => number; pick: <T>(list: readonly T[]) => T }

/** Mulberry32: the same names every time. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: (list) => list[below(list.length)] as (typeof list)[number] }
}

const words = (text: string) => text.trim().split(/\s+/)

const TRADITIONAL = new Map(
  simplifiedToTraditional.split('|').map((pair) => {
    const [simple = '', all = ''] = pair.split(' ')
    return [simple, [...all][0] as string]
  }),
)
const traditional = (text: string) => [...text].map((one) => TRADITIONAL.get(one) ?? one).join('')

const han = {
  family: words(
    '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 庞 樊 兰 殷 施 陶 洪 翟 安 颜 倪 严 牛 温 芦 单 仇 解 查 区 缪 朴 召 覃 冼 佴 秘 种 祭 郇 乜 訾 逄 繁 折 牟 宓 欧阳 上官 司马 诸葛 尉迟 皇甫 慕容 令狐 长孙 澹台',
  ),
  given: [
    ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉萍红玲芬燕彬凤洁梅琳云帆莉桢薇倩雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莹婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子杰涛昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘銮锐钰铭鑫骏骁',
  ],
}
const roman = (text: string, more: object = {}) =>
  pinyin(text, { type: 'array', toneType: 'none', v: true, ...more }).join('')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function chinese({ pick, below }: Random): TypedName {
  const family = pick(han.family)
  const given = below(8) === 0 ? pick(han.given) : pick(han.given) + pick(han.given)
  const name = family + given
  const first = roman(family, { surname: 'head' })
  const second = roman(given)
  const tones = (toneType: 'num' | 'symbol') =>
    pinyin(family, { type: 'array', surname: 'head', toneType }).join('') +
    pinyin(given, { type: 'array', toneType, toneSandhi: false }).join('')
  const plain = (text: string) => text.replaceAll('v', 'u')
  const passport = (text: string) => text.replaceAll('v', 'yu')
  const asTraditional = below(4) === 0
  return {
    language: 'Chinese',
    nativeName: asTraditional ? traditional(name) : name,
    familyName: below(3) === 0 ? capital(passport(first)) : '',
    givenName: '',
    typed: {
      simplified: name,
      traditional: traditional(name),
      'with a space': `${family} ${given}`,
      'pinyin joined': first + second,
      'pinyin in two words': `${first} ${second}`,
      'pinyin by syllables': [first, ...pinyin(given, { type: 'array', toneType: 'none', v: true })].join(
        ' ',
      ),
      'given name first': `${plain(second)} ${plain(first)}`,
      'capitals as in a passport': `${passport(first)} ${passport(second)}`.toUpperCase(),
      'u for ü': plain(first + second),
      'tones as marks': tones('symbol'),
      'tones as digits': tones('num'),
    },
  }
}

/** A name of family and given names, kept in one field or two. */
function twoPart(
  random: Random,
  language: string,
  family: string,
  given: string,
  typed: Record<string, string>,
  familyFirst = false,
): TypedName {
  const whole = familyFirst ? `${family} ${given}` : `${given} ${family}`
  const kind = random.below(3)
  const names =
    kind === 0
      ? { nativeName: whole, familyName: '', givenName: '' }
      : { nativeName: '', familyName: family, givenName: given }
  return {
    language,
    ...names,
    typed: {
      'as written': whole,
      'family name first': `${family} ${given}`,
      'family name, comma': `${family}, ${given}`,
      'given name first': `${given} ${family}`,
      capitals: whole.toUpperCase(),
      'small letters': whole.toLowerCase(),
      ...typed,
    },
  }
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '')
const replaced = (pairs: string) => {
  const table = new Map(words(pairs).map((pair) => [pair.charAt(0), pair.slice(1)]))
  return (text: string) => [...text].map((letter) => table.get(letter) ?? letter).join('')
}

const vietnameseFamilies = words(
  'Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Trịnh Đinh Tạ',
)
const vietnameseMiddles = words(
  'Văn Thị Hữu Đức Minh Ngọc Thanh Quốc Xuân Thu Kim Bảo Gia Hoàng Anh Đình Công Trọng Khánh Phương Tuấn Hồng Mỹ Diệu',
)
const vietnameseGiven = words(
  'Anh Ánh Bình Châu Chi Cường Dũng Đạt Giang Hà Hải Hạnh Hằng Hậu Hiền Hiếu Hoa Hòa Hùng Hương Huy Khoa Lan Linh Loan Long Mai Nam Nga Nhung Phong Phúc Quân Quỳnh Sơn Tâm Thảo Thắng Trang Trung Tú Tùng Uyên Vân Việt Vy Yến Đông',
)
function vietnamese(random: Random): TypedName {
  const { pick } = random
  const family = pick(vietnameseFamilies)
  const middle = pick(vietnameseMiddles)
  const given = pick(vietnameseGiven)
  const ascii = (text: string) => bare(text).replaceAll('đ', 'd').replaceAll('Đ', 'D')
  return twoPart(
    random,
    'Vietnamese',
    family,
    `${middle} ${given}`,
    {
      'without marks': ascii(`${family} ${middle} ${given}`).toLowerCase(),
      'without marks, in capitals': ascii(`${family} ${middle} ${given}`).toUpperCase(),
      'as abroad': ascii(`${given} ${middle} ${family}`),
      joined: ascii(family + middle + given).toLowerCase(),
      'marks apart from their letters': `${family} ${middle} ${given}`.normalize('NFD'),
    },
    true,
  )
}

const germanFamilies = words(
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann Köhler Maier Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Günther Keller Winkler Berger Frank Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Größmann Süßkind Lüdenscheidt Müller-Lüdenscheidt Groß-Schäfer',
)
const germanGiven = words(
  'Anna Jürgen Jörg Günter Käthe Björn Sören Bärbel Jens Uwe Klaus Dörte Monika Sabine Ute Lukas Leon Maximilian Felix Paul Jonas Emma Mia Hannah Lea Lena Marie Sophie Götz Hans-Jürgen Karl-Heinz Anna-Lena Ruß Maß Rüdiger Ümit Änne Ösgür Tobias Sven Thorsten Kerstin Heike Petra Birgit Annette Mathias Wolfgang',
)
function german(random: Random): TypedName {
  const family = random.pick(germanFamilies)
  const given = random.pick(germanGiven) + (random.below(2) === 0 ? ` ${random.pick(germanGiven)}` : '')
  const spelled = replaced('äae öoe üue ÄAe ÖOe ÜUe ßss')
  const whole = `${given} ${family}`
  return twoPart(random, 'German', family, given, {
    'umlauts as two letters': spelled(whole),
    'as in a passport': spelled(`${family} ${given}`).toUpperCase(),
    'without dots': bare(whole).replaceAll('ß', 'ss').toLowerCase(),
    'without hyphens': whole.replaceAll('-', ' '),
    'hyphens joined': whole.replaceAll('-', '').toLowerCase(),
  })
}

const polishFamilies = words(
  'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski Marciniak Jasiński Zawadzki Bąk Jakubowski Sadowski Duda Włodarczyk Wilk Chmielewski Borkowski Sokołowski Szczepański Sawicki Kucharski Lis Maciejewski Kubiak Kalinowski Mazurek Wysocki Kołodziej Kaźmierczak Czarnecki Sobczak Łukasik Wałęsa Błaszczykowski',
)
const polishGiven = words(
  'Łukasz Paweł Michał Rafał Stanisław Władysław Zbigniew Grażyna Małgorzata Agnieszka Bożena Elżbieta Jadwiga Katarzyna Jan Anna Piotr Krzysztof Andrzej Tomasz Marcin Marek Grzegorz Jerzy Tadeusz Adam Ryszard Mariusz Dariusz Wojciech Mieczysław Żaneta Józef Róża Kinga Zofia Hanna Mikołaj Wiesław Lech Jarosław Sławomir Zdzisław Błażej Świętosława',
)
function polish(random: Random): TypedName {
  const family = random.pick(polishFamilies)
  const given = random.pick(polishGiven) + (random.below(2) === 0 ? ` ${random.pick(polishGiven)}` : '')
  const ascii = replaced('łl ŁL')(bare(`${given} ${family}`))
  return twoPart(random, 'Polish', family, given, {
    'without marks': ascii,
    'without marks, in capitals': ascii.toUpperCase(),
    joined: ascii.replaceAll(' ', '').toLowerCase(),
  })
}

const turkishFamilies = words(
  'Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Özcan Korkmaz Çakır Erdoğan Işık Güneş Güler Bulut Yalçın Keskin Ünal Turan Gül Özer Tekin Avcı Taş Yavuz Köse Duman Ateş Şen Ay İnan İpek Ünlü Ağaoğlu Iğdır',
)
const turkishGiven = words(
  'Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut Recep Salih Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Zeliha Esra Özlem Yasemin Büşra Gökçe Çiğdem Işıl Irmak Tuğba Gülşen İlknur Pınar Çağrı Uğur Oğuz Barış Yiğit',
)
function turkish(random: Random): TypedName {
  const family = random.pick(turkishFamilies)
  const given = random.pick(turkishGiven) + (random.below(2) === 0 ? ` ${random.pick(turkishGiven)}` : '')
  const ascii = replaced('ıi')(bare(`${given} ${family}`))
  return twoPart(random, 'Turkish', family, given, {
    'without marks': ascii.toLowerCase(),
    'without marks, in capitals': ascii.toUpperCase(),
    'Turkish capitals': `${given} ${family}`.toLocaleUpperCase('tr'),
    'Turkish small letters': `${given} ${family}`.toLocaleLowerCase('tr'),
    'umlauts as two letters': replaced('öoe üue ÖOe ÜUe')(`${given} ${family}`),
  })
}

const arabicGiven = words(
  'محمد أحمد علي حسن حسين إبراهيم إسماعيل يوسف عمر خالد سعيد مصطفى فاطمة عائشة خديجة زينب مريم آمنة سارة هدى ليلى سلمى نورة أسماء إيمان آية رؤوف فؤاد هناء علاء بهاء ضياء موسى عيسى يحيى كريم ياسمين طارق زكريا أنس أيمن أمل وفاء شيماء هبة مروة رقية حمزة أسامة معاوية طلحة عبيدة جمعة',
)
const arabicFamilies = words(
  'الزهراء الأحمد العلي الحسن الحربي القحطاني الغامدي الزهراني الشهري العتيبي المطيري الدوسري الشمري العنزي السبيعي البلوي الجهني المالكي الأنصاري الهاشمي القرشي التميمي الخطيب النجار الحداد الصباغ السقا المصري الشامي المغربي التونسي العراقي اليمني الكويتي الفاسي الإدريسي العمراني البغدادي الكردي الراضي المرتضى الهدى القاضي الوائلي الكناني الخزرجي الأوسي الأزدي اليوسفي المؤمن',
)
function arabic(random: Random): TypedName {
  const { pick } = random
  const given = `${pick(arabicGiven)} ${pick(arabicGiven)}`
  const family = pick(arabicFamilies)
  const whole = `${given} ${family}`
  const hamzas = replaced('أا إا آا ؤو ئي')
  return twoPart(random, 'Arabic', family, given, {
    'without hamza': hamzas(whole),
    'heh for teh marbuta': whole.replaceAll('ة', 'ه'),
    'yeh for alef maksura': whole.replaceAll('ى', 'ي'),
    'alef maksura for yeh': whole.replace(/ي(?= |$)/g, 'ى'),
    'Persian letters': replaced('يی كک ىی')(whole),
    'all at once': replaced('ةه ىي')(hamzas(whole)),
    stretched: whole.replace(/(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[بتثجحخسشصضطظعغفقكلمنهيراو])/u, 'ـــ'),
    'with vowel signs': whole.replace(/(?<=[بتحسكلمن])(?=[بتحسكلمن])/gu, 'َ'),
    joined: whole.replaceAll(' ', ''),
  })
}

const makers = [chinese, arabic, vietnamese, turkish, german, polish]

/** So many different guests, the languages by turns. */
export function typedNames(seed: number, count: number): TypedName[] {
  const random = randomFrom(seed)
  const seen = new Set<string>()
  const names: TypedName[] = []
  while (names.length < count) {
    const name = (makers[names.length % makers.length] as (typeof makers)[number])(random)
    const key = sameWhenTyped(name)
    if (seen.has(key)) continue
    seen.add(key)
    names.push(name)
  }
  return names
}

/** Two guests whose names differ in marks alone can't be told apart by who leaves them out: only one of them is made. */
function sameWhenTyped({ typed }: TypedName): string {
  return (
    typed['u for ü'] ??
    typed['all at once'] ??
    typed['without dots'] ??
    (typed['without marks'] as string).toLowerCase()
  )
}
