/**
 * Chinese names for the demo hotel. Surnames by their real share (per ten thousand people, after the Ministry of
 * Public Security's reports on names); given names by the fashion of the decade a person was born in.
 */
import { type Random, weighted, weightedCharacters } from './random.ts'

/** Share per ten thousand; compound and polyphonic surnames are here as rare as they are. */
const SURNAMES = weightedCharacters(
  `王720 李709 张674 刘538 陈449 杨308 赵227 黄223 周212 吴202 徐143 孙139 胡130 朱120 高120 林112 何112 郭111 马110 罗100
   梁96 宋81 郑79 谢78 韩73 唐69 冯67 于62 董60 萧15 肖52 程57 曹56 袁54 邓54 许54 傅45 沈49 曾51 彭49 吕48 苏47 卢47 蒋47
   蔡47 贾43 丁43 魏45 薛40 叶42 阎20 余41 潘43 杜47 戴40 夏42 钟40 汪40 田41 任42 姜40 范36 方36 石36 姚36 谭37 廖35 邹32
   熊33 金32 陆33 郝25 孔22 白26 崔28 康23 毛22 邱28 秦30 江30 史25 顾24 侯25 邵23 孟26 龙22 万23 段22 雷23 钱21 汤20 尹20
   黎20 易19 常19 武18 乔17 贺20 赖18 龚18 文17 庞14 樊14 兰13 殷13 施16 陶16 洪15 翟13 安14 颜12 倪12 严14 牛12 温12 芦4
   季11 俞12 章12 鲁11 葛12 伍11 韦18 申10 尤8 毕10 聂10 丛5 焦9 向11 柳8 邢9 路9 岳8 齐9 梅8 莫9 庄8 辛7 管7 祝6 左7 涂7
   谷6 祁5 耿7 牟5 卜4 骆6 关7 苗7 欧5 纪6 霍5 阮6 詹6 裴5 靳5 蒙3 华5 游5 阳3 单5 仇2 解4 查3 区2 缪3 盖1 朴3 尉1 召1 覃5
   冼2 佟2 闫14 付20 代8 肇1 欧阳8 上官2 司马2 诸葛1.5 夏侯0.6 尉迟0.4 皇甫0.8 慕容0.4 宇文0.3 令狐0.6 司徒1 端木0.3
   东方0.3 南宫0.2 独孤0.1 轩辕0.1 长孙0.2 公孙0.3 呼延0.2 澹台0.2 万俟0.1 单于0.1 钟离0.1 淳于0.2`,
)

