import type { ChartData, ChartName } from '#shared/domain/folio/chart-data.ts'
import cnGeneral from '../../../../resources/country/chn/chart-general.json' with { type: 'json' }
import cnSmall from '../../../../resources/country/chn/chart-small.json' with { type: 'json' }
import de from '../../../../resources/country/deu/chart.json' with { type: 'json' }
import usNyc from '../../../../resources/country/usa/chart-nyc.json' with { type: 'json' }

/**
 * The charts that ship. Their files are data with sources; a test loads each one and checks what is in it, because the
 * compiler takes a word in a file for any text.
 */
export const countryCharts: { [C in ChartName]: ChartData } = {
  'cn-general': cnGeneral as ChartData,
  'cn-small': cnSmall as ChartData,
  de: de as ChartData,
  'us-nyc': usNyc as ChartData,
}
