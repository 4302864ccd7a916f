/** Written from the catalogue’s characters by tests/renderer/base/pinyin.test.ts (UPDATE_PINYIN=1). */
export const TABLE =
  'a:阿 ai:碍 an:安岸按案 ao:澳 ba:八吧把 bai:白百败 ban:办半板版班般 bang:帮 bao:保包宝报爆 bei:倍备被 ben:本 bi:币彼必比毕笔闭 ' +
  'bian:便变编边 biao:标表 bie:别 bin:宾 bing:并病 bo:伯博波簿 bu:不布步补部 ca:擦 cai:才猜菜财采 can:参残餐 cang:藏 cao:操草 ' +
  'ce:侧册测策 ceng:层曾 cha:察差查茶 chai:拆 chan:产 chang:偿厂场常长 chao:超钞 che:撤车 chen:晨沉 cheng:乘城成承撑称程 chi:匙吃持迟 ' +
  'chong:充冲重 chou:抽 chu:出初厨处楚础除 chuan:传 chuang:创床窗 chun:纯 ci:次此磁词 cong:从 cu:粗 cuan:篡 cun:存 cuo:措错 ' +
  'da:大打答达 dai:代带待贷 dan:但单担 dang:当档 dao:到导道 de:得的 deng:登等 di:低地抵第 dian:典店点电 diao:掉调 die:叠 ding:丁定订 ' +
  'diu:丢 dong:冻动洞 dou:逗都 du:度独读 duan:断段短端 dui:对队 dun:盾顿 duo:多 e:额 er:二儿尔而耳 fa:发法 fan:反繁翻范返 ' +
  'fang:房放方访防 fei:啡废费非 fen:份分 feng:封风 fou:否 fu:付副复夫服符覆负辅附麸 gai:改概盖该 gan:干感 gang:刚港缸 gao:告高 ge:个各格隔 ' +
  'gei:给 gen:根跟 geng:更 gong:供公共功工贡 gou:勾够构购 gu:估固故 gua:挂 guan:关官惯管观馆 guang:光 gui:归柜规贵 gun:滚 ' +
  'guo:国果裹过 hai:海还 han:函含涵韩 hang:航行 hao:号好毫耗 he:何合和核贺 hen:很痕 heng:衡 hong:红 hou:候后 hu:乎互呼忽户护 ' +
  'hua:划化滑花话 huai:坏怀 huan:换欢环缓 huang:黄 hui:会回恢惠汇灰绘 hun:混 huo:或活获货 ji:几击即及基季寄己急既机积籍级继计记辑迹际集 ' +
  'jia:价佳假加夹家 jian:件减剪坚建检监简荐见鉴键间 jiang:将降 jiao:交叫教缴胶脚角较 jie:介借届截捷接洁界皆结节解 jin:仅今劲巾晋紧近进金 ' +
  'jing:净境径惊景竞经警静 jiu:久九就旧酒 ju:具句局居拒据矩距 jue:决绝 jun:均 ka:卡咖 kai:开 kan:槛看 kao:考靠 ke:刻可客科 kong:控空 ' +
  'kou:口扣 ku:库 kua:跨 kuai:块快 kuan:宽款 kuang:况框矿 kuo:廓括 la:拉腊辣 lai:来 lan:拦栏篮览 lei:类累 li:例力历李理礼离立里 ' +
  'lian:练联连链 liang:两良量 liao:了料 lie:列裂 lin:临淋邻 ling:令凌另零领龄 liu:六流浏留 lou:楼 lu:录路陆露 lun:论轮 luo:络罗落 ' +
  'lv:侣律旅率绿虑 lve:略 ma:码马 mai:买卖麦 man:慢满 mao:冒毛矛 me:么 mei:每没美 men:门 meng:盟 mi:密迷 mian:免面 miao:描秒 ' +
  'min:敏民 ming:名命明 mo:抹末模默 mou:某 mu:幕母目 na:哪拿纳那 nan:南男 nao:脑 nei:内 neng:能 ni:你 nian:年粘 nin:您 niu:牛钮 ' +
  'nuan:暖 nuo:诺 nv:女 ou:欧 pai:拍排派牌 pan:判盘 pang:旁 pao:泡跑 pei:赔配 pi:批 pian:偏片 piao:票 pin:品拼频 ' +
  'ping:凭屏平评 pu:普铺 qi:七其启器妻弃期气起迄齐 qia:恰 qian:前千嵌欠歉浅潜签钱铅 qiang:墙强枪 qiao:荞 qie:且切 qin:亲 qing:情清请 ' +
  'qiu:求球 qu:区去取曲渠 quan:全券权泉 que:确缺 qun:群 ran:然 rang:让 rao:扰绕 re:热 ren:人任认 reng:仍 ri:日 rong:容绒 ' +
  'rou:肉 ru:乳入如 ruan:软 ruo:弱若 san:三散 sao:扫 se:色 shai:筛 shan:删善 shang:上商尚 shao:少稍绍 she:摄涉社舍设 ' +
  'shen:什审深渗申身 sheng:剩升生省 shi:事使势十史士失始实室市式拾施时是氏示视识试适释食 shou:受售守手授收首 shu:书属数束树殊熟疏竖署输述 shua:刷 shuai:衰 ' +
  'shuang:双 shui:水税谁 shun:顺 shuo:说 si:似司四 song:送 sou:搜 su:宿素诉速 suan:算 sui:岁随 sun:损 suo:所索缩锁 ta:他它 ' +
  'tai:台太态抬泰 tan:摊谈 tang:糖 tao:套 te:特 teng:腾 ti:体提替梯题 tian:填天添田 tiao:条跳 tie:贴铁 ting:停厅听庭 tong:同童统通 ' +
  'tou:头投透 tu:图土突途 tuan:团 tui:推退 tuo:妥拖 wai:外 wan:万婉完挽晚湾 wang:往忘网 wei:为伟位唯围尾微未维谓 wen:文温稳问 wo:我握 ' +
  'wu:五务勿无物误 xi:习吸喜希息析洗系细西 xia:下夏 xian:先显献现线闲限险陷鲜 xiang:享像向响相箱详象项 xiao:小效晓校消销 xie:些写协谢 xin:信心新 ' +
  'xing:型姓形性星醒 xiu:修 xu:序绪续虚许需须 xuan:选 xue:学 xun:巡训询 ya:压哑押 yan:延沿演烟言颜验 yang:样阳 yao:要邀钥 ye:业也夜页 ' +
  'yi:一义亦以依已异忆意易疑益移衣议遗 yin:印因引银隐音饮 ying:婴应影硬英营赢迎 yong:佣永用 you:优又右有犹由邮 yu:与予于余浴羽语逾遇预 yuan:元原员愿源缘远 ' +
  'yue:月约越跃阅 yun:允运 zai:再在载 zan:暂 zang:脏 zao:噪早造 ze:则择 zeng:增 zhai:债窄 zhan:占展站 zhang:张章账障 zhao:召找照 ' +
  'zhe:折者这 zhen:枕真针阵 zheng:争征政整正证 zhi:之值制只址志执指支止直知纸织置至致质 zhong:中众种终钟 zhou:周骤 zhu:主住助注猪祝逐 zhuan:专转 ' +
  'zhuang:状装 zhui:缀 zhun:准 zhuo:桌 zi:咨子字自资 zong:总综踪 zou:奏走 zu:族租组足 zui:最 zun:遵 zuo:作做左昨'
