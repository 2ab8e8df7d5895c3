// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FundingProject, Spending } from '../../funding/index.ts'
import type { Initiative } from '../../plans/index.ts'
import type { ExactRecord, ImportedPlan, Reading } from '../model.ts'

/** The records of our own files, apart from entries, in the form of the import contract. */
export function contractLists(
  records: readonly ExactRecord[],
): Pick<ImportedPlan, 'initiatives' | 'funding' | 'spending' | 'narrative'> {
  const of = <Content>(kind: ExactRecord['kind']) =>
    records
      .filter((one) => one.kind === kind)
      .map(({ record, source, confidence, warnings }) => ({
        // As it was read: the review reports what does not fit its kind.
        said: record as Partial<Content>,
        reading: { source, confidence, warnings } satisfies Reading,
      }))
  return {
    initiatives: of<Initiative>('initiative').map(({ said, reading }) => ({
      priority: null,
      title: said.title ?? '',
      steps: said.steps ?? [],
      expectedResults: said.expectedResults ?? [],
      timing: said.planned ?? null,
      responsible: said.responsible === undefined ? [] : [said.responsible],
      ...reading,
    })),
    funding: of<FundingProject>('funding').map(({ said, reading }) => ({
      measure: said.measure ?? '',
      title: said.title ?? null,
      year: said.year ?? null,
      amount: said.amount === undefined ? null : Number(said.amount),
      progress: said.progress ?? null,
      certification: said.certification ?? null,
      payment: said.payment ?? null,
      ...reading,
    })),
    spending: of<Spending>('spending').flatMap(({ said: { year, amount, kind }, reading }) =>
      year === undefined || amount === undefined || kind === undefined
        ? []
        : [{ year, amount: Number(amount), kind, ...reading }],
    ),
    narrative: of<{ part: string; markdown: string }>('narrative').flatMap(({ said: { part, markdown }, reading }) => {
      const [, chapter] = /^chapter-(\d)$/.exec(part ?? '') ?? []
      return chapter === undefined || markdown === undefined ? [] : [{ chapter: Number(chapter), markdown, ...reading }]
    }),
  }
}
