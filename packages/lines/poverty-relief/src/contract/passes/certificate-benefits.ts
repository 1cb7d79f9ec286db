import { all, clause, eligibility, parameter, some } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { establishing, hasValidCertificate, isAlive, isEstablished, localBasis, undecided } from '../shared/clauses.js'
import { components } from '../shared/disabilities.js'

/** What a certificate brings besides money: riding free, and paying less at the hospital. It holds as long as the certificate is good. */
export const certificateBenefits = eligibility({
  parameters: {
    busPassComponents: components('可以免费乘车的残疾', 'Disabilities that ride free', {
      basis: localBasis,
      national: [{ since: '2010-01-01', value: [], document: undecided }],
    }),
    reducesHospitalFees: establishing('定点医院住院费用减免', 'fee reduction at hospitals'),
  },
  schemes: {
    busPass: {
      title: texts('免费乘车证', 'Free bus pass'),
      basis: localBasis,
      rule: all(
        isAlive(localBasis),
        hasValidCertificate(localBasis),
        clause(some('certificates.components', parameter('busPassComponents')), {
          code: 'B1',
          title: texts('残疾类别、部位和等级在免费乘车范围内', 'Category, part of the body and grade ride free'),
          basis: localBasis,
          failed: texts('残疾类别、部位或等级不在本地免费乘车范围内', 'The region lets no such disability ride free'),
          unknown: texts('请在残疾人证上登记肢体残疾的部位', 'Record the part of the body on the certificate'),
        }),
      ),
    },
    hospitalReduction: {
      title: texts('住院费用减免', 'Fee reduction at hospitals'),
      basis: localBasis,
      rule: all(isEstablished('reducesHospitalFees'), isAlive(localBasis), hasValidCertificate(localBasis)),
      notes: [
        {
          code: 'H1',
          text: texts(
            '在签约二级医院住院，减免普通检查费、一般治疗处置费和三项常规检验费',
            'As an inpatient of a contracted second-class hospital: ordinary examination, general treatment, three routine tests',
          ),
          basis: localBasis,
        },
      ],
    },
  },
})
