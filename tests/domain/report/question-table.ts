/** Questions to the hotel of question-hotel.ts, whose business date is Sunday 29 November 2026 and whose weeks begin on Monday. */

/** question → report, period, parameters. */
export const understoodInEnglish = `
occupancy oct 2025 vs 2024 by type → occupancy figure=occupancy by=roomType 2025-10-01..2025-10-31 compare=2024-10-01..2024-10-31
repeat guests by country this year → repeatGuests by=country this-year
occupancy → occupancy figure=occupancy
occ this month → occupancy figure=occupancy this-month
this month occ → occupancy figure=occupancy this-month
ADR last week by room type → occupancy figure=adr by=roomType last-week
revpar 2025-10 → occupancy figure=revpar 2025-10-01..2025-10-31
RevPAR October 2025 by day → occupancy figure=revpar by=day 2025-10-01..2025-10-31
revenue 2025 → occupancy figure=roomRevenue 2025-01-01..2025-12-31
revenue 2025 by month → occupancy figure=roomRevenue by=month 2025-01-01..2025-12-31
room revenue Q3 2025 by segment → occupancy figure=roomRevenue by=segment 2025-07-01..2025-09-30
2025q3 revenue by channel → occupancy figure=roomRevenue by=channel 2025-07-01..2025-09-30
q3 revenue → occupancy figure=roomRevenue 2026-07-01..2026-09-30
rooms sold yesterday → occupancy figure=roomsSold yesterday
nights last 30 days by country → occupancy figure=nightsOccupied by=country last-30-days
adr last 45 days → occupancy figure=adr 2026-10-15..2026-11-28
occupancy 1–15 oct → occupancy figure=occupancy 2026-10-01..2026-10-15
occupancy oct 1-15 2025 → occupancy figure=occupancy 2025-10-01..2025-10-15
occupancy from 1 oct to 15 oct 2025 → occupancy figure=occupancy 2025-10-01..2025-10-15
occupancy between 2025-10-01 and 2025-10-15 → occupancy figure=occupancy 2025-10-01..2025-10-15
occupancy 2025-10-01..2025-10-15 → occupancy figure=occupancy 2025-10-01..2025-10-15
occupancy Jan - Mar 2026 by week → occupancy figure=occupancy by=week 2026-01-01..2026-03-31
occupancy dec 2025 - feb 2026 → occupancy figure=occupancy 2025-12-01..2026-02-28
occupancy nov → occupancy figure=occupancy 2026-11-01..2026-11-30
occupancy dec → occupancy figure=occupancy 2025-12-01..2025-12-31
on the books dec → onBooks 2026-12-01..2026-12-31
forecast next 7 days → forecast next-7-days
forecast → forecast
pick-up since last week next 30 days by day → pickup by=day since=2026-11-16
pickup since yesterday → pickup since=yesterday
pick up since 2026-11-01 by month → pickup by=month since=2026-11-01
booking pace next month vs last year → pace 2026-12-01..2026-12-31 compare=last-year
occupancy vs last year → occupancy figure=occupancy compare=last-year
occupancy this month against budget → occupancy figure=occupancy this-month compare=budget
occupancy mtd vs same weekday last year → occupancy figure=occupancy month-to-date compare=same-weekday
occupancy national day 2025 vs last year → occupancy figure=occupancy 2025-10-01..2025-10-08 compare=festival
occupancy golden week vs spring festival → occupancy figure=occupancy 2026-10-01..2026-10-07 compare=2026-02-16..2026-02-23
adr last week vs week before last → occupancy figure=adr last-week compare=2026-11-09..2026-11-15
revenue 2025 vs 2024 → occupancy figure=roomRevenue 2025-01-01..2025-12-31 compare=2024-01-01..2024-12-31
revenue oct vs sep → occupancy figure=roomRevenue 2026-10-01..2026-10-31 compare=2026-09-01..2026-09-30
revenue q3 2025 compared with q2 → occupancy figure=roomRevenue 2025-07-01..2025-09-30 compare=2025-04-01..2025-06-30
revenue last month vs previous period → occupancy figure=roomRevenue last-month compare=2026-09-01..2026-09-30
occupancy year on year ytd → occupancy figure=occupancy year-to-date compare=last-year
compare occupancy oct 2025 and oct 2024 → occupancy figure=occupancy 2025-10-01..2025-10-31 compare=2024-10-01..2024-10-31
highest adr by room type last month → occupancy figure=adr by=roomType last-month order=adr:most
top 5 countries by revenue 2025 → occupancy figure=roomRevenue by=country 2025-01-01..2025-12-31 order=roomRevenue:most:5
bottom 3 channels by adr last quarter → occupancy figure=adr by=channel last-quarter order=adr:least:3
days with lowest occupancy oct 2025 → occupancy figure=occupancy by=day 2025-10-01..2025-10-31 order=occupancy:least
which channel had the most cancellations last week? → cancellations figure=cancelled by=channel last-week order=cancelled:most
cancellation rate by lead time this year → cancellations figure=cancellationRate by=leadTime this-year
no-shows last month by channel → cancellations figure=noShows by=channel last-month
no show rate 2025 by arrival → cancellations figure=noShowRate cohort=arrival 2025-01-01..2025-12-31
cancellations 2025 by creation by segment → cancellations figure=cancelled by=segment cohort=creation 2025-01-01..2025-12-31
lost revenue last quarter → cancellations figure=lostRevenue last-quarter
average length of stay by country 2025 → stayLength figure=meanStay by=country 2025-01-01..2025-12-31
length of stay oct → stayLength 2026-10-01..2026-10-31
lead time by channel → leadTime by=channel
lead time → leadTime
cancellations by lead time 2025 → cancellations figure=cancelled by=leadTime 2025-01-01..2025-12-31
members this year by tier → loyalty by=tier this-year
loyalty by month → loyalty by=month
requests by department last week → requests by=department last-week
requests by kind → requests by=kind
preferences of members → preferences guests=members
preferences coming guests by group → preferences by=group guests=coming
upgrades this year by tier → upgrades by=tier this-year
commissions last month → commissions last-month
commission by agency october → commissions by=agency 2026-10-01..2026-10-31
booking changes last 7 days by user → changes by=user 2026-11-22..2026-11-28
rate overrides by staff this year → overrides by=user this-year
guest nights by country last month → guestNights by=country last-month
guest nights september 2026 → guestNights 2026-09-01..2026-09-30
sources of business 2026 by agency → sources by=agency 2026-01-01..2026-12-31
bookings by country last month → sources figure=bookings by=country last-month
manager's daily yesterday → daily on=yesterday
daily report 2026-11-20 → daily on=2026-11-20
budget 2027 → budget year=2027
budget next year by type → budget by=roomType year=2027
competitor set last 12 months → compSet last-12-months
audit trail last week by user → audit by=user last-week
arrivals tomorrow → daily figure=arrivals on=2026-11-30
arrivals by country last month → cancellations figure=arrivalsDue by=country last-month
occupancy on the 5th floor oct → occupancy figure=occupancy floor=5 2026-10-01..2026-10-31
occupancy floor 12 by month this year → occupancy figure=occupancy by=month floor=12 this-year
adr channel direct → occupancy figure=adr channel=direct
adr direct segment last month → occupancy figure=adr segment=direct last-month
adr website last month → occupancy figure=adr channel=website last-month
adr KNG last week → occupancy figure=adr roomType=KNG last-week
adr room type A last week → occupancy figure=adr roomType=A last-week
adr "Best available" oct → occupancy figure=adr ratePlan=BAR 2026-10-01..2026-10-31
adr hong kong this year → occupancy figure=adr country=HKG this-year
adr ctrip this year → occupancy figure=adr agency=CTRIP this-year
revenue müller this year → occupancy figure=roomRevenue company=ACME this-year
revenue MULLER & SOHNE this year → occupancy figure=roomRevenue company=ACME this-year
nights rate plan per by month this year → occupancy figure=nightsOccupied by=month ratePlan=PER this-year
adr group by month → occupancy figure=adr by=month segment=group
occupancy operational basis oct 2025 → occupancy figure=occupancy basis=operational 2025-10-01..2025-10-31
occupancy and adr oct 2025 → occupancy figure=occupancy 2025-10-01..2025-10-31
adr revpar occupancy last week by day → occupancy figure=adr by=day last-week
oct 2025 occupancy on operational basis by floor → occupancy figure=occupancy by=floor basis=operational 2025-10-01..2025-10-31
revenue h1 2026 by month → occupancy figure=roomRevenue by=month 2026-01-01..2026-06-30
revenue first half by quarter → occupancy figure=roomRevenue by=quarter 2026-01-01..2026-06-30
cancelled bookings last 3 months by month → cancellations figure=cancelled by=month 2026-08-01..2026-10-31
occupancy chinese new year → occupancy figure=occupancy 2026-02-16..2026-02-23
occupancy may day 2026 by day → occupancy figure=occupancy by=day 2026-05-01..2026-05-05
adr mid-autumn 2025 → occupancy figure=adr 2025-10-04..2025-10-06
adr 12 oct → occupancy figure=adr 2026-10-12..2026-10-12
adr 3rd october 2025 → occupancy figure=adr 2025-10-03..2025-10-03
occupancy last year by month → occupancy figure=occupancy by=month last-year
occupancy oct last year → occupancy figure=occupancy 2025-10-01..2025-10-31
bookings by lead time → cancellations figure=bookings by=leadTime
room occupancy 2025 → occupancy figure=occupancy 2025-01-01..2025-12-31
adr family this year → occupancy figure=adr roomType=FAM this-year
adr family room this year → occupancy figure=adr roomType=FAM this-year
adr weekend package this year → occupancy figure=adr ratePlan=WKND this-year
done this week → requests figure=doneRequests this-week
gained this year → overrides figure=gainedOver this-year
declined last month → requests figure=declined last-month
in house tonight → daily figure=inHouse on=today
adr tonight → occupancy figure=adr today
gap → preferences figure=offerGap
RGI this year → compSet figure=rgi this-year
mpi last 12 months by month → compSet figure=mpi by=month last-12-months
Set: ADR this year → compSet figure=setAdr this-year
member revenue this year by tier → loyalty figure=memberRevenue by=tier this-year
share declined by department last month → requests figure=declinedShare by=department last-month
mean error in % → forecast
rooms expected next 7 days → forecast figure=roomsExpected next-7-days
occupancy forecast next 7 days → forecast figure=occupancyExpected next-7-days
revenue pick-up since yesterday → pickup figure=revenueNet since=yesterday
nights booking pace next month → pace 2026-12-01..2026-12-31
walk-ins yesterday → daily figure=walkIns on=yesterday
adr walk-in this year → occupancy figure=adr channel=walk-in this-year
occupancy guest nights oct 2025 → occupancy figure=occupancy 2025-10-01..2025-10-31
daily report guest nights yesterday → daily figure=guestNights on=yesterday
sign-ins last week by user → audit figure=signIns by=user last-week
top 5 users by nights overridden this year → overrides figure=overridden by=user this-year order=overridden:most:5
arrivals due tomorrow → daily figure=arrivalsDue on=2026-11-30
stays last month → stayLength figure=stays last-month
difference this year → changes figure=changeDifference this-year
share of revenue by channel this year → sources figure=revenueShare by=channel this-year
share of revenue members by tier → loyalty figure=memberShare by=tier
most requests by department → requests by=department order=requests:most
requests by department, first figure, most → requests by=department order=most
revenue by code last month → revenue last-month
total revenue last month → revenue figure=totalRevenue last-month
total revenue by revenue group this year → revenue figure=totalRevenue by=revenueGroup this-year
most allowances this year by code → revenue figure=allowances by=code this-year order=allowances:most
payments yesterday by user → payments by=user yesterday
payments by method last month → payments last-month
received last month by method → payments figure=received by=method last-month
refunds last month → payments figure=givenOut last-month
tax report by each tax → taxes by=tax
tax by month this year → taxes by=month this-year
tax last month → taxes last-month
vat q3 2025 → taxes 2025-07-01..2025-09-30
trial balance last month → trialBalance last-month
debit ytd → trialBalance figure=debit year-to-date
open balances yesterday → openBalances on=yesterday
balances owed 2026-10-31 → openBalances figure=owing on=2026-10-31
unpaid folios today → openBalances on=today
deposits held 2026-10-31 → depositsHeld figure=depositsHeld on=2026-10-31
deposits today → depositsHeld on=today
housekeeping report yesterday by attendant → housekeeping by=attendant yesterday
rooms cleaned last week by day → housekeeping figure=roomsCleaned by=day last-week
check-in times last month → arrivalTimes last-month
late check-outs last week by day → arrivalTimes figure=lateCheckOuts by=day last-week
stay history last month → roomUse last-month
registration report last week by country → registration by=country last-week
registrations late last month → registration figure=registrationsLate last-month
traces report last week by department → traces by=department last-week
traces overdue today → traces figure=tracesOverdue today
`

