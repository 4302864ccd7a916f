import fc from 'fast-check'
import iconv from 'iconv-lite'
import type { Encoding } from '#shared/domain/import/encodings.ts'

const from = (characters: string) => fc.constantFrom(...characters)
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((found) => found.join(''))

const chineseSurname = from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程',
)
const chineseGiven = from(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志文玉红梅春海燕雪晓东峰宇浩然子涵梓轩雨欣怡诺思琪嘉俊豪博睿泽晨曦瑞阳鑫鹏飞龙凤云天成龄莹璇颖慧婷倩雯妍蓓蕾珊瑶琳瑜璐薇菲芸茜莎苗晗昕昊旭晟暄楠桐栩彬斌炜烨煜辉灿炎焱森',
)
const traditionalSurname = from(
  '王李張劉陳楊黃趙吳周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁葉蔣杜蘇魏程',
)
const traditionalGiven = from(
  '偉芳娜秀英敏靜麗強磊軍勇豔傑娟濤明超蘭霞平剛桂華建國志文玉紅梅春海燕雪曉東峰宇浩子涵雨欣怡思嘉俊豪博澤晨瑞陽飛龍鳳雲天成瑩慧婷倩雯珊瑤琳瑜薇',
)
const koreanSurname = from(
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추',
)
const koreanGiven = from(
  '민준서연지현우은영수진희정호경미선혜성재윤하도예나주아빈원승태상동철훈규찬건환석광종순숙란림화형혁헌필창충춘일익율완온엽섭세솔슬',
)
const japaneseSurname = fc.constantFrom(
  ...'佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 清水 山崎 池田 橋本 阿部 石川 前田 藤田 長谷川 近藤 村上 遠藤 青木 坂本 福田 西村 金子 中野 原田 竹内 和田 石田 上田'.split(
    ' ',
  ),
)
const japaneseGiven = fc.constantFrom(
  ...'太郎 花子 健一 美咲 翔太 陽菜 大輔 愛 誠 由美子 直樹 裕子 拓也 さくら 結衣 蓮 悠真 葵 颯太 凛 湊 樹 彩花 まゆみ ひろし 恵子 和夫 節子 智子 隆 浩二 学 亮 優 遥 翼'.split(
    ' ',
  ),
)
const westernNames =
  'José García|Jürgen Schröder|François Lefèvre|Hélène Dupré|Søren Kjær|Åse Ångström|Inés Muñoz|João Gonçalves|Conceição Simões|Björn Lindström|Zoë Müller|Iñaki Núñez|Jörg Weiß|Günther Groß|Anaïs Noël|Loïc André|Renée Ibáñez|Ana Sánchez|Óscar Pérez|Øystein Sørensen|Kjell Bækgaard|Håkan Söderberg|Matti Hämäläinen|Nicolò Ferrari|Luís Guimarães|Antônio Magalhães|Inês Estêvão|Jérôme Béranger|Geneviève Benoît|Agnès Thérèse|Stéphane Cœur|Élise Lebœuf|Álvaro Peña|Kåre Bjørn'.split(
    '|',
  )

/** A list as a hotel of a place exports it: its headings, its guests, its room types, and how that place writes text. */
export type Place = {
  name: string
  encodings: [encoding: Encoding, ...others: Encoding[]]
  headings: string
  guest: fc.Arbitrary<string>
  roomTypes: readonly string[]
}

export const places: readonly Place[] = [
  {
    name: 'China',
    encodings: ['gb18030'],
    headings: '姓名,到店日期,离店日期,房型,房价',
    guest: joined(chineseSurname, chineseGiven, fc.oneof(fc.constant(''), chineseGiven)),
    roomTypes: ['豪华大床房', '标准双床房', '商务套房', '家庭房'],
  },
  {
    name: 'Taiwan and Hong Kong',
    encodings: ['big5'],
    headings: '姓名,入住日期,退房日期,房型,房價',
    guest: joined(traditionalSurname, traditionalGiven, traditionalGiven),
    roomTypes: ['豪華雙人房', '標準客房', '家庭套房'],
  },
  {
    name: 'Korea',
    encodings: ['euc-kr'],
    headings: '고객명,체크인,체크아웃,객실타입,요금',
    guest: joined(koreanSurname, koreanGiven, koreanGiven),
    roomTypes: ['디럭스 더블', '스탠다드 트윈', '온돌', '스위트'],
  },
  {
    name: 'Japan',
    encodings: ['shift-jis', 'euc-jp'],
    headings: '氏名,チェックイン,チェックアウト,部屋タイプ,料金',
    guest: fc.tuple(japaneseSurname, japaneseGiven).map((names) => names.join(' ')),
    roomTypes: ['ツイン', 'ダブル', '和室', 'スイート'],
  },
  {
    name: 'Western Europe',
    encodings: ['windows-1252'],
    headings: 'Name,Arrivée,Départ,Catégorie,Prix',
    guest: fc.constantFrom(...westernNames),
    roomTypes: ['Doppelzimmer', 'Suite', 'Supérieure', 'Habitación doble'],
  },
]

export const asciiHeadings = 'Guest,Arrival,Departure,Room type,Rate'

/** A list of guests as bytes. */
export function listOf(
  headings: string,
  guests: readonly string[],
  roomTypes: readonly string[],
  encoding: Encoding,
): Buffer {
  const rows = guests.map(
    (guest, index) => `${guest},2026-03-05,2026-03-07,${roomTypes[index % roomTypes.length] ?? 'DBL'},300`,
  )
  return iconv.encode(`${[headings, ...rows].join('\r\n')}\r\n`, encoding)
}
