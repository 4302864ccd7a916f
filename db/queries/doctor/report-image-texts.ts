import { collection, flag, json, type Kind, object } from './image-kind.ts'

/** What people keep of reports. */
export const reportKinds: readonly Kind[] = [
  {
    entity: 'report-favourite',
    table: 'report_favourites',
    text: object({
      userId: 'user_id',
      name: 'name',
      report: 'report',
      parameters: 'parameters',
      createdAt: 'created_at',
    }),
  },
  {
    entity: 'explore',
    table: 'explores',
    text: object({ name: 'name', ask: 'ask', createdAt: 'created_at', createdBy: 'created_by' }),
  },
  {
    entity: 'report-memory',
    table: 'report_memories',
    text: object({
      reports:
        '(select json_group_object(report, parameters order by report) from report_memory_entries where user_id = t.id)',
    }),
  },
  {
    entity: 'report-setting',
    table: 'report_settings',
    text: object({ clerksSee: 'clerks_see', weekStarts: 'week_starts' }),
  },
  {
    entity: 'commission',
    table: 'commissions',
    text: object({ basisPoints: 'basis_points' }),
  },
  {
    entity: 'budget',
    table: 'budgets',
    text: object({
      level: 'level',
      cells: collection('budget_cells', 'year', "printf('%02d/%d/%s', month, room_type_id, segment)", {
        nights: 'nights',
        revenueMinor: 'revenue_minor',
      }),
    }),
  },
  {
    entity: 'comp-set',
    table: 'comp_sets',
    text: object({
      hotels: 'hotels',
      cells: collection('comp_set_cells', 'year', 'period', {
        roomsAvailable: 'rooms_available',
        roomsSold: 'rooms_sold',
        revenueMinor: 'revenue_minor',
      }),
    }),
  },
  {
    entity: 'report-schedule',
    table: 'report_schedules',
    text: object({
      name: 'name',
      report: 'report',
      parameters: 'parameters',
      format: 'format',
      language: 'language',
      folder: 'folder',
      hours: json('hours'),
      weekdays: json('weekdays'),
      active: flag('active'),
      createdBy: 'created_by',
    }),
  },
]
