// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OPS, PDFPageProxy } from 'pdfjs-dist'
import { compose, type Matrix, toMatrix } from './matrix.ts'
import type { Extent, Glyph, PageContent } from './page-content.ts'
import { filledRectangles, strokedSegments } from './paths.ts'
import { type Font, initialTextState, moveText, type Shown, setTextMatrix, showText, type TextState } from './text-state.ts'

/** Numbers of the operators, as pdf.js counts them. */
export type Operators = typeof OPS

type State = TextState & { matrix: Matrix; lineWidth: number }

/** A filled rectangle that is at most so thick, in points, is a line. */
const thickestLine = 3

/** Walks the operators of a page once: they tell where each character and each line stands. */
export async function readPage(page: PDFPageProxy, ops: Operators): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  const fonts = await readFonts(page, new Set(fnArray.flatMap((fn, at) => (fn === ops.setFont ? argsArray[at][0] : []))))
  const glyphs: Glyph[] = []
  const strokes: Extent[] = []
  const panels: Extent[] = []

  let state: State = { ...initialTextState, matrix: toMatrix(transform), lineWidth: 1 }
  const stack: State[] = []
  const save = () => void stack.push({ ...state })
  const restore = () => {
    state = stack.pop() ?? state
  }
  const transformBy = (matrix: ArrayLike<number> | null) => {
    if (matrix !== null) state.matrix = compose(state.matrix, toMatrix(matrix))
  }
  const setFont = (name: string, size: number) => {
    state.font = fonts.get(name)
    state.fontSize = size
  }

  const draw = (paint: number, [path]: readonly (ArrayLike<number> | null)[]) => {
    if (path === null || path === undefined) return
    if (strokesPath.has(paint)) strokes.push(...strokedSegments(path, state.matrix))
    if (fillsPath.has(paint)) {
      for (const rectangle of filledRectangles(path, state.matrix)) {
        const thin = Math.min(rectangle.x1 - rectangle.x0, rectangle.y1 - rectangle.y0) <= thickestLine
        ;(thin ? strokes : panels).push(rectangle)
      }
    }
  }
  const strokesPath = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke])
  const fillsPath = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke])

  // biome-ignore lint/suspicious/noExplicitAny: pdf.js gives the arguments of its operators no types
  const operators: Record<number, (...args: any[]) => void> = {
    [ops.save]: save,
    [ops.restore]: restore,
    [ops.transform]: (...matrix: number[]) => transformBy(matrix),
    [ops.paintFormXObjectBegin]: (matrix) => {
      save()
      transformBy(matrix)
    },
    ...
  }
}
