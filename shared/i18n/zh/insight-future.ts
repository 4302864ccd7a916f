import type { insightFuture as source } from '../en/insight-future.ts'
import type { Translation } from '../types.ts'

export const insightFuture: Translation<typeof source> = {
  sum: '预计 {{guests}} 位客人未来 12 个月入住 {{stays12}} 次，36 个月 {{stays36}} 次。',
  worth: '12 个月价值（现值）',
  worth36: '36 个月价值（现值）',
  ways: '按模型 {{model}} 位，按自身规律 {{rhythm}} 位，无数字 {{none}} 位；人工排除 {{excluded}} 位。',
  collective: '{{name}}占全部住宿的 {{share}}：属渠道或集体名称，并非客人，已排除。',
  group: { individual: '散客', corporate: '商务协议客人', all: '全部客人' },
  models: {
    title: '模型',
    group: '客群',
    guests: '客人数',
    returned: '再次光临',
    parameters: '参数（周）',
    spending: '消费 p、q、v',
    ownMean: '各自均值',
    logLikelihood: '对数似然',
  },
  failure: {
    tooFewGuests: '无模型：只有 {{guests}} 位客人，至少需要 {{needed}} 位，改用客人自身规律。',
    tooFewReturned: '无模型：再次光临的客人只有 {{returned}} 位，至少需要 {{needed}} 位，改用客人自身规律。',
    notConverged: '无模型：求不出最优参数，改用客人自身规律。',
    notAsked: '未要求建模。',
    tooFewGaps: '两次住宿的间隔只有 {{gaps}} 个，至少需要 {{needed}} 个，无法判断。',
    tooShort: '数据不够久，不足以回看 {{months}} 个月并各留一年。',
  },
  heldOut: {
    title: '留出一年检验',
    sentence:
      '按 {{cut}} 当时所知，预计 {{guests}} 位客人在其后一年入住 {{expected}} 次，实际 {{actual}} 次。',
    measure: '实际住宿',
    expected: '预计',
    stays: '此前住宿次数',
    guests: '客人数',
    expectedStays: '预计',
    actual: '实际',
    more: '{{count}} 次及以上',
    order:
      '来过的客人排在未来的客人之前的比例：模型 {{model}}，仅看最近一次 {{recency}}；住过两次以上的客人中为 {{modelReturned}} 与 {{recencyReturned}}。相比只看最近一次，提升通常不大；模型还能给出次数。',
    none: '无法说明一年前的预测效果。',
  },
  assumed: {
    title: '前提',
    visits:
      '住宿次数：MBG/NBD（Batislam 2007）。每位客人有自己的频率，每次住宿后（含首次）都可能不再来，因此只住过一次的客人不会被当作常客。不考虑季节与价格。',
    value:
      '价值：Gamma-Gamma（Fader、Hardie 2013），以每次住宿的总收入计；消费高低与来的频率无关。日后价值按每年 {{percent}} % 折现。',
    apart: '商务协议客人满 100 位且其中 30 位再次光临时单独建模，否则全部合并。',
    rhythm:
      '没有模型时：按客人自身间隔推算次数，再乘以本店同样长的间隔之后仍有回头的比例。只住过一次的不给数字。',
  },
  key: { guests: '转到预计价值最高的客人' },
  best: {
    title: '预计价值最高的客人',
    guest: '客人',
    stays: '住宿次数',
    last: '上次住宿',
    alive: '仍会再来',
    expected12: '12 个月次数',
    value12: '12 个月价值',
    value36: '36 个月价值',
    file: '终身价值',
    none: '还没有可给出数字的客人：住宿记录太少。',
  },
}
