/** Written from the catalogue’s characters by tests/renderer/shell/pinyin.test.ts (UPDATE_PINYIN=1). */
export const TABLE =
  'ai:碍 an:安按案 ao:澳 ba:吧把 bai:白败 ban:办半版班般 bang:帮 bao:保包报 bei:备被 ben:本 bi:币必比笔闭 bian:便变编边 biao:标表 ' +
  'bie:别 bin:宾 bing:并病 bo:博簿 bu:不步补部 cai:猜财采 can:参餐 cang:藏 cao:操 ceng:层 cha:察差查茶 chai:拆 chan:产 ' +
  'chang:偿场常长 chao:超 che:撤车 cheng:成承称程 chi:吃持 chong:充重 chu:出初处础除 chuan:传 chuang:床窗 chun:纯 ci:次此磁 ' +
  'cong:从 cun:存 cuo:错 da:大打答达 dai:代带待 dan:但单担 dang:当档 dao:到导道 de:得的 deng:登等 di:低地抵第 dian:店点电 ' +
  'diao:掉调 ding:丁定订 dong:动洞 dou:逗都 du:度独读 duan:断段短端 dui:对队 dun:盾 duo:多 e:额 er:二儿而 fa:发法 fan:翻范返 ' +
  'fang:房放方访 fei:啡费非 fen:份分 fou:否 fu:付副复符负麸 gai:改该 gan:干 gang:刚岗港缸 gao:告高 ge:个各格隔 gei:给 gen:跟 ' +
  'geng:更 gong:供公共功工 gou:构 gu:故 guan:关官管观 gui:归规 gun:滚 guo:国果过 hai:海还 han:函含 hang:航行 hao:号好耗 ' +
  'he:何合和核 hen:痕 hong:红 hou:候后 hu:户护 hua:划化话 huai:坏 huan:换环 hui:会回恢惠汇灰 huo:或活获货 ' +
  'ji:几即及基己既机积籍级继计记辑迹际集 jia:价加夹家 jian:件减剪坚建检监简见键间 jiang:将降 jiao:交教胶角较 jie:截捷接洁界结节解 jin:仅今晋近进金 ' +
  'jing:净境径景精经静 jiu:久就旧酒 ju:具居拒据距 jue:绝 jun:均 ka:卡咖 kai:开 kan:槛看 kao:靠 ke:可客 kong:控空 kou:口 ku:库 ' +
  'kuai:快 kuan:款 kuang:框矿 kuo:括 la:拉辣 lai:来 lan:拦览 lei:类累 li:例历理礼离立里 lian:联连链 liang:两良量 liao:了料 ' +
  'lie:列 lin:淋邻 ling:令另零 liu:六浏留 lou:楼 lu:录路陆 lun:论 luo:络 lv:律旅绿 lve:略 ma:码 mai:卖麦 man:满 mao:矛 me:么 ' +
  'mei:每没 men:门 mi:密迷 mian:免面 miao:秒 min:敏民 ming:名命明 mo:末 mou:某 mu:母目 na:那 nan:男 nei:内 neng:能 ni:你 ' +
  'nian:年粘 nin:您 niu:牛 nuo:诺 nv:女 pai:排 pan:判盘 pang:旁 pao:泡 pei:配 pi:批 pian:偏 pin:品拼 ping:屏平评 ' +
  'qi:其启器弃期气起 qian:前签 qiang:强 qiao:荞 qie:且切 qing:情清请 qiu:求球 qu:区去取渠 quan:全权泉 que:确缺 ran:然 ren:人任认 ' +
  'reng:仍 ri:日 rong:容绒 rou:肉 ru:乳入如 ruan:软 ruo:弱若 san:三散 sao:扫 se:色 shai:筛 shan:删善膳 shang:上商尚 ' +
  'shao:少稍 she:社舍设 shen:审身 sheng:升生省 shi:事使十史士失始实室市式时是示视识试适食 shou:受售手授收首 shu:书属数束殊竖输述 shuang:双 ' +
  'shui:水税谁 shun:顺 shuo:说 si:似司四 song:送 su:宿素诉 suan:算 sui:随 sun:损 suo:所缩锁 ta:他它 tai:台太态 tan:摊 ' +
  'tang:糖 tao:套 te:特 teng:腾 ti:提梯题 tian:填天添田 tiao:条跳 tie:贴 ting:停厅听 tong:同童统通 tou:头 tu:图 tuan:团 ' +
  'tui:推退 tuo:妥拖 wai:外 wan:婉完晚湾 wang:往忘网 wei:为伟位围尾微未维谓 wen:文温问 wo:我 wu:务勿无误 xi:习吸息系细 xia:下 ' +
  'xian:先显现线闲限陷鲜 xiang:享向响相箱详象项 xiao:小效校消销 xie:些写协 xin:信新 xing:型姓形性醒 xiu:修 xu:序绪续虚许需须 xuan:选 xue:学 ' +
  'xun:询 ya:压 yan:延演烟言验 yang:样阳 yao:要 ye:业也夜页 yi:一以依已忆意易疑移议 yin:印因引银隐音饮 ying:婴应影硬英营 yong:永用 ' +
  'you:优又有犹由邮 yu:与于余浴羽语逾遇预 yuan:元原员源远 yue:月阅 yun:允运 zai:再在载 zang:脏 zao:噪早造 ze:则择 zeng:增 zhan:占站 ' +
  'zhang:张账障 zhao:找照 zhe:者这 zhen:枕真 zheng:征政整正证 zhi:之值制只址志执指支止直知纸织置至致质 zhong:中种终钟 zhou:周 zhu:住助注猪逐 ' +
  'zhuan:转 zhuang:状装 zhun:准 zhuo:桌 zi:咨子字自资 zong:总 zu:组足 zui:最 zuo:作做'
