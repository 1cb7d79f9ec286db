import { Chip, type ChipTone, useModuleText } from '@opendpf/admin'
import { type Light, planning } from '../../contract/index.js'

const tones: Readonly<Record<Light, ChipTone>> = {
  kept: 'done',
  'on-track': 'active',
  behind: 'attention',
  'far-behind': 'alarm',
  missed: 'alarm',
  broken: 'alarm',
  waiting: 'start',
  unknown: 'off',
}

/** How an item stands, in a word and a shape. */
export function LightChip({ light }: { readonly light: Light }) {
  const say = useModuleText(planning.id)
  return <Chip tone={tones[light]}>{say(`light.${light}`)}</Chip>
}
