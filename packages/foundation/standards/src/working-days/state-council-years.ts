import { type CalendarYear, createWorkingCalendar } from './calendar-year.js'

const newYear = { zh: '元旦', en: "New Year's Day" }
const springFestival = { zh: '春节', en: 'Spring Festival' }
const tombSweeping = { zh: '清明节', en: 'Tomb-Sweeping Day' }
const labourDay = { zh: '劳动节', en: 'Labour Day' }
const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' }
const midAutumn = { zh: '中秋节', en: 'Mid-Autumn Festival' }
const nationalDay = { zh: '国庆节', en: 'National Day' }
const nationalDayAndMidAutumn = { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' }

/** The yearly arrangements of holidays by the General Office of the State Council, and one provisional year. */
export const stateCouncilYears: readonly CalendarYear[] = [
  {
    year: 2024,
    source: '国办发明电〔2023〕7号',
    provisional: false,
    holidays: [
      { ...newYear, first: '2024-01-01', last: '2024-01-01' },
      { ...springFestival, first: '2024-02-10', last: '2024-02-17' },
      { ...tombSweeping, first: '2024-04-04', last: '2024-04-06' },
      { ...labourDay, first: '2024-05-01', last: '2024-05-05' },
      { ...dragonBoat, first: '2024-06-10', last: '2024-06-10' },
      { ...midAutumn, first: '2024-09-15', last: '2024-09-17' },
      { ...nationalDay, first: '2024-10-01', last: '2024-10-07' },
    ],
    makeUpDays: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    provisional: false,
    holidays: [
      { ...newYear, first: '2025-01-01', last: '2025-01-01' },
      { ...springFestival, first: '2025-01-28', last: '2025-02-04' },
      { ...tombSweeping, first: '2025-04-04', last: '2025-04-06' },
      { ...labourDay, first: '2025-05-01', last: '2025-05-05' },
      { ...dragonBoat, first: '2025-05-31', last: '2025-06-02' },
      { ...nationalDayAndMidAutumn, first: '2025-10-01', last: '2025-10-08' },
    ],
    makeUpDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号',
    provisional: false,
    holidays: [
      { ...newYear, first: '2026-01-01', last: '2026-01-03' },
      { ...springFestival, first: '2026-02-15', last: '2026-02-23' },
      { ...tombSweeping, first: '2026-04-04', last: '2026-04-06' },
      { ...labourDay, first: '2026-05-01', last: '2026-05-05' },
      { ...dragonBoat, first: '2026-06-19', last: '2026-06-21' },
      { ...midAutumn, first: '2026-09-25', last: '2026-09-27' },
      { ...nationalDay, first: '2026-10-01', last: '2026-10-07' },
    ],
    makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  {
    year: 2027,
    // 全国年节及纪念日放假办法: a statutory day on a weekend is made good on the next working day, none is moved
    source: '国务院令第795号',
    provisional: true,
    holidays: [
      { ...newYear, first: '2027-01-01', last: '2027-01-01' },
      { ...springFestival, first: '2027-02-05', last: '2027-02-10' },
      { ...tombSweeping, first: '2027-04-05', last: '2027-04-05' },
      { ...labourDay, first: '2027-05-01', last: '2027-05-04' },
      { ...dragonBoat, first: '2027-06-09', last: '2027-06-09' },
      { ...midAutumn, first: '2027-09-15', last: '2027-09-15' },
      { ...nationalDay, first: '2027-10-01', last: '2027-10-05' },
    ],
    makeUpDays: [],
  },
]

/** The calendar that working days are counted on unless another is given. */
export const stateCouncilCalendar = createWorkingCalendar(stateCouncilYears)
