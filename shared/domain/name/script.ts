/**
 * Traditional characters that names use, each with its simplified form: 張偉 and 张伟 are found by either.
 * For finding only; a name is kept as it was written.
 */
const PAIRS =
  '張张陳陈劉刘黃黄楊杨趙赵吳吴鄭郑孫孙馬马許许謝谢馮冯蕭萧葉叶蔣蒋盧卢蘇苏羅罗鄧邓賴赖簡简呂吕顧顾龍龙歐欧陽阳諸诸韓韩譚谭' +
  '閻阎錢钱陸陆鐘钟鍾钟賀贺龔龚嚴严莊庄溫温華华偉伟國国麗丽東东長长單单萬万倫伦傑杰瑋玮齊齐衛卫喬乔範范鄒邹竇窦畢毕寧宁駱骆' +
  '紀纪藍蓝項项陰阴閔闵強强賈贾婁娄鄔邬塗涂藺蔺蘭兰薑姜淩凌費费連连沖冲習习魚鱼聞闻黨党譙谯勞劳遲迟聶聂豐丰' +
  '關关覺觉興兴榮荣學学賢贤義义禮礼靜静慶庆鳳凤蓮莲寶宝貴贵銘铭鋒锋錦锦鈞钧鋼钢鎮镇飛飞鵬鹏鴻鸿嬌娇' +
  '瓊琼瑩莹瑤瑶環环珮佩愛爱憶忆懷怀恆恒應应樂乐業业樑梁樹树橋桥權权歡欢歷历淨净漢汉澤泽濤涛瀾澜潔洁燦灿煒炜爾尔獻献' +
  '穎颖競竞筆笔紅红純纯維维綱纲縈萦緯纬繼继纓缨聖圣聰聪臨临與与蔭荫薌芗藝艺藥药虛虚視视詠咏詩诗誠诚諾诺謙谦' +
  '譽誉豔艳贊赞軍军軒轩輝辉進进運运達达遠远選选鄉乡釗钊開开間间陣阵隱隐雋隽雲云電电韻韵順顺頌颂頡颉領领風风' +
  '駿骏驕骄驍骁鶴鹤鷹鹰點点龐庞亞亚億亿俠侠個个儀仪優优凱凯則则勁劲動动勝胜勛勋務务勵励區区協协啟启嘯啸圖图團团' +
  '執执堅坚報报場场壯壮壽寿夢梦奧奥孌娈嫻娴實实審审寫写導导島岛嶽岳嵐岚帥帅師师幹干廣广張张彥彦後后從从'

const SIMPLE = new Map<string, string>()
const characters = [...PAIRS]
for (let i = 0; i + 1 < characters.length; i += 2) {
  SIMPLE.set(characters[i] as string, characters[i + 1] as string)
}

/** The simplified form of a character that names use; any other character as it is. */
export function simplified(character: string): string {
  return SIMPLE.get(character) ?? character
}
