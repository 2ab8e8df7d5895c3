// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode } from '../../../kernel/ids.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { type Catalogue, type Edition, newerEditions } from '../../catalogue/index.ts'
import { listLastContents, subjectOf } from '../../records/index.ts'
import {
  type EntryContent,
  entryKind,
  type KeptEntry,
  type PlanRow,
  type ReadPlan,
  readBodyAt,
  readEntries,
  readPlan,
  readPlanAt,
  readPlanRows,
  tailorFor,
} from '../plan/index.ts'
import type { WorkingPlan } from '../writing/index.ts'
import type { CarriedLine, CycleReader, EditionOption } from './readers.ts'
import { type TracedLine, traceLines } from './trace-lines.ts'

/** Reads plans from the store for the pages that begin them and carry them on. */
export function openCycleReader(tenants: Tenants, catalogue: Catalogue): CycleReader {
  const working = async ({ db, administration, plan }: ReadPlan): Promise<WorkingPlan> => ({
    administration,
    state: plan.state,
    tailored: tailorFor(administration, await readPlan(db, plan), catalogue),
  })
  return {
    options: (slug) =>
      readBodyAt(tenants, slug, async ({ db, administration }) => {
        const editions = catalogue.ids().map((id) => catalogue.edition(id))
        return { administration, plans: await readPlanRows(db), editions: editions.toReversed() }
      }),
    carried: (address) =>
      readPlanAt(tenants, address, async (open) => ({
        plan: await working(open),
        ...(await readCarried(open.db, open.plan, open.plans, catalogue)),
      })),
    editions: (address) =>
      readPlanAt(tenants, address, async (open) => {
        const plan = await working(open)
        const entries = await readEntries(open.db, open.plan)
        const written = new Set(entries.map(({ entry }) => entry.code))
        const present = plan.tailored.edition
        const options = newerEditions(present.id, catalogue).map((id) =>
          describeChange(present, catalogue.edition(id), written, catalogue),
        )
        return { plan, options }
      }),
  }
}

async function readCarried(reader: Reader, row: PlanRow, rows: readonly PlanRow[], catalogue: Catalogue) {
  const { from } = row
  if (!from) return undefined
  const [former, present] = [catalogue.edition(from.edition), catalogue.edition(row.edition)]
  const traced = traceLines(former, present, catalogue.lineage())
  const gone = traced.flatMap(({ kind, code }) => (kind === 'retired' ? [code] : []))
  const entries = new Map((await readEntries(reader, row)).map((kept) => [kept.entry.code, kept]))
  const retired = await readRetired(reader, row, rows, gone)
  const lineOf = ({ lines }: Edition) => new Map(lines.map((line) => [line.code, line]))
  const [formerLines, lines] = [lineOf(former), lineOf(present)]
  return {
    from,
    lines: traced.map((one): CarriedLine => {
      const isRetired = one.kind === 'retired'
      const line = isRetired ? undefined : lines.get(one.code)
      const before = formerLines.get(formerCode(one))
      const kept = (isRetired ? retired : entries).get(one.code)
      return { traced: one, ...(line && { line }), ...(before && { former: before }), ...(kept && { kept }) }
    }),
  }
}

const formerCode = (traced: TracedLine): string =>
  traced.kind === 'continued' ? (traced.from[0]?.from ?? '') : traced.code

/** What was said of lines that are retired: it is in the earlier plan or, after a change of edition, in the revisions. */
async function readRetired(
  reader: Reader,
  row: PlanRow,
  rows: readonly PlanRow[],
  codes: readonly ActionLineCode[],
): Promise<ReadonlyMap<string, KeptEntry>> {
  const former = rows.find(({ triennium }) => triennium === row.from?.triennium)
  if (former && former.id !== row.id) {
    const entries = await readEntries(reader, former)
    return new Map(entries.filter(({ entry }) => codes.includes(entry.code)).map((kept) => [kept.entry.code, kept]))
  }
  const subjects = new Map(codes.map((code) => [subjectOf(entryKind, row, code), code]))
  const contents = await listLastContents(reader, row, [...subjects.keys()])
  return new Map(
    [...contents].map(([subject, content]) => {
      const code = subjects.get(subject) ?? ''
      const { ownerOffice: _, ownerPerson: __, ...said } = content as EntryContent
      return [code, { toReview: false, entry: { code, ...said } }]
    }),
  )
}

function describeChange(
  present: Edition,
  edition: Edition,
  written: ReadonlySet<string>,
  catalogue: Catalogue,
): EditionOption {
  const traced = traceLines(present, edition, catalogue.lineage())
  const count = (wanted: TracedLine['kind']) => traced.filter(({ kind }) => kind === wanted).length
  const retired = new Set(traced.flatMap(({ kind, code }) => (kind === 'retired' ? [code] : [])))
  return {
    edition,
    kept: count('kept'),
    changed: count('changed'),
    new: count('new'),
    retired: present.lines
      .filter(({ code }) => retired.has(code))
      .map((line) => ({ line, written: written.has(line.code) })),
  }
}