export const understoodInChinese = `
上周取消最多的渠道 → cancellations figure=cancelled by=channel last-week order=cancelled:most
adr 国庆 大床房 → occupancy figure=adr roomType=STD 2026-10-01..2026-10-07
出租率 → occupancy figure=occupancy
今天出租率 → occupancy figure=occupancy today
昨天的出租率 → occupancy figure=occupancy yesterday
本月每日出租率 → occupancy figure=occupancy by=day this-month
上个月平均房价 → occupancy figure=adr last-month
上月各房型平均房价 → occupancy figure=adr by=roomType last-month
2025年10月出租率 → occupancy figure=occupancy 2025-10-01..2025-10-31
2025年十月出租率对比2024年 → occupancy figure=occupancy 2025-10-01..2025-10-31 compare=2024-10-01..2024-10-31
十月出租率同比 → occupancy figure=occupancy 2026-10-01..2026-10-31 compare=last-year
国庆出租率 → occupancy figure=occupancy 2026-10-01..2026-10-07
去年国庆平均房价 → occupancy figure=adr 2025-10-01..2025-10-08
春节期间每日出租率 → occupancy figure=occupancy by=day 2026-02-16..2026-02-23
国庆与春节出租率对比 → occupancy figure=occupancy 2026-10-01..2026-10-07 compare=2026-02-16..2026-02-23
2025年10月与2024年10月出租率对比 → occupancy figure=occupancy 2025-10-01..2025-10-31 compare=2024-10-01..2024-10-31
2025年第三季度营收 → occupancy figure=roomRevenue 2025-07-01..2025-09-30
三季度房费收入按渠道 → occupancy figure=roomRevenue by=channel 2026-07-01..2026-09-30
今年营收按月 → occupancy figure=roomRevenue by=month this-year
去年各月营收环比 → occupancy figure=roomRevenue by=month last-year compare=2024-01-01..2024-12-31
上半年营收 → occupancy figure=roomRevenue 2026-01-01..2026-06-30
过去30天间夜 → occupancy figure=nightsOccupied last-30-days
最近三个月取消率 → cancellations figure=cancellationRate 2026-08-01..2026-10-31
未来7天预测 → forecast next-7-days
未来三十天在手预订 → onBooks next-30-days
上周未到 → cancellations figure=noShows last-week
上周取消率最高的渠道 → cancellations figure=cancellationRate by=channel last-week order=cancellationRate:most
取消最多的前5个国家今年 → cancellations figure=cancelled by=country this-year order=cancelled:most:5
今年回头客按国籍 → repeatGuests by=country this-year
会员 今年 按等级 → loyalty by=tier this-year
会员等级 回头客 → repeatGuests by=tier
平均提前期 按渠道 今年 → leadTime figure=meanLead by=channel this-year
提前期 → leadTime
取消 按提前期 今年 → cancellations figure=cancelled by=leadTime this-year
住店天数 今年 按国籍 → stayLength by=country this-year
10月1日到7日出租率 → occupancy figure=occupancy 2026-10-01..2026-10-07
10月1-7日出租率 → occupancy figure=occupancy 2026-10-01..2026-10-07
2025年10月1日至2025年10月15日平均房价 → occupancy figure=adr 2025-10-01..2025-10-15
十月一日 售房 → occupancy figure=roomsSold 2026-10-01..2026-10-01
5楼 上月 出租率 → occupancy figure=occupancy floor=5 last-month
渠道 在线旅行社 平均房价 上月 → occupancy figure=adr channel=online-agency last-month
OTA渠道上月营收 → occupancy figure=roomRevenue channel=online-agency last-month
直销平均房价 本月 → occupancy figure=adr segment=direct this-month
团队 间夜 今年 → occupancy figure=nightsOccupied segment=group this-year
协议公司营收本年 → occupancy figure=roomRevenue segment=corporate this-year
德国客人今年间夜 → occupancy figure=nightsOccupied country=DEU this-year
香港 今年 间夜 → occupancy figure=nightsOccupied country=HKG this-year
豪华双床房 上周 出租率 → occupancy figure=occupancy roomType=TWN last-week
大床房出租率 → occupancy figure=occupancy roomType=STD
携程 今年 营收 → occupancy figure=roomRevenue agency=CTRIP this-year
华为 今年 营收 → occupancy figure=roomRevenue company=HUA this-year
房型A 上周 平均房价 → occupancy figure=adr roomType=A last-week
上週取消最多的渠道 → cancellations figure=cancelled by=channel last-week order=cancelled:most
國慶出租率 → occupancy figure=occupancy 2026-10-01..2026-10-07
預訂變更 上周 按操作员 → changes by=user last-week
特殊要求 上周 按部门 → requests by=department last-week
升级 今年 按房型 → upgrades by=roomType this-year
佣金 上月 → commissions last-month
改价 本月 按员工 → overrides by=user this-month
过夜人次 上月 → guestNights last-month
经理日报 昨天 → daily on=yesterday
日报 11月20日 → daily on=2026-11-20
预算 2027 → budget year=2027
竞争酒店 今年 → compSet this-year
客源 今年 按渠道 → sources by=channel this-year
审计 上周 → audit last-week
出租率 运营口径 本月 → occupancy figure=occupancy basis=operational this-month
取消 今年 按预订日 → cancellations figure=cancelled cohort=creation this-year
ＡＤＲ　２０２５年１０月 → occupancy figure=adr 2025-10-01..2025-10-31
本月累计 出租率 → occupancy figure=occupancy month-to-date
本月至今 出租率 → occupancy figure=occupancy month-to-date
本年累计 出租率 → occupancy figure=occupancy year-to-date
今年至今 出租率 → occupancy figure=occupancy year-to-date
出租率对比预算本月 → occupancy figure=occupancy this-month compare=budget
出租率 同星期 上周 → occupancy figure=occupancy last-week compare=same-weekday
预订增量 自上周 未来30天 → pickup since=2026-11-16
自10月1日以来的出租率 → occupancy figure=occupancy 2026-10-01..2026-11-29
10月出租率 vs 去年 → occupancy figure=occupancy 2026-10-01..2026-10-31 compare=last-year
前天 出租率 → occupancy figure=occupancy 2026-11-27..2026-11-27
明天到店 → daily figure=arrivals on=2026-11-30
平均房价最高的日期 上月 → occupancy figure=adr by=day last-month order=adr:most
营收前10公司今年 → occupancy figure=roomRevenue by=company this-year order=roomRevenue:most:10
入住率 上季度 每周 → occupancy figure=occupancy by=week last-quarter
按旅行社 营收 今年 → occupancy figure=roomRevenue by=agency this-year
营收最多的国家 → occupancy figure=roomRevenue by=country order=roomRevenue:most
豪华大床 出租率 → occupancy figure=occupancy roomType=KNG
双床房 上月 出租率 → occupancy figure=occupancy roomType=TWN last-month
家庭 上月 出租率 → occupancy figure=occupancy roomType=FAM last-month
周末套餐 上月 平均房价 → occupancy figure=adr ratePlan=WKND last-month
会员收入 今年 按等级 → loyalty figure=memberRevenue by=tier this-year
婉拒率 上月 按部门 → requests figure=declinedShare by=department last-month
升级间夜 今年 → upgrades figure=upgraded this-year
升级率 最高的房型 今年 → upgrades figure=upgradedShare by=roomType this-year order=upgradedShare:most
会员 升级 今年 → loyalty figure=tierUps this-year
上门散客 昨天 → daily figure=walkIns on=yesterday
上门散客 平均房价 今年 → occupancy figure=adr channel=walk-in this-year
竞争群出租率 今年 → compSet figure=setOccupancy this-year
预计出租率 未来7天 → forecast figure=occupancyExpected next-7-days
改价间夜 最多的操作人 今年 → overrides figure=overridden by=user this-year order=overridden:most
缺口 → preferences figure=offerGap
加价 今年 → overrides figure=gainedOver this-year
收入占比 按渠道 今年 → sources figure=revenueShare by=channel this-year
在手间夜 未来30天 → onBooks figure=roomsSold next-30-days
待办 本周 → requests figure=openRequests this-week
过夜人次 出租率 上月 → occupancy figure=guestNights last-month
取消 预测 → forecast figure=lostExpected
总收入 上月 → revenue figure=totalRevenue last-month
各收入类别 总收入 今年 → revenue figure=totalRevenue by=revenueGroup this-year
收入明细 上月 按代码 → revenue by=code last-month
折让 上月 → revenue figure=allowances last-month
收款 按付款方式 上月 → payments by=method last-month
收款 昨天 按操作人 → payments by=user yesterday
退款 上月 → payments figure=givenOut last-month
税额 按税种 上月 → taxes figure=taxAmount by=tax last-month
各税种税额 今年 → taxes figure=taxAmount by=tax this-year
试算平衡表 上月 → trialBalance last-month
未结账单 今天 → openBalances figure=openFolios on=today
欠款 昨天 → openBalances figure=owing on=yesterday
押金余额 今天 → depositsHeld on=today
在押明细 2026年10月31日 → depositsHeld on=2026-10-31
昨天清洁完成间数 按服务员 → housekeeping figure=roomsCleaned by=attendant yesterday
上周入住时段 → arrivalTimes last-week
上月登记报表 → registration last-month
昨天逾期跟进 → traces figure=tracesOverdue yesterday
`

