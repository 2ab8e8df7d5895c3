// SPDX-License-Identifier: AGPL-3.0-or-later
import { around, type Extent } from './extent.ts'
import { apply, type Matrix } from './matrix.ts'

type Point = readonly [x: number, y: number]
type Subpath = { readonly points: readonly Point[]; readonly closed: boolean; readonly curved: boolean }

/** Drawing commands of pdf.js. */
const commands = { move: 0, line: 1, cubic: 2, quadratic: 3, close: 4 }

/** How far, in points, a line may deviate from horizontal or vertical. */
const slack = 0.7

/** The horizontal and vertical segments of a stroked path, on the page. */
export const strokedSegments = (path: ArrayLike<number>, matrix: Matrix): Extent[] =>
  subpaths(path, matrix).flatMap(({ points, closed }) => {
    const ends = closed && points[0] !== undefined ? [...points, points[0]] : points
    return ends.flatMap((to, at) => {
      const from = ends[at - 1]
      if (from === undefined) return []
      const straight = Math.abs(from[0] - to[0]) <= slack || Math.abs(from[1] - to[1]) <= slack
      return straight ? [extentOf([from, to])] : []
    })
  })

/** The rectangles of a filled path, on the page; shapes with curves are left out. */
export const filledRectangles = (path: ArrayLike<number>, matrix: Matrix): Extent[] =>
  subpaths(path, matrix)
    .filter(({ points, curved }) => !curved && points.length >= 2)
    .map(({ points }) => extentOf(points))

function subpaths(path: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const found: Subpath[] = []
  let points: Point[] = []
  let curved = false
  const finish = (closed: boolean) => {
    if (points.length > 1) found.push({ points, closed, curved })
    points = []
    curved = false
  }
  const point = (at: number): Point => apply(matrix, path[at] ?? 0, path[at + 1] ?? 0)
  for (let at = 0; at < path.length; ) {
    const command = path[at]
    if (command === commands.move) {
      finish(false)
      points.push(point(at + 1))
      at += 3
    } else if (command === commands.line) {
      points.push(point(at + 1))
      at += 3
    } else if (command === commands.close) {
      const [start] = points
      finish(true)
      if (start !== undefined) points.push(start)
      at += 1
    } else {
      curved = true
      const size = command === commands.cubic ? 7 : 5
      points.push(point(at + size - 2))
      at += size
    }
  }
  finish(false)
  return found
}

const extentOf = (points: readonly Point[]): Extent => around(points.map(([x, y]) => ({ x0: x, y0: y, x1: x, y1: y })))
