import { defineMessages } from '@opendpf/messages'

/** The accessibility statement. It says what was looked at and how, and claims nothing beyond that. */
export const statementMessages = defineMessages({
  'zh-CN': {
    'statement.title': '无障碍声明',
    'statement.lead': '残联业务平台（OpenDPF）供残联工作人员使用，其中有残疾的同事也应当能够独立、顺畅地使用。',
    'statement.aim': '目标',
    'statement.aim.law':
      '依据《中华人民共和国无障碍环境建设法》第三十二条，逐步达到网站无障碍设计标准和国家信息无障碍标准。',
    'statement.aim.standard':
      '以《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）二级和《网页内容无障碍指南》（WCAG）2.2 AA 级为目标。',
    'statement.aim.status': '目前是自行评估：尚未对照国家标准原文逐条测评，也未经第三方机构检测，因此不宣称已经符合。',
    'statement.tested': '每个版本都自动检查的内容',
    'statement.tested.rules':
      '每个页面：用 axe 按 WCAG 2.0 至 2.2 的 A、AA 级规则检查标准显示、长辈版高对比显示和英文界面。',
    'statement.tested.names': '每个页面：按钮、链接、输入框、表格都有名称，读屏软件读到的名称与界面语言一致。',
    'statement.tested.focus': '每个页面：用 Tab 键逐个经过控件，焦点四周的边框清晰可见（与周围颜色对比不低于 3:1）。',
    'statement.tested.reflow': '每个页面：宽度 320 像素、文字放大到 200% 时内容不丢失，不需要左右滚动（宽表格除外）。',
    'statement.tested.keyboard':
      '主要工作：从登录、导入、查询、修改到退出，不用鼠标即可完成；登录过期后填写的内容不丢失。',
    'statement.features': '辅助功能',
    'statement.features.panel':
      '页面上方的“无障碍与长辈版”：文字放大、高对比配色、特大鼠标指针、减少动画、朗读。设置保存在本机浏览器里。',
    'statement.features.keyboard': '全部功能都可以用键盘操作；每个页面开头都有“跳到主要内容”，表格前有“跳过表格”。',
    'statement.limits': '已知的不足',
    'statement.limits.people': '尚未请使用读屏软件的残疾人完整试用；争渡、阳光、永德和 NVDA 等读屏软件尚未逐页测试。',
    'statement.limits.chrome': '自动检查在 Chromium 内核的浏览器上进行，其他浏览器只作一般性支持。',
    'statement.limits.tables': '列较多的表格在窄屏幕上需要在表格内左右滚动。',
    'statement.limits.select': '下拉列表不能用中文输入法直接定位选项，请用方向键选择；选项较多的列表可以输入汉字筛选。',
    'statement.limits.voice': '朗读使用本机的中文语音，没有安装语音的电脑不能朗读。',
    'statement.limits.files': '导出的表格和打印的文书没有单独做无障碍检测。',
    'statement.feedback': '意见与求助',
    'statement.feedback.who':
      '使用中遇到障碍，请联系为您开通账号的残联；由该单位的系统管理员负责受理。请说明是哪个页面、要做什么事、遇到什么障碍、使用什么浏览器和辅助软件。',
    'statement.feedback.other': '在障碍消除之前，可以请该单位用其他方式（电话、上门、纸质材料）为您办理同一事项。',
    'statement.date': '本声明于 2026 年 11 月根据自行评估编写，随版本更新。',
  },
  en: {
    'statement.title': 'Accessibility statement',
    'statement.lead':
      'The DPF Business Platform (OpenDPF) is for the staff of the federations. Colleagues who are disabled themselves should be able to use it on their own and without trouble.',
    'statement.aim': 'What is aimed at',
    'statement.aim.law':
      'Article 32 of the Law of the People’s Republic of China on Building a Barrier-free Environment: to come up to the national standards of accessible information step by step.',
    'statement.aim.standard':
      'GB/T 37668-2019 (accessibility of internet content), level 2, and the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.',
    'statement.aim.status':
      'So far this is our own assessment. The national standard has not been gone through clause by clause and no third party has tested the platform; conformance is therefore not claimed.',
    'statement.tested': 'What is tested automatically in every version',
    'statement.tested.rules':
      'Every page: axe with the rules of WCAG 2.0 to 2.2, levels A and AA, in standard display, in elder mode with high contrast, and in English.',
    'statement.tested.names':
      'Every page: buttons, links, text boxes and tables have names, and a screen reader hears them in the language of the page.',
    'statement.tested.focus':
      'Every page: each control reached with Tab shows the focus on all four sides, at a contrast of 3:1 or more.',
    'statement.tested.reflow':
      'Every page: nothing is lost at a width of 320 pixels or with text at 200 %, and nobody scrolls sideways (wide tables excepted).',
    'statement.tested.keyboard':
      'The main work, from signing in through import, search and change to signing out, is done without a mouse; a session that expires takes nothing away that was typed.',
    'statement.features': 'What helps',
    'statement.features.panel':
      '“Accessibility” at the top of every page: larger text, high contrast, an extra large pointer, less motion, reading aloud. The settings are kept in this browser.',
    'statement.features.keyboard':
      'Everything works with the keyboard; every page begins with “Skip to main content”, and tables can be skipped.',
    'statement.limits': 'Known limits',
    'statement.limits.people':
      'No users of screen readers have worked through the whole platform yet; ZDSR, Sunshine, Yongde and NVDA have not been tried page by page.',
    'statement.limits.chrome':
      'The automatic tests run in browsers built on Chromium; other browsers are supported in general only.',
    'statement.limits.tables': 'Tables with many columns scroll sideways within themselves on narrow screens.',
    'statement.limits.select':
      'Options of a drop-down list cannot be found by typing through a Chinese input method: use the arrow keys. Long lists can be filtered by typing.',
    'statement.limits.voice': 'Reading aloud needs a Chinese voice on the computer.',
    'statement.limits.files': 'Exported sheets and printed papers have not been tested for accessibility.',
    'statement.feedback': 'Feedback and help',
    'statement.feedback.who':
      'Where something stands in your way, turn to the federation that gave you your account; its system administrator takes it up. Say on which page, what you wanted to do, what stopped you, and which browser and assistive software you use.',
    'statement.feedback.other':
      'Until it is put right, that office can be asked to do the same for you in another way: by telephone, by a visit, or on paper.',
    'statement.date': 'Written in November 2026 from our own assessment; kept up with each version.',
  },
})