/** question ✗ what is wrong “with what”: the nearest words. */
export const refusedInEnglish = `
ocupancy of deluxe twin, oct 2025 ✗ unknown “ocupancy”: occupancy, occupancy rate, occupancy report
adr last october ✗ unknown “last”: least, last week, last year
ocupancy oct 2025 ✗ unknown “ocupancy”: occupancy, occupancy rate, occupancy report
occupancy by chanel ✗ unknown “chanel”: channel, booking channel
cancelations by segmnt last week ✗ unknown “segmnt”: segment, saved segment, guest segment
adr lst month ✗ unknown “lst”: last week, last year, last month
revenu 2025 ✗ unknown “revenu”: revenue, room revenue, revenue lost
adr direct ✗ ambiguous “direct”: segment Direct, channel Direct
revenue online agency last month ✗ ambiguous “online agency”: segment Online agency, channel Online agency
adr OTA ✗ ambiguous “OTA”: segment Online agency, channel Online agency
occupancy adr by type by channel ✗ twice “by channel”
occupancy last week this month ✗ twice “this month”
occupancy oct sep ✗ twice “sep”
occupancy 31 feb 2026 ✗ no-such-day “31 feb 2026”
occupancy 2025-02-30 ✗ no-such-day “2025-02-30”
occupancy 2026-13 ✗ no-such-day “2026-13”
occupancy oct 15 - oct 1 ✗ backwards “oct 15 - oct 1”
occupancy 1850 ✗ no-such-day “1850”
occupancy the 15th ✗ no-month “15th”
last month ✗ no-report “”: occupancy, cancellations, repeat guests
by channel last month ✗ no-report “”: occupancy, cancellations, repeat guests
hello ✗ unknown “hello”
occupancy bathroom ✗ unknown “bathroom”
adr deluxe ✗ ambiguous “deluxe”: room type Deluxe King, room type Deluxe Twin
adr best ✗ ambiguous “best”: rate plan Best available, rate plan Best available with breakfast
adr floor 7 ✗ unknown “floor 7”: floor 5, floor 12
cancellations vs last year ✗ not-taken “vs last year”
repeat guests adr ✗ not-shown “adr”: occupancy and revenue, daily report, on the books
forecast budget ✗ twice “budget”
daily report last week ✗ not-taken “last week”
preferences last week ✗ not-taken “last week”
budget oct 2026 ✗ not-taken “oct 2026”
requests by country ✗ not-taken “by country”: kind, department, day, week, month, room type, user
guest nights by segment ✗ not-taken “by segment”: country, month, day
repeat guests channel direct ✗ not-taken “channel direct”
occupancy by arrival ✗ not-taken “by arrival”
occupancy vs ✗ unknown “vs”: vs last year, vs budget, vs previous period
occupancy vs 2024 ✗ no-period “vs 2024”
manager's daily by channel ✗ not-taken “by channel”
adr "Royal Suite" ✗ unknown “"Royal Suite"”: Suite
occupancy by ✗ unknown “by”: by day, by month, by channel
highest lowest adr by type ✗ twice “lowest”
requests by type ✗ ambiguous “by type”: room type, kind
adr room ✗ unknown “room”: room type, rooms sold, room nights
rooms adr ✗ unknown “rooms”: room type, rooms sold, room nights
occupancy room 2025 ✗ unknown “room”: room type, rooms sold, room nights
occupancy this weekend ✗ unknown “this”: this week, this year, this month; unknown “weekend”: Weekend Package, easter weekend
adr weekend ✗ unknown “weekend”: Weekend Package, easter weekend
adr package ✗ unknown “package”: Weekend Package
adr available ✗ unknown “available”: available rooms, Best available, rooms available
revenue travel ✗ unknown “travel”: Travel agent, Ctrip International Travel
adr germny ✗ unknown “germny”: Germany
adr by germny ✗ unknown “germny”: Germany
adr channel websit ✗ unknown “websit”: Own website
revenue forecast ✗ not-shown “revenue”: occupancy and revenue, daily report, on the books
guest nights by channel ✗ not-taken “by channel”: country, month, day
walk-ins this year ✗ not-taken “this year”
`

