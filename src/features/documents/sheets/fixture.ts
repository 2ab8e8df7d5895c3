// SPDX-License-Identifier: AGPL-3.0-or-later
import { trienniumOf } from '../../../kernel/ids.ts'
import type { ActionLine, Edition } from '../../catalogue/index.ts'
import type { Entry, TailoredLine, TailoredPlan } from '../../plans/index.ts'
import type { DocumentMetadata } from '../model.ts'

export const vallechiara = { name: 'Comune di Vallechiara', cadastralCode: 'Z999', ipaCode: 'c_z999' }

export const sampleMetadata: DocumentMetadata = {
  title: 'Piano triennale per l’informatica 2025-2027',
  administration: vallechiara.name,
  triennium: trienniumOf('2025-2027'),
  edition: '2024-2026',
  language: 'it',
  keywords: ['piano triennale', 'trasformazione digitale'],
  description: 'Piano di prova di un comune inventato',
  date: '2026-01-15',
  planHash: 'ab12'.repeat(16),
}

/** A line that applies, due by the end of 2025, with these changes. */
export function sampleLine(
  line: Partial<ActionLine>,
  entry?: Omit<Entry, 'code'>,
  tailored: Partial<TailoredLine> = {},
): TailoredLine {
  const code = line.code ?? 'CAP3.PA.14'
  return {
    line: {
      code,
      chapter: 3,
      objective: 'OB.3.1',
      results: ['RA3.1.1'],
      timing: { kind: 'by', date: '2025-12-31' },
      title: 'Descrivere i servizi con parole semplici',
      summary: 'Le schede dei servizi si scrivono in una lingua che tutti capiscono.',
      ...line,
    },
    applicability: { verdict: 'applies', reason: 'La linea riguarda tutti i comuni.' },
    declaredNotApplicable: false,
    ...(entry?.status && { status: entry.status }),
    ...(entry && { entry: { code, ...entry } }),
    ...tailored,
  }
}

/** A plan with these lines in one chapter. */
export const samplePlan = (...lines: TailoredLine[]): TailoredPlan => ({
  plan: { triennium: trienniumOf('2025-2027'), edition: '2024-2026' },
  edition: { ...sampleEdition, lines: lines.map(({ line }) => line) },
  chapters: [{ chapter: { number: 3, title: 'Servizi' }, lines }],
  duties: [],
})

const sampleEdition: Edition = {
  id: '2024-2026',
  title: 'Edizione di prova',
  triennium: { from: 2024, to: 2026 },
  complete: true,
  chapters: [{ number: 3, title: 'Servizi' }],
  objectives: [{ code: 'OB.3.1', chapter: 3, title: 'Servizi facili da usare' }],
  results: [{ code: 'RA3.1.1', objective: 'OB.3.1', title: 'Più servizi in rete', targets: [] }],
  lines: [],
  institutionalLines: [],
}
