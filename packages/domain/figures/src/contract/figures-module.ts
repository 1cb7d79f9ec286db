import { defineModule } from '@opendpf/kit'
import { figuresId } from './indicator.js'
import { messages } from './messages/messages.js'
import { ownIndicators } from './own-indicators.js'
import { externalFigure } from './records/external-figure.js'
import { frozenFigure } from './records/frozen-figure.js'

/** The engine of figures. */
export const figures = defineModule({
  id: figuresId,
  records: { externalFigure, frozenFigure },
  permissions: ['figure.read', 'figure.freeze'],
  roles: {
    'village-commissioner': ['figure.read'],
    'town-clerk': ['figure.read'],
    'county-clerk': ['figure.read', 'figure.freeze'],
    'county-approver': ['figure.read', 'figure.freeze'],
    'county-leader': ['figure.read'],
  },
  declares: { [figuresId]: ownIndicators },
  messages,
})
