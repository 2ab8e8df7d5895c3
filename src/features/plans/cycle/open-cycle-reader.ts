// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { findAdministration } from '../../administrations/index.ts'
import { type Catalogue, type Edition, newerEditions } from '../../catalogue/index.ts'
import { readLastContents } from '../contents/contents-store.ts'
import type { ContentsReader } from '../contents/readers.ts'
import { type EntryContent, entryPart } from '../parts/entry-part.ts'
import { subjectOf } from '../parts/part-kind.ts'
import { type KeptEntry, readEntries } from '../plan/entry-store.ts'
import type { PlanAddress } from '../plan/model.ts'
import { type PlanRow, readPlanRows } from '../plan/store.ts'
import type { CarriedLine, CycleReader, EditionOption } from './readers.ts'
import { type TracedLine, traceLines } from './trace-lines.ts'

/** Reads plans from the store for the pages that begin them and carry them on. */
export function openCycleReader(
  tenants: Tenants,
  catalogue: Catalogue,
  contents: Pick<ContentsReader, 'plan'>,
): CycleReader {
  const within = async <T>(
    { slug, triennium }: PlanAddress,
    work: (reader: Reader, row: PlanRow, rows: readonly PlanRow[]) => Promise<T>,
  ): Promise<T | undefined> => {
    const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => {
      const rows = await readPlanRows(reader)
      const row = rows.find((plan) => plan.triennium === triennium)
      return row && (await work(reader, row, rows))
    })
  }
  return {
    async options(slug) {
      const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
      if (!administration) return undefined
      const plans = await tenants.tenant(administration.id).read(readPlanRows)
      const editions = catalogue.ids().map((id) => catalogue.edition(id))
      return { administration, plans, editions: editions.toReversed() }
    },
    async carried(address) {
      const plan = await contents.plan(address)
      if (!plan) return undefined
      const carried = await within(address, (reader, row, rows) => readCarried(reader, row, rows, catalogue))
      return carried ? { plan, ...carried } : { plan }
    },
    async editions(address) {
      const plan = await contents.plan(address)
      const entries = await within(address, readEntries)
      if (!plan || !entries) return undefined
      const written = new Set(entries.map(({ entry }) => entry.code))
      const present = plan.tailored.edition
      const options = newerEditions(present.id, catalogue).map((id) =>
        describeChange(present, catalogue.edition(id), written, catalogue),
      )
      return { plan, options }
    },
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
  codes: readonly string[],
): Promise<ReadonlyMap<string, KeptEntry>> {
  const former = rows.find(({ triennium }) => triennium === row.from?.triennium)
  if (former && former.id !== row.id) {
    const entries = await readEntries(reader, former)
    return new Map(entries.filter(({ entry }) => codes.includes(entry.code)).map((kept) => [kept.entry.code, kept]))
  }
  const subjects = new Map(codes.map((code) => [subjectOf(entryPart, row, code), code]))
  const contents = await readLastContents(reader, row, [...subjects.keys()])
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