/** Whole given names that were common, and characters that names were made of, by sex and decade. */
const GIVEN: Record<'male' | 'female', Record<number, { whole: string; parts: string }>> = {
  male: {
    1940: {
      whole: '建国8 国华5 德明4 文华4 玉山3 振华5 志强4 福生3 长江2 国庆4',
      parts: '德 国 建 明 文 玉 振 福 生 长 庆 荣 华 成 林 山 忠 义 祥 永',
    },
    1960: {
      whole: '军14 建华10 建国9 勇9 建军8 建平7 志强7 卫东6 国强5 红卫3 卫国4 海4',
      parts: '军 建 华 国 志 强 平 卫 东 明 文 海 永 忠 新 民 庆 宏 伟 春 金 贵 生 林 光 荣',
    },
    1970: {
      whole: '伟16 勇14 军13 强11 涛9 斌9 波8 辉8 刚7 磊6 鹏5 建军4 志刚5 晓东4 海涛4',
      parts: '伟 勇 军 强 涛 斌 波 辉 刚 建 志 海 晓 东 国 明 文 平 立 新 永 俊 红 峰 春 林 宏 亮 兵',
    },
    1980: {
      whole: '伟13 磊13 鹏10 杰9 超9 涛8 勇7 强7 军6 斌6 辉5 波5 亮5 凯5 浩5 洋4 宇4 飞4 毅3 旭3 乐1 单0.2',
      parts:
        '伟 磊 鹏 杰 超 涛 勇 强 斌 辉 波 亮 凯 浩 洋 宇 飞 海 志 晓 文 建 俊 明 永 佳 龙 峰 博 晨 少 立 行 长 重',
    },
    1990: {
      whole: '鹏8 杰9 伟7 超8 浩9 涛5 磊6 帅5 鑫6 宇6 凯6 旭5 阳4 翔3 晨4 博3 俊杰6 志伟4 嘉豪3 文杰3',
      parts: '鹏 杰 伟 浩 涛 帅 鑫 宇 凯 旭 阳 翔 晨 博 文 俊 嘉 豪 志 子 天 晓 明 建 泽 家 乐 彬 龙 林',
    },
    2000: {
      whole: '浩然7 子涵4 宇轩6 浩宇6 子轩6 俊杰4 博文5 天佑2 昊天3 梓豪3 嘉豪3 宇航5 皓轩3 一鸣2',
      parts: '浩 然 子 涵 宇 轩 博 文 俊 杰 天 昊 梓 豪 嘉 航 皓 睿 泽 晨 辰 一 鸣 逸 铭 瑞 煜 霖 朝 晟',
    },
  },
  female: {
    1940: {
      whole: '秀英12 桂英10 秀兰10 玉兰8 玉英6 桂兰6 玉珍5 凤英5 淑珍5 淑英5',
      parts: '秀 英 桂 兰 玉 珍 凤 淑 素 芳 华 梅 云 琴 芝 贞 莲 荣 香 春',
    },
    1960: {
      whole: '秀英6 桂英5 丽7 芳8 敏7 红7 秀兰5 玉梅4 建华3 丽华4 淑华3 桂芳3',
      parts: '秀 英 桂 兰 丽 芳 敏 红 玉 梅 华 淑 琴 云 霞 萍 凤 春 珍 金 荣 玲 平 素',
    },
    1970: {
      whole: '丽14 芳12 敏11 静11 艳10 霞8 燕8 娟8 红8 玲7 梅6 丽娟4 晓红3 红梅3 海燕4',
      parts: '丽 芳 敏 静 艳 霞 燕 娟 红 玲 梅 萍 莉 华 晓 海 春 秀 云 文 玉 琴 慧 英 兰',
    },
    1980: {
      whole: '静14 丽11 娜11 敏9 燕9 艳8 娟8 婷10 倩7 丹7 洁6 莉6 雪5 颖6 媛4 茜2 芳6 露2 璐3 晶4',
      parts: '静 丽 娜 敏 燕 艳 娟 婷 倩 丹 洁 莉 雪 颖 媛 茜 晓 文 海 佳 慧 玲 琳 春 红 梅 月 小 露 乐',
    },
    1990: {
      whole: '婷12 静8 敏6 雪7 颖6 倩7 悦5 欣4 璐5 梦4 佳4 蕾3 琪3 瑶4 雨欣4 梦婷3 雅婷4 思雨4 晓雪3 佳怡4',
      parts: '婷 静 雪 颖 倩 悦 欣 璐 梦 佳 琪 瑶 雨 思 雅 怡 晓 文 慧 琳 诗 晨 嘉 月 媛 蔚 薇 可',
    },
    2000: {
      whole: '欣怡7 梓涵6 诗涵6 子涵5 雨涵5 可馨5 佳怡5 梦瑶4 欣妍4 雨桐4 思涵3 一诺3 语桐2',
      parts: '欣 怡 梓 涵 诗 子 雨 可 馨 佳 梦 瑶 妍 桐 思 一 诺 语 嘉 悦 萱 彤 琪 朵 依 若 曦 娜',
    },
  },
}

const DECADES = [1940, 1960, 1970, 1980, 1990, 2000] as const
type Fashion = { whole: (random: Random) => string; part: (random: Random) => string }

function fashions(sex: 'male' | 'female'): Map<number, Fashion> {
  return new Map(
    DECADES.map((decade) => {
      const { whole, parts } = GIVEN[sex][decade] as { whole: string; parts: string }
      const common = weightedCharacters(whole)
      // Earlier characters of the list were more in fashion.
      const characters = weighted(parts.split(' ').map((part, i) => [part, 1 / (i + 6)] as const))
      return [decade, { whole: common.pick, part: characters.pick }]
    }),
  )
}
const FASHIONS = { male: fashions('male'), female: fashions('female') }

/** Share of single-character given names: in fashion for those born in the seventies and eighties, rare before and since. */
const WHOLE_SHARE: Record<number, number> = {
  1940: 0.35,
  1960: 0.35,
  1970: 0.4,
  1980: 0.38,
  1990: 0.28,
  2000: 0.22,
}

/** The surname of a mainland Chinese name. */
export function surnameOf(name: string): string {
  const two = name.slice(0, 2)
  return name.length > 2 && SURNAMES.values.includes(two) ? two : name.slice(0, 1)
}

