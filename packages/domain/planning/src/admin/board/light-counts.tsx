import { useModuleText } from '@opendpf/admin'
import { lights, planning, type Tally } from '../../contract/index.js'
import { LightChip } from '../plan/light-chip.js'

/** How many items stand how, in words and shapes. */
export function LightCounts({ tally }: { readonly tally: Tally }) {
  const say = useModuleText(planning.id)
  return (
    <ul className="actions">
      {lights
        .filter((light) => (tally.lights[light] ?? 0) > 0)
        .map((light) => (
          <li key={light}>
            <LightChip light={light} /> {say('board.items', { count: tally.lights[light] ?? 0 })}
          </li>
        ))}
    </ul>
  )
}
