// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Box } from '../../model.ts'

/** A rectangle of the page: points from its top left corner, y downwards. */
export type Extent = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** The smallest extent around all of them; inside out when there are none. */
export function around(extents: Iterable<Extent>): Extent {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const extent of extents) {
    x0 = Math.min(x0, extent.x0)
    y0 = Math.min(y0, extent.y0)
    x1 = Math.max(x1, extent.x1)
    y1 = Math.max(y1, extent.y1)
  }
  return { x0, y0, x1, y1 }
}

/** The same in the form of a block's place, to a tenth of a point. */
export const toBox = ({ x0, y0, x1, y1 }: Extent): Box => ({
  x: tenths(x0),
  y: tenths(y0),
  width: tenths(x1 - x0),
  height: tenths(y1 - y0),
})

const tenths = (points: number): number => Math.round(points * 10) / 10
