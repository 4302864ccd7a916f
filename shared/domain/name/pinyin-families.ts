/** Common family names by pinyin, for a guess at the order alone. */
export const PINYIN_FAMILIES = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng ' +
    'han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng su wei lu ding ren yao shen zhong cui tan ' +
    'fan liao shi jin jia xia fu fang zou xiong meng qin qiu hou bai kong kim lee park choi nguyen tran'
  ).split(' '),
)