export const refusedInChinese = `
中秋 端午 ✗ twice “端午”
出租率 上周 按到店 ✗ not-taken “按到店”
旅行社 今年 营收 ✗ ambiguous “旅行社”: 按旅行社, 市场 旅行社, 渠道 旅行社
出组率 上周 ✗ unknown “出组率”: 出租率, 出租率报表, 客房出租率
上周取消最多的渠到 ✗ unknown “渠到”: 渠道, 未到
平均价房 上月 ✗ unknown “房”: 平均房价
积分 今年 ✗ unknown “积分”
本月 出租率 停车 ✗ unknown “停车”
营销 今年 ✗ unknown “营销”: 营收, 直销
上周 ✗ no-report “”: 出租率, 取消, 回头客
按渠道 ✗ no-report “”: 出租率, 取消, 回头客
直连 平均房价 ✗ unknown “直连”: 直销
行政大床房 出租率 ✗ unknown “行政”: 大床房
豪华 平均房价 ✗ ambiguous “豪华”: 房型 豪华大床房, 房型 豪华双床房
8楼 出租率 ✗ unknown “8楼”: 5楼, 12楼
出租率 2月30日 ✗ no-such-day “2月30日”
出租率 10月15日到10月1日 ✗ backwards “10月15日到10月1日”
出租率 十三月 ✗ no-such-day “十三月”
出租率 上周 本月 ✗ twice “本月”
出租率 按房型 按渠道 ✗ twice “按渠道”
取消 同比 ✗ not-taken “同比”
预测 预算 ✗ twice “预算”
偏好 上周 ✗ not-taken “上周”
日报 上周 ✗ not-taken “上周”
要求 按国籍 ✗ not-taken “按国籍”: 类型, 部门, 每日, 每周, 每月, 房型, 操作人
出租率 对比 ✗ unknown “对比”: 对比去年, 对比预算, 环比
在线旅行社 平均房价 ✗ ambiguous “在线旅行社”: 市场 在线旅行社, 渠道 在线旅行社
回头客 平均房价 ✗ not-shown “平均房价”: 出租率与营收, 经理日报, 在手预订
天气 国庆 ✗ unknown “天气”
顾客 今年 按等级 ✗ unknown “顾客”: 常客, 散客
会员 出租率 ✗ not-taken “会员”
营收 按季节 今年 ✗ unknown “节”: 按季
入注率 ✗ unknown “入注率”: 入住率, 出租率与收入, 出租率和收入
国际 营收 ✗ unknown “国际”: 国籍, 国家, 国庆
房 出租率 ✗ unknown “房”
房间 出租率 ✗ unknown “房间”: 房间类型, 房费, 房晚
客房 出租率 ✗ unknown “客房”: 客房经营, 客房均价, 客房收入
套餐 平均房价 ✗ unknown “套餐”: 周末套餐, 套房, 含餐
周末出租率 今年 ✗ unknown “周末”: 周末套餐, 周几
周末 平均房价 ✗ unknown “周末”: 周末套餐, 周几
有限公司 营收 ✗ unknown “有限公司”: 华为技术有限公司, 公司, 协议公司
国际旅行社 营收 ✗ unknown “国际旅行社”: 携程国际旅行社, 旅行社
人数 今年 ✗ unknown “人数”: 人夜数, 人天数, 客人数
客房数 ✗ unknown “客房数”: 客人数, 售房数, 提供客房数
收入预测 ✗ not-shown “收入”: 出租率与营收, 经理日报, 在手预订
特别行政区 间夜 ✗ unknown “特别行政区”: 中国香港特别行政区
`
