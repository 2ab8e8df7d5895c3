// SPDX-License-Identifier: AGPL-3.0-or-later
import { AlignmentType, BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import { palette } from '../layout/palette.ts'
import { textWidth, twips } from './measures.ts'

/** The styles of blocks. */
export type ParagraphStyle =
  | 'Normal'
  | 'TableText'
  | 'ColumnHeading'
  | 'RowHeading'
  | 'DenseTableText'
  | 'DenseColumnHeading'
  | 'Quote'
  | 'Callout'
  | 'CalloutTitle'
  | 'CodeBlock'

export const sans = 'Titillium Web'
export const monospace = 'Roboto Mono'

const points = (size: number): number => size * 20
const halfPoints = (size: number): number => size * 2

const barIndent = twips(4.5)

/** The indent of some styles: lists inside them start from there. */
export const styleIndent: Partial<Record<ParagraphStyle, number>> = { Quote: barIndent, Callout: barIndent }

const rule = (color: string, size: number, space: number) => ({ style: BorderStyle.SINGLE, color, size, space })
/** A blue bar along the left margin, with some space before the text. */
const barred = { border: { left: rule(palette.blue, 24, 10) }, indent: { left: barIndent } }

/** Line spacing in percent of the font's own. */
const lines = (percent: number) => ({ line: Math.round(percent * 2.4), lineRule: LineRuleType.AUTO })

/** Like `barred`, on a coloured ground slightly larger than the text. */
const boxed = {
  border: { ...barred.border, top: rule(palette.mist, 4, 6), bottom: rule(palette.mist, 4, 6) },
  indent: barred.indent,
  shading: { fill: palette.mist },
}

const heading = (size: number, before: number, color: string) => ({
  run: { size: halfPoints(size), bold: true, color },
  paragraph: { spacing: { before: points(before), after: points(6) }, keepNext: true, keepLines: true },
})

const based = (id: string, name: string, style: Partial<IParagraphStyleOptions>): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...style,
})

const contents = (level: number, style: Partial<IParagraphStyleOptions>): IParagraphStyleOptions =>
  based(`TOC${level}`, `toc ${level}`, style)

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: sans, size: halfPoints(10.5), color: palette.ink, language: { value: 'it-IT' } },
      paragraph: { spacing: { after: points(7), ...lines(103) } },
    },
    title: {
      run: { size: halfPoints(34), bold: true, color: palette.navy },
      paragraph: { spacing: { after: points(8), ...lines(85) }, ...barred },
    },
    heading1: heading(21, 0, palette.blue),
    heading2: heading(15, 18, palette.navy),
    heading3: heading(12.5, 14, palette.navy),
    heading4: heading(11, 12, palette.slate),
    heading5: heading(10.5, 10, palette.slate),
    heading6: heading(10.5, 10, palette.slate),
    caption: {
      run: { size: halfPoints(10.5), bold: true, color: palette.navy },
      paragraph: { spacing: { before: points(12), after: points(5) }, keepNext: true, keepLines: true },
    },
    hyperlink: { run: { color: palette.blue, underline: { type: 'single' } } },
  },
  characterStyles: [
    { id: 'InlineCode', name: 'Codice nel testo', run: { font: monospace, size: halfPoints(9) } },
    { id: 'FactLabel', name: 'Etichetta di dato', run: { color: palette.slate } },
  ],
  paragraphStyles: [
    based('CoverAdministration', 'Copertina: ente', {
      run: { size: halfPoints(16), bold: true, color: palette.blue },
      paragraph: { spacing: { before: points(150), after: points(8) }, ...barred },
    }),
    based('CoverSubtitle', 'Copertina: sottotitolo', {
      run: { size: halfPoints(16), color: palette.slate },
      paragraph: { spacing: { after: points(60) }, ...barred },
    }),
    based('CoverFact', 'Copertina: dato', {
      run: { color: palette.navy },
      paragraph: {
        spacing: { before: points(4), after: points(4) },
        border: { bottom: rule(palette.hairline, 4, 4), between: rule(palette.hairline, 4, 4) },
        leftTabStop: twips(62),
        indent: { left: twips(62), hanging: twips(62) },
      },
    }),
    based('CoverNotice', 'Copertina: avviso', {
      run: { color: palette.navy },
      paragraph: { spacing: { before: points(40) }, ...boxed },
    }),
    based('ContentsTitle', 'Titolo del sommario', {
      run: { size: halfPoints(21), bold: true, color: palette.blue },
      paragraph: { spacing: { after: points(12) } },
    }),
    contents(1, {
      run: { bold: true, color: palette.navy },
      paragraph: { spacing: { before: points(7), after: points(2) } },
    }),
    contents(2, { paragraph: { spacing: { after: points(2) }, indent: { left: twips(5) } } }),
    contents(3, { paragraph: { spacing: { after: points(1) }, indent: { left: twips(10) } } }),
    based('Figure', 'Figura', {
      run: { bold: true, color: palette.navy },
      paragraph: { spacing: { before: points(12), after: points(7) }, keepLines: true },
    }),
    based('TableText', 'Testo di tabella', {
      run: { size: halfPoints(9.5) },
      paragraph: { spacing: { before: points(2), after: points(2), ...lines(98) } },
    }),
    based('ColumnHeading', 'Titolo di colonna', { basedOn: 'TableText', run: { bold: true, color: palette.navy } }),
    based('RowHeading', 'Titolo di riga', { basedOn: 'TableText', run: { bold: true, color: palette.navy } }),
    based('DenseTableText', 'Testo di tabella fitta', {
      run: { size: halfPoints(8) },
      paragraph: { spacing: { before: points(1), after: points(1), ...lines(95) } },
    }),
    based('DenseColumnHeading', 'Titolo di colonna fitta', {
      basedOn: 'DenseTableText',
      run: { bold: true, color: palette.navy },
    }),
    based('Quote', 'Quote', {
      run: { italics: true, color: palette.slate },
      paragraph: { indent: { left: barIndent }, border: { left: rule(palette.hairline, 18, 10) } },
    }),
    based('Callout', 'Riquadro', {
      paragraph: { ...boxed, spacing: { after: points(4) } },
    }),
    based('CalloutTitle', 'Titolo di riquadro', {
      basedOn: 'Callout',
      run: { bold: true, color: palette.navy },
      paragraph: { keepNext: true },
    }),
    based('CodeBlock', 'Codice', {
      run: { font: monospace, size: halfPoints(9) },
      paragraph: { border: { left: rule(palette.hairline, 18, 10) }, indent: { left: barIndent }, spacing: lines(95) },
    }),
    based('HeaderText', 'Testatina', {
      run: { size: halfPoints(8.5), color: palette.slate },
      paragraph: {
        rightTabStop: textWidth,
        border: { bottom: rule(palette.hairline, 4, 6) },
        spacing: { after: 0 },
      },
    }),
    based('FooterText', 'Piè di pagina', {
      run: { size: halfPoints(8.5), color: palette.slate },
      paragraph: { alignment: AlignmentType.RIGHT, spacing: { after: 0 } },
    }),
  ],
}
