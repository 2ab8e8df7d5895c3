// SPDX-License-Identifier: AGPL-3.0-or-later
import { notFound } from '../../kernel/errors.ts'
import type { Tenants } from '../../platform/db/tenants.ts'
import { type ChainFault, type ChainHead, type ChainLine, chainStart, checkLine } from './chain.ts'
import {
  type Anchor,
  countAccessChain,
  countChain,
  readAccessChain,
  readAnchors,
  readChain,
  readJournalOwners,
} from './chain-store.ts'

/** The outcome for one journal. */
export type ChainVerdict = {
  /** The body's address; absent: the access journal. */
  readonly body?: string
  /** For people. */
  readonly name: string
  /** The last line that was followed. */
  readonly head: ChainHead
  /** The first thing that was altered; absent when nothing was. */
  readonly fault?: ChainFault
}

/** The verified journals, and the hashes kept elsewhere that none of them contains. */
export type JournalVerdict = { readonly chains: readonly ChainVerdict[]; readonly missing: readonly string[] }

/** Opens the database that has the journals. */
export type OpenJournals = () => Promise<{ readonly tenants: Tenants; close(): Promise<void> }>

type Wish = {
  /** Only this body's journal; absent: those of all bodies and the access journal. */
  readonly body?: string | undefined
  /** Hashes of lines that were kept elsewhere: each must be in one of the chains. */
  readonly heads: readonly string[]
}

/**
 * Follows the journals' chains from the first line and computes every hash anew. A chain that was rewritten from some
 * line on is consistent in itself. Only a hash kept elsewhere, in a frozen version or in somebody's notes, reveals it.
 * @param onProgress what is being read and how many lines of it were.
 * @throws {TimoneError} `not-found` for a body that is unknown.
 */
export async function verifyJournal(
  tenants: Tenants,
  { body, heads }: Wish,
  onProgress: (name: string, lines: number) => void,
): Promise<JournalVerdict> {
  const owners = await tenants.readMany([], readJournalOwners)
  const wanted = body === undefined ? owners : owners.filter(({ slug }) => slug === body)
  if (body !== undefined && wanted.length === 0) throw notFound(`Ente «${body}»`)
  const missing = new Set(heads)
  const chains: ChainVerdict[] = []
  for (const { id, slug, name } of wanted) {
    const verdict = await tenants.readMany([id], async (reader) => {
      const anchors = await readAnchors(reader, id)
      const source = { lines: readChain(reader, id), count: (last: number) => countChain(reader, id, last) }
      return await follow(id, { ...source, anchors }, missing, (lines) => onProgress(name, lines))
    })
    chains.push({ body: slug, name, ...verdict })
  }
  if (body === undefined) {
    const name = 'Registro degli accessi'
    const verdict = await tenants.writeNational(async (reader) => {
      const source = { lines: readAccessChain(reader), count: (last: number) => countAccessChain(reader, last) }
      return await follow(0, { ...source, anchors: [] }, missing, (lines) => onProgress(name, lines))
    })
    chains.push({ name, ...verdict })
  }
  return { chains, missing: [...missing] }
}

/** Where the lines of a chain come from. */
type ChainSource = {
  readonly lines: AsyncIterable<readonly ChainLine[]>
  readonly count: (last: number) => Promise<number>
  readonly anchors: readonly Anchor[]
}

async function follow(
  body: number,
  { lines, count, anchors }: ChainSource,
  missing: Set<string>,
  onProgress: (lines: number) => void,
): Promise<Pick<ChainVerdict, 'head' | 'fault'>> {
  const open = new Map(anchors.map((anchor) => [anchor.hash, anchor]))
  let head = chainStart
  const passed = ({ sequence, hash }: ChainHead) => {
    open.delete(hash)
    missing.delete(hash)
    head = { sequence, hash }
  }
  passed(chainStart)
  for await (const page of lines) {
    for (const line of page) {
      const fault = checkLine(body, head, line)
      if (fault) return { head, fault }
      passed(line)
    }
    onProgress(head.sequence)
  }
  const stored = await count(head.sequence)
  if (stored !== head.sequence) return { head, fault: strays(stored - head.sequence) }
  const [lost] = open.values()
  return lost ? { head, fault: rewritten(lost) } : { head }
}

const strays = (count: number): ChainFault => ({
  message: `ci sono ${count} righe in più, con numeri che sono di altre`,
  remedy: 'confrontare con una copia di sicurezza, e conservare questa base dati come prova',
})

const rewritten = ({ triennium, version, hash }: Anchor): ChainFault => ({
  message:
    `la catena è stata riscritta o troncata: non ha più la riga annotata quando è stata approvata la versione ` +
    `${version} del piano ${triennium} (impronta ${hash})`,
  remedy: 'confrontare con una copia di sicurezza, e conservare questa base dati come prova',
})
