// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StatusOrUnsaid } from '../../plans/index.ts'

/** Colours of words, axes and grounds. */
export const ink = '#17324d'
export const faint = '#5d7083'
export const grid = '#d9e0e7'
export const white = '#ffffff'
export const band = '#f2f5f8'
/** The line of today. */
export const todayColour = '#b30000'
/** The marks of a key. */
export const keyColour = '#4d5f70'

/** A pattern over a colour, so that nothing is told by colour alone (WCAG 2.1, 1.4.1). */
type Decal = {
  readonly symbol: string
  readonly symbolSize?: number
  readonly dashArrayX: number | readonly (number | readonly number[])[]
  readonly dashArrayY: number | readonly number[]
  readonly rotation?: number
  readonly color: string
}

export type Paint = { readonly color: string; readonly decal: Decal }

const solid: Decal = { symbol: 'none', dashArrayX: 0, dashArrayY: 0, color: 'transparent' }
const veil = 'rgba(255, 255, 255, 0.35)'
const stripes = (rotation: number): Decal => ({
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation,
  color: veil,
})
const dots: Decal = {
  symbol: 'circle',
  symbolSize: 0.8,
  dashArrayX: [
    [8, 8],
    [0, 8, 8, 0],
  ],
  dashArrayY: [6, 0],
  color: veil,
}

/** Every colour has a contrast of at least 4.5:1 with white. */
export const statusPaint = {
  completed: { color: '#00603c', decal: solid },
  ongoing: { color: '#1d7470', decal: stripes(Math.PI / 4) },
  inProgress: { color: '#0059b3', decal: solid },
  planned: { color: '#4b66b5', decal: dots },
  notStarted: { color: '#a35200', decal: stripes(-Math.PI / 4) },
  notApplicable: { color: '#65717d', decal: solid },
  notFeasible: { color: '#a3263b', decal: stripes(0) },
  unsaid: { color: '#6b4a8f', decal: dots },
} satisfies Record<StatusOrUnsaid, Paint>

/** The order in which statuses are stacked and listed: from done to out of the question, then what nobody has said. */
export const statusOrder = [
  'completed',
  'ongoing',
  'inProgress',
  'planned',
  'notStarted',
  'notFeasible',
  'notApplicable',
  'unsaid',
] as const satisfies readonly StatusOrUnsaid[]

const sourcePaints: readonly Paint[] = [
  { color: '#0059b3', decal: solid },
  { color: '#1d7470', decal: stripes(Math.PI / 4) },
  { color: '#a35200', decal: dots },
  { color: '#6b3fa0', decal: stripes(-Math.PI / 4) },
  { color: '#a3263b', decal: stripes(0) },
  { color: '#55606b', decal: solid },
]

/** The paint of the nth source of money. After the sixth they repeat; labels tell them apart. */
export const sourcePaint = (index: number): Paint => sourcePaints[index % sourcePaints.length] as Paint
