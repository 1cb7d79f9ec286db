import type { PlacedRecord } from '@opendpf/kit'
import { sampleModule } from './sample-module.js'

/** The records of the sample module as pages see them. */
export const sample = sampleModule.records as unknown as Readonly<
  Record<'applicant' | 'application' | 'supplier', PlacedRecord>
>

/** A made-up applicant; tests change what they are about. */
export const person = {
  name: '王秀英',
  idNumber: '990121196005062221',
  sex: '2',
  ethnicGroup: '01',
  birthDate: '1960-05-06',
  division: '990121101201',
  phone: '13900001000',
  livesAlone: true,
  children: 2,
  income: 320_050,
  note: null,
} as const
