/** Days and reasons of comfort visits in both languages. */
export const occasionTexts = {
  'zh-CN': {
    'new-year': '元旦',
    'spring-festival': '春节',
    'ear-day': '爱耳日',
    'national-day-of-disabled': '全国助残日',
    'children-day': '儿童节',
    'sight-day': '爱眼日',
    'international-day-of-disabled': '国际残疾人日',
    hardship: '困难慰问',
    other: '其他',
  },
  en: {
    'new-year': 'New Year',
    'spring-festival': 'Spring Festival',
    'ear-day': 'Ear care day',
    'national-day-of-disabled': 'National day of persons with disabilities',
    'children-day': "Children's day",
    'sight-day': 'Eye care day',
    'international-day-of-disabled': 'International day of persons with disabilities',
    hardship: 'Hardship',
    other: 'Other',
  },
} as const
