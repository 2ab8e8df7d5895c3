// SPDX-License-Identifier: AGPL-3.0-or-later
import { fontFamily } from './draw-chart.ts'
import { ink, white } from './palette.ts'

/** An element of ECharts' custom series, placed in the drawing's own units. */
export type Shape = { readonly type: string; readonly shape?: object; readonly style: object }

type Point = readonly [x: number, y: number]

/** A filled rectangle, from its top left corner. */
export const rect = (x: number, y: number, width: number, height: number, fill: string): Shape => ({
  type: 'rect',
  shape: { x, y, width, height },
  style: { fill },
})

/** A straight stroke. */
export const line = (
  from: Point,
  to: Point,
  stroke: string,
  lineWidth = 1,
  lineDash: 'solid' | 'dotted' = 'solid',
): Shape => ({
  type: 'line',
  shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
  style: { stroke, lineWidth, lineDash },
})

/** A filled outline with a white edge around it. */
const polygon = (points: readonly Point[], fill: string): Shape => ({
  type: 'polygon',
  shape: { points },
  style: { fill, stroke: white, lineWidth: 1.5 },
})

/** Text from its top left corner, or centred on `x`. */
export const label = (
  content: string,
  [x, y]: Point,
  style: { fill?: string; fontSize?: number; fontWeight?: number; align?: 'center'; lineHeight?: number } = {},
): Shape => ({
  type: 'text',
  style: { text: content, x, y, fill: ink, fontSize: 14, fontFamily, lineHeight: 16, ...style },
})

/** Due by a date. */
export const diamond = ([x, y]: Point, fill: string): Shape =>
  polygon(
    [
      [x, y - 10],
      [x + 10, y],
      [x, y + 10],
      [x - 10, y],
    ],
    fill,
  )

/** An arrow from a place to beyond the right edge. `open` draws the left end as coming from earlier. */
export const arrow = ([x, y]: Point, right: number, fill: string, open: boolean): Shape =>
  polygon(
    [
      [x, y - 7],
      [Math.max(x, right - 9), y - 7],
      [right, y],
      [Math.max(x, right - 9), y + 7],
      [x, y + 7],
      ...(open ? [[x + 9, y] as const] : []),
    ],
    fill,
  )

/** The body's own date: planned. */
export const ring = ([x, y]: Point): Shape => ({
  type: 'circle',
  shape: { cx: x, cy: y, r: 6 },
  style: { fill: white, stroke: ink, lineWidth: 2.5 },
})

/** The body's own date: done. */
export const tick = ([x, y]: Point): readonly Shape[] => [
  { type: 'circle', shape: { cx: x, cy: y, r: 8 }, style: { fill: ink, stroke: white, lineWidth: 1.5 } },
  {
    type: 'polyline',
    shape: {
      points: [
        [x - 3.5, y],
        [x - 1, y + 3],
        [x + 4, y - 3],
      ],
    },
    style: { fill: 'none', stroke: white, lineWidth: 2 },
  },
]
