/**
 * Characters that are written for one another in names: traditional and variant forms, and simplifications that registers still use
 * side by side. Each pair is the form found and the form it is compared as.
 */
const pairs =
  '張张 陳陈 劉刘 趙赵 吳吴 楊杨 黃黄 鄭郑 馬马 孫孙 許许 馮冯 鄧邓 蕭萧 肖萧 葉叶 蘇苏 盧卢 蔣蒋 賈贾 鍾钟 譚谭 陸陆 範范 韋韦 鄒邹 龔龚 萬万 錢钱 湯汤 ' +
  '賴赖 龍龙 顧顾 閻闫 閆闫 阎闫 付傅 邱丘 羅罗 謝谢 戴代 袁苑 嚴严 賀贺 聶聂 齊齐 於于 甯宁 寧宁 歐欧 陽阳 ' +
  '國国 華华 雲云 傑杰 強强 偉伟 麗丽 紅红 軍军 蘭兰 鳳凤 龍龙 貴贵 榮荣 慶庆 興兴 東东 廣广 義义 禮礼 學学 玉玉 英英 ' +
  '昇升 陞升 珮佩 峯峰 群羣 勳勋 勛勋 喆哲 堃坤 菓果 濬浚 邨村 仝同 犇奔 囍喜 囯国 囻国 燊森 甦苏 冨富 厰厂 ' +
  '瑠琉 淸清 靑青 眞真 鎭镇 錦锦 銀银 鋼钢 鐵铁 鑒鉴 鑑鉴 愛爱 樂乐 實实 寶宝 順顺 進进 運运 達达 遠远 長长 開开 關关 飛飞 鳴鸣 ' +
  '黨党 檯台 臺台 條条 來来 倫伦 億亿 優优 儀仪 兒儿 勝胜 勞劳 務务 動动 協协 卻却 厚厚 參参 雙双 啟启 啓启 喬乔 單单 嬌娇 孃娘 ' +
  '孿孪 寬宽 專专 將将 嶺岭 巖岩 岡冈 師师 帥帅 帶带 幫帮 幹干 彥彦 後后 徑径 恆恒 恒恒 惠惠 慧慧 憲宪 懷怀 應应 戰战 戶户 捨舍 ' +
  '擇择 擁拥 據据 敎教 敵敌 數数 斷断 時时 曉晓 書书 會会 櫻樱 權权 歲岁 歸归 毀毁 氣气 決决 澤泽 潔洁 潤润 濤涛 濟济 濱滨 灣湾 ' +
  '煉炼 燦灿 爾尔 獻献 現现 瑩莹 瓊琼 畢毕 畫画 當当 發发 盡尽 眾众 碩硕 禎祯 種种 穎颖 穩稳 競竞 筆笔 節节 簡简 糧粮 純纯 紹绍 ' +
  '終终 統统 綠绿 維维 緒绪 線线 編编 縣县 總总 績绩 繼继 續续 聖圣 聞闻 聲声 聯联 肅肃 脅胁 臨临 舉举 舊旧 艷艳 豔艳 芸云 莊庄 ' +
  '薦荐 藝艺 藥药 蓮莲 處处 號号 裏里 補补 規规 親亲 覺觉 觀观 記记 設设 詩诗 話话 誠诚 語语 調调 請请 論论 諾诺 謙谦 證证 識识 ' +
  '變变 讓让 豐丰 貝贝 財财 貞贞 貢贡 賢贤 質质 贊赞 趕赶 躍跃 車车 輝辉 輪轮 農农 連连 郵邮 鄉乡 醫医 鈞钧 鈺钰 銘铭 鋒锋 鎮镇 ' +
  '鏡镜 鐘钟 鑫鑫 門门 閃闪 間间 陰阴 陣阵 隊队 階阶 際际 難难 雞鸡 電电 靈灵 靜静 韓韩 頂顶 領领 頭头 題题 顏颜 願愿 類类 風风 ' +
  '飄飘 養养 騰腾 驗验 驚惊 體体 鬥斗 魯鲁 鮮鲜 鳥鸟 鴻鸿 鵬鹏 鶴鹤 鷹鹰 麥麦 齡龄 龐庞 衞卫 衛卫'

const compared = new Map(pairs.split(/\s+/).map((pair) => Array.from(pair) as [string, string]))

/** The character a name's character is compared as. */
export function foldCharacter(character: string): string {
  return compared.get(character) ?? character
}

/** Every character that is compared as another, and that other. */
export const foldedCharacters: Iterable<readonly [found: string, compared: string]> = compared
