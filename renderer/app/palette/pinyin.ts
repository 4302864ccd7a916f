/**
 * Pinyin of the characters that our own titles and commands are made of, so that “kr” and “keren” find 客人
 * without a dictionary of megabytes in the page. A test asks for every character of the catalogue's titles.
 */
const SYLLABLES: Record<string, string> = {}

const TABLE =
  'an:安 ban:班板版 bao:报保 bei:备被 ben:本 biao:表 bian:变编 bing:并 bu:不部 cao:操 ce:策 cha:查 chang:常 cheng:程 chu:出初 ci:次 cun:存 ' +
  'dan:单 dang:当 dao:导到 deng:登 di:地 dian:店点 ding:订定 dong:动 dui:队对 fan:翻 fang:房 fen:份分 fu:复服 gai:改 gong:公工 guan:管 gui:规 ' +
  'he:合和 hu:户 hua:化 huan:换 hui:会回 huo:获 ji:计记级积 jia:价间家 jian:件建检简 jie:接 jin:今进 jiu:酒 ju:据 kai:开 kan:看 ke:客可 ku:库 kuai:快 kuang:况 ' +
  'lang:浪 lei:类 li:离历理例 lian:联 lie:列 lin:林 liu:留 lv:旅 lu:录 mian:面 ming:名 mo:默 nan:南 neng:能 pai:排 pei:配 peng:碰 pin:品 ' +
  'qian:前签 qie:切 qing:请求情清 qu:取 quan:全权 qiu:求 que:确 ren:人任 ri:日 ru:入 se:色 shan:删 shang:商上 she:设 shen:审 shi:示事式时是室史 shou:收首 shu:数 suo:所锁 ' +
  'tai:台 ti:提体 tian:天 tiao:条 tong:通统同 tui:退 tuan:团 wan:晚 wei:维位未 wen:文 wu:务 xi:系细 xia:下 xian:显先现 xiang:项详 xiao:消销 xin:新信 xing:型性行 xu:需续 xuan:选 ' +
  'ya:押 yang:养 yao:要 ye:页夜业 yi:一已移 ying:营 yong:用 you:有 yu:预语 yuan:员源 yue:阅月 zai:在再 zhan:展 zhang:账 zhe:折 zhi:志制置质 zhong:中 zhou:周 zhu:住注主 zhuang:状 zhuan:转 zi:字自 zong:总 zu:组 zuo:作座 ' +
  'bi:闭币 chi:迟 cong:从 du:度 er:二 fei:费 hao:号 jiao:交 jing:经 kong:空 ma:码 mi:密 mu:目 pi:批 qi:期其 sheng:升生 tuo:脱 wai:外 xie:协 yan:演 yin:引 zheng:证整 zhun:准 qun:群 leng:冷 jue:角决 dai:代待 gu:顾 li:里 duan:段 shao:少 xue:学 xi:息 lai:来 zhe:者 zhao:照找 huo:活 ti:题 lou:楼 ceng:层 tou:头 xi:析 fen:分 xiang:像 la:拉 gao:高 di:低 chao:超 ji:即 jian:键 kuai:快 jie:捷 sou:搜 suo:索 sheng:声 cuo:撤'

for (const group of TABLE.split(' ')) {
  const [syllable = '', characters = ''] = group.split(':')
  for (const character of characters) SYLLABLES[character] ??= syllable
}
SYLLABLES.撤 = 'che'

/** `客人` → `['keren', 'kr']`; empty when a character is not known. Latin letters and figures stay. */
export function pinyinWords(text: string): string[] {
  const syllables = [...text.replace(/\s+/g, '')].map((letter) =>
    /[\u4e00-\u9fff]/.test(letter) ? SYLLABLES[letter] : letter.toLowerCase(),
  )
  const known = syllables.filter((one): one is string => one !== undefined)
  if (known.length === 0 || !/[\u4e00-\u9fff]/.test(text)) return []
  return [known.join(''), known.map((one) => one[0]).join('')]
}
