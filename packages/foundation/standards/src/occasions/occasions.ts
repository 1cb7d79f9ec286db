import { defineCodeList } from '../codes/code-list.js'

/** Days on which the work for disabled people is made known, and the feasts on which people are visited. */
export const occasions = defineCodeList({
  id: 'occasion',
  zh: '节日和主题日',
  en: 'Occasion',
  source: 'OpenDPF',
  entries: [
    { code: 'new-year', zh: '元旦', en: 'New Year' },
    { code: 'spring-festival', zh: '春节', en: 'Spring Festival' },
    { code: 'ear-day', zh: '全国爱耳日', en: 'National Ear Care Day', aliases: ['爱耳日'] },
    { code: 'down-syndrome-day', zh: '世界唐氏综合征日', en: 'World Down Syndrome Day', aliases: ['唐氏综合征日'] },
    { code: 'autism-day', zh: '世界孤独症日', en: 'World Autism Awareness Day', aliases: ['孤独症日', '自闭症日'] },
    { code: 'labour-day', zh: '五一劳动节', en: 'Labour Day', aliases: ['五一', '劳动节'] },
    { code: 'helping-day', zh: '全国助残日', en: 'National Day of Helping Disabled Persons', aliases: ['助残日'] },
    { code: 'children-day', zh: '六一儿童节', en: 'Children’s Day', aliases: ['六一', '儿童节'] },
    { code: 'eye-day', zh: '全国爱眼日', en: 'National Eye Care Day', aliases: ['爱眼日'] },
    { code: 'special-olympics-day', zh: '全国特奥日', en: 'National Special Olympics Day', aliases: ['特奥日'] },
    { code: 'physical-day', zh: '肢残人活动日', en: 'Day of Physically Disabled Persons' },
    { code: 'prevention-day', zh: '残疾预防日', en: 'Disability Prevention Day', aliases: ['全国残疾预防日'] },
    { code: 'deaf-day', zh: '国际聋人日', en: 'International Day of the Deaf', aliases: ['聋人节'] },
    { code: 'mental-health-day', zh: '世界精神卫生日', en: 'World Mental Health Day', aliases: ['精神卫生日'] },
    { code: 'white-cane-day', zh: '国际盲人节', en: 'White Cane Day', aliases: ['盲人节', '国际白手杖节'] },
    { code: 'disability-day', zh: '国际残疾人日', en: 'International Day of Disabled Persons' },
    { code: 'constitution-day', zh: '国家宪法日', en: 'Constitution Day', aliases: ['宪法日'] },
    { code: 'volunteer-day', zh: '国际志愿者日', en: 'International Volunteer Day', aliases: ['志愿者日'] },
  ],
})

/** A day of {@link occasions}. */
export type Occasion = (typeof occasions.codes)[number]
