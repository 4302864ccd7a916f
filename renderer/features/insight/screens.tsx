import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { InsightIcon } from '#renderer/ui/icons.tsx'
import { refreshActs, sectionActs } from './acts.ts'
import { bestActs, futurePaneActs } from './future/acts.ts'
import { alikeActs, groupActs, groupListActs } from './groups/acts.ts'
import { treeActs, treePaneActs } from './kinds/acts.ts'
import { caseActs, leavingActs } from './leaving/acts.ts'
import { riskActs, riskPaneActs } from './risk/acts.ts'
import { ruleGuestActs } from './rules/acts.ts'
import { editorActs, editorPaneActs, resultActs, ruleActs, segmentActs } from './segments/acts.ts'
import { valueActs, valuePaneActs } from './value/acts.ts'

const load = () => import('./InsightPage.tsx')

export const insightScreens: readonly Screen[] = [
  {
    path: paths.insight,
    title: 'insight.title',
    rail: { order: 70, icon: <InsightIcon /> },
    right: 'insight',
    load,
    words:
      'analysis rfm value churn segments clusters risk model playbook 客户分析 客户价值 八分 流失 会员分析 分群 风险 fenxi jiazhi',
  },
  {
    path: paths.insightSection,
    title: 'insight.title',
    right: 'insight',
    load,
    acts: [sectionActs, refreshActs],
    sections: [
      { title: 'insight.section.value', acts: [valuePaneActs, valueActs] },
      { title: 'insight.section.lifetime', acts: [futurePaneActs, bestActs] },
      { title: 'insight.section.leaving', acts: [caseActs, leavingActs] },
      { title: 'insight.section.tree', acts: [treePaneActs, treeActs] },
      {
        title: 'insight.section.segments',
        acts: [segmentActs, editorPaneActs, ruleActs, resultActs, editorActs],
      },
      { title: 'insight.section.risk', acts: [riskPaneActs, riskActs] },
      { title: 'insight.section.groups', acts: [groupActs, groupListActs] },
      { title: 'insight.section.alike', acts: [alikeActs, groupListActs] },
      { title: 'insight.section.rules', acts: [ruleGuestActs] },
    ],
  },
]
