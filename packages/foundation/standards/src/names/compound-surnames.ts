/** Chinese surnames of two characters that are in use or in 百家姓. */
export const compoundSurnames: ReadonlySet<string> = new Set(
  (
    '万俟 上官 东方 东郭 东门 乐正 亓官 仲孙 令狐 公冶 公孙 公羊 公良 公西 南宫 南荣 南门 司寇 司徒 司空 司马 呼延 ' +
    '壤驷 夏侯 太叔 太史 夹谷 子车 完颜 宇文 宗政 宰父 尉迟 左丘 巫马 微生 慕容 拓跋 拓拔 欧阳 歐陽 段干 漆雕 澹台 ' +
    '濮阳 独孤 申屠 百里 皇甫 端木 第五 纳兰 羊舌 耶律 西门 诸葛 谷梁 穀梁 赫连 轩辕 达奚 淳于 钟离 长孙 闻人 闾丘 ' +
    '单于 梁丘 颛孙 鲜于 贺兰'
  ).split(' '),
)
