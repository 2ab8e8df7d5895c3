// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OPS, PDFPageProxy } from 'pdfjs-dist'
import type { Extent } from './extent.ts'
import { compose, identity, type Matrix, toMatrix } from './matrix.ts'
import type { Glyph, PageContent } from './page-content.ts'
import { filledRectangles, strokedSegments } from './paths.ts'
import {
  type Font,
  initialTextState,
  moveText,
  type Shown,
  setTextMatrix,
  showText,
  type TextState,
} from './text-state.ts'

/** pdf.js's numbers of the operators. */
export type Operators = typeof OPS

type State = TextState & { matrix: Matrix }
/** The action of an operator; pdf.js types its operands as any[]. */
type Action = (...operands: never[]) => void

/** A filled rectangle up to this thickness, in points, is a line. */
const thickestLine = 3

/** Walks the operators of a page once to find the place of each character and line. */
export async function readPage(page: PDFPageProxy, ops: Operators): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  const fonts = await readFonts(
    page,
    new Set(fnArray.flatMap((fn, at) => (fn === ops.setFont ? [argsArray[at][0]] : []))),
  )
  const glyphs: Glyph[] = []
  const strokes: Extent[] = []
  const panels: Extent[] = []
  let state: State = { ...initialTextState, matrix: toMatrix(transform) }
  const stack: State[] = []

  const save = () => {
    stack.push({ ...state })
  }
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
  const outlined = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const filled = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const draw = (paint: number, [path]: readonly [ArrayLike<number> | null]) => {
    if (path === null) return
    // One by one: a drawing has more than the arguments of a call can hold.
    for (const segment of outlined.has(paint) ? strokedSegments(path, state.matrix) : []) strokes.push(segment)
    for (const rectangle of filled.has(paint) ? filledRectangles(path, state.matrix) : []) {
      const thickness = Math.min(rectangle.x1 - rectangle.x0, rectangle.y1 - rectangle.y0)
      ;(thickness <= thickestLine ? strokes : panels).push(rectangle)
    }
  }

  const actions: Record<number, Action> = {
    [ops.save]: save,
    [ops.restore]: restore,
    [ops.transform]: (...matrix: number[]) => transformBy(matrix),
    [ops.paintFormXObjectBegin]: (matrix: ArrayLike<number> | null) => {
      save()
      transformBy(matrix)
    },
    [ops.paintFormXObjectEnd]: restore,
    [ops.beginGroup]: save,
    [ops.endGroup]: restore,
    [ops.beginAnnotation]: (_id: string, _box: unknown, toPage: number[], toForm: number[]) => {
      stack.length = 0
      state = { ...initialTextState, matrix: toMatrix(transform) }
      transformBy(toPage)
      transformBy(toForm)
    },
    [ops.setGState]: (entries: readonly (readonly [string, unknown])[]) => {
      for (const [key, value] of entries) if (key === 'Font') setFont(...(value as [string, number]))
    },
    [ops.constructPath]: draw,
    [ops.beginText]: () => setTextMatrix(state, identity),
    [ops.setFont]: setFont,
    [ops.setCharSpacing]: (spacing: number) => {
      state.charSpacing = spacing
    },
    [ops.setWordSpacing]: (spacing: number) => {
      state.wordSpacing = spacing
    },
    [ops.setHScale]: (percent: number) => {
      state.stretch = percent / 100
    },
    [ops.setLeading]: (leading: number) => {
      state.leading = leading
    },
    [ops.setTextRise]: (rise: number) => {
      state.rise = rise
    },
    [ops.setTextMatrix]: (matrix: ArrayLike<number>) => setTextMatrix(state, toMatrix(matrix)),
    [ops.moveText]: (x: number, y: number) => moveText(state, x, y),
    [ops.setLeadingMoveText]: (x: number, y: number) => {
      state.leading = -y
      moveText(state, x, y)
    },
    [ops.nextLine]: () => moveText(state, 0, -state.leading),
    [ops.showText]: (shown: Shown) => {
      for (const glyph of showText(state, state.matrix, shown)) {
        if (glyph.x >= 0 && glyph.x <= width && glyph.y >= 0 && glyph.y <= height) glyphs.push(glyph)
      }
    },
  }
  for (const [at, fn] of fnArray.entries()) {
    const action = actions[fn] as ((...operands: unknown[]) => void) | undefined
    action?.(...(argsArray[at] ?? []))
  }
  return { number: page.pageNumber, width, height, glyphs, strokes, panels }
}

/** The fonts of a page, which arrive after its operators. */
async function readFonts(page: PDFPageProxy, names: ReadonlySet<string>): Promise<ReadonlyMap<string, Font>> {
  const read = (name: string) => new Promise<Font>((resolve) => page.commonObjs.get(name, resolve))
  return new Map(await Promise.all(Array.from(names, async (name) => [name, await read(name)] as const)))
}
