import { componentAttributes } from '@opendpf/certificates'
import type { ParameterDef } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'

/** Which components of a disability something is for, as a region decides. */
export const components = (
  zh: string,
  en: string,
  { basis, national }: { readonly basis: string; readonly national: NonNullable<ParameterDef['national']> },
): ParameterDef => ({
  title: texts(zh, en),
  kind: 'patterns',
  attributes: componentAttributes,
  basis,
  national,
})