/** A mainland Chinese name of somebody of that sex born in that year: 张伟, 欧阳雨欣; `own`: the surname of the family. */
export function chineseName(
  random: Random,
  sex: 'male' | 'female',
  birthYear: number,
  own: string | null = null,
): string {
  const decade = DECADES.findLast((first) => first <= birthYear) ?? 1940
  const fashion = FASHIONS[sex].get(decade) as Fashion
  const surname = own ?? SURNAMES.pick(random)
  if (random.chance(WHOLE_SHARE[decade] as number)) return surname + fashion.whole(random)
  const first = fashion.part(random)
  if (random.chance(0.12)) return surname + first
  return surname + first + fashion.part(random)
}

/** Names of Hong Kong and Taiwan: surname and given name in traditional characters, each as its bearer spells it. */
type Spelled = readonly [string, string]

function spelled(text: string): Spelled[] {
  return text.split(/\s*,\s*/).map((entry) => {
    const [native = '', ...latin] = entry.trim().split(' ')
    return [native, latin.join(' ')] as const
  })
}

const CANTONESE_SURNAMES = spelled(
  '陳 Chan, 李 Lee, 黃 Wong, 張 Cheung, 梁 Leung, 林 Lam, 王 Wong, 何 Ho, 吳 Ng, 劉 Lau, 楊 Yeung, 鄭 Cheng, 周 Chow, 葉 Yip, 馮 Fung, 蔡 Choi, 鄧 Tang, 羅 Law, 許 Hui, 曾 Tsang, 謝 Tse, 郭 Kwok, 蘇 So, 朱 Chu, 譚 Tam, 麥 Mak, 歐陽 Au Yeung, 司徒 Szeto',
)
const CANTONESE_GIVEN = {
  male: spelled(
    '志明 Chi Ming, 家豪 Ka Ho, 俊傑 Chun Kit, 偉強 Wai Keung, 國華 Kwok Wah, 子軒 Tsz Hin, 浩然 Ho Yin, 文傑 Man Kit, 永康 Wing Hong, 嘉輝 Ka Fai, 健雄 Kin Hung, 兆基 Siu Kei, 耀輝 Yiu Fai, 天恩 Tin Yan',
  ),
  female: spelled(
    '詠詩 Wing Sze, 美玲 Mei Ling, 嘉欣 Ka Yan, 淑儀 Suk Yee, 慧敏 Wai Man, 麗珍 Lai Chun, 婉婷 Yuen Ting, 曉彤 Hiu Tung, 穎琪 Wing Kei, 佩珊 Pui Shan, 雪儀 Suet Yee, 子晴 Tsz Ching, 頌恩 Chung Yan',
  ),
}
const TAIWAN_SURNAMES = spelled(
  '陳 Chen, 林 Lin, 黃 Huang, 張 Chang, 李 Lee, 王 Wang, 吳 Wu, 劉 Liu, 蔡 Tsai, 楊 Yang, 許 Hsu, 鄭 Cheng, 謝 Hsieh, 郭 Kuo, 洪 Hung, 曾 Tseng, 邱 Chiu, 廖 Liao, 賴 Lai, 周 Chou, 徐 Hsu, 蘇 Su, 葉 Yeh, 莊 Chuang, 呂 Lu',
)
const TAIWAN_GIVEN = {
  male: spelled(
    '家豪 Chia-Hao, 志偉 Chih-Wei, 俊宏 Chun-Hung, 冠宇 Kuan-Yu, 承翰 Cheng-Han, 建宏 Chien-Hung, 文雄 Wen-Hsiung, 明哲 Ming-Che, 宗翰 Tsung-Han, 柏翰 Po-Han, 信宏 Hsin-Hung, 彥廷 Yen-Ting',
  ),
  female: spelled(
    '淑芬 Shu-Fen, 雅婷 Ya-Ting, 怡君 Yi-Chun, 美惠 Mei-Hui, 欣怡 Hsin-Yi, 佩珊 Pei-Shan, 詩涵 Shih-Han, 雅雯 Ya-Wen, 淑惠 Shu-Hui, 宜蓁 Yi-Chen, 郁婷 Yu-Ting, 佳穎 Chia-Ying',
  ),
}

export type TwoScripts = { nativeName: string; familyName: string; givenName: string }

/** A name of Hong Kong, Macau or Taiwan in both scripts; pinyin would be wrong there. */
export function traditionalName(random: Random, sex: 'male' | 'female', country: string): TwoScripts {
  const [surnames, given] =
    country === 'TWN' ? [TAIWAN_SURNAMES, TAIWAN_GIVEN] : [CANTONESE_SURNAMES, CANTONESE_GIVEN]
  // Squared, so that the head of the list comes more often.
  const [surname, familyName] = surnames[Math.floor(random.next() ** 2 * surnames.length)] as Spelled
  const [name, givenName] = random.of(given[sex])
  return { nativeName: surname + name, familyName, givenName }
}
