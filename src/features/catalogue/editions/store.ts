// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { unknownEdition, unreadableFile } from '../../../kernel/errors.ts'
import { writePrivateFile } from '../../../platform/files/private-file.ts'
import type { KnownBeforehand } from '../../administrations/index.ts'
import { checkDuties, type LinesOfCycle } from '../duties/check-duties.ts'
import type { Duty } from '../duties/model.ts'
import type { Edition, Lineage } from '../model.ts'
import { mergeOfficial } from '../official-text/merge-official.ts'
import { type Completion, CompletionSchema, withCompletion } from '../succession/completion.ts'
import { formerOf } from '../succession/former-of.ts'
import { succeed } from '../succession/succeed.ts'
import { type Catalogue, type OfficialEdition, OfficialEditionSchema } from './catalogue.ts'
import { inheritWords } from './inherit-words.ts'
import { shippedSchemas } from './shipped.ts'

/** Where the editions are: those that come with Timone, and the official texts that people imported. */
export type CatalogueFolders = { readonly shipped: string; readonly imported: string }

/**
 * Opens the catalogue on two folders. An edition is read the first time it is asked for, then kept in memory.
 * @param folders.shipped the editions that come with Timone, a folder each, `lineage.json`, `known-beforehand.json`,
 * `duties.json`.
 * @param folders.imported the official texts that people imported, a file an edition; it may not exist yet.
 * @throws {TimoneError} when read, `unreadable-file` for a damaged imported file, `invalid-input` for wrong duties, which
 * people add too. Other damaged shipped data is our own mistake: a plain Error.
 */
export function openCatalogue(folders: CatalogueFolders): Catalogue {
  const editions = new Map<string, Edition>()
  let readAs = ''
  let state: string | undefined
  let lineage: readonly Lineage[] | undefined
  let table: KnownBeforehand | undefined
  let duties: readonly Duty[] | undefined

  function knownOfBodies(): { readonly known?: KnownBeforehand } {
    const path = join(folders.shipped, 'known-beforehand.json')
    if (existsSync(path)) table ??= readShipped(path, shippedSchemas['known-beforehand'])
    return table ? { known: table } : {}
  }

  function readDuties(): readonly Duty[] {
    const path = join(folders.shipped, 'duties.json')
    duties ??= existsSync(path)
      ? checkDuties(join('catalogue', 'duties.json'), readJson(path), shippedCycles(folders.shipped))
      : []
    return duties
  }

  const lawBeside = (): { readonly duties?: readonly Duty[] } => {
    const found = readDuties()
    return found.length > 0 ? { duties: found } : {}
  }

  const ids = () => [...new Set([...shippedIds(folders.shipped), ...importedIds(folders.imported)])].toSorted()

  function readShippedEdition(id: string): Edition | undefined {
    if (!shippedIds(folders.shipped).includes(id)) return undefined
    const edition = readEdition(join(folders.shipped, id))
    const former = edition.follows === undefined ? undefined : readShippedEdition(edition.follows)
    return former ? inheritWords(edition, former) : edition
  }

  const imported = (id: string): OfficialEdition | undefined =>
    importedIds(folders.imported).includes(id)
      ? readStored(importedFile(folders.imported, id), OfficialEditionSchema, 'i testi ufficiali')
      : undefined

  const completion = (id: string): Completion | undefined =>
    namesIn(folders.imported).includes(`${id}${completionEnding}`)
      ? readStored(completionFile(folders.imported, id), CompletionSchema, 'ciò che è stato scritto a mano delle linee')
      : undefined

  function read(id: string): Edition {
    const shipped = readShippedEdition(id)
    const official = imported(id)
    const printed = official ? mergeOfficial(shipped, official) : shipped
    if (printed === undefined) throw unknownEdition(id, ids())
    const former = shipped ? undefined : formerOf(printed, ids())
    const whole = former === undefined ? printed : succeed(printed, edition(former))
    const written = completion(id)
    return written ? withCompletion(whole, written) : whole
  }

  /** Asked many times for a page: the folder is looked at once in a turn of the event loop. */
  function stateNow(): string {
    if (state === undefined) setImmediate(forgetState)
    state ??= stateOf(folders.imported)
    return state
  }
  function forgetState(): void {
    state = undefined
  }

  function edition(id: string): Edition {
    const as = stateNow()
    if (as !== readAs) editions.clear()
    readAs = as
    const known = editions.get(id) ?? { ...read(id), ...knownOfBodies(), ...lawBeside() }
    editions.set(id, known)
    return known
  }

  return {
    ids,
    edition,
    lineage() {
      lineage ??= readShipped(join(folders.shipped, 'lineage.json'), shippedSchemas.lineage)
      return lineage
    },
    duties: readDuties,
    imported,
    saveImported(official) {
      const checked = OfficialEditionSchema.parse(official)
      writePrivateFile(importedFile(folders.imported, checked.id), JSON.stringify(checked, null, 2))
      forgetState()
    },
    completion,
    saveCompletion(written) {
      const checked = CompletionSchema.parse(written)
      writePrivateFile(completionFile(folders.imported, checked.edition), JSON.stringify(checked, null, 2))
      forgetState()
    },
    state: stateNow,
  }
}

const shippedIds = (folder: string): string[] =>
  readdirSync(folder).filter((name) => existsSync(join(folder, name, 'edition.json')))

/** The names in a folder. One that is not there is not looked into: the process that reads files may not. */
const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : [])

const importedIds = (folder: string): string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith(completionEnding))
    .map((name) => basename(name, '.json'))

const importedFile = (folder: string, id: string): string => join(folder, `${id}.json`)

const completionEnding = '.completion.json'
const completionFile = (folder: string, id: string): string => join(folder, `${id}${completionEnding}`)

/** Files are replaced, never changed in place: each time the folder changes. */
const stateOf = (folder: string): string => (existsSync(folder) ? String(statSync(folder).mtimeMs) : '')

/** The codes of the lines of the shipped editions, which duties may name, each with its cycle. */
const shippedCycles = (folder: string): readonly LinesOfCycle[] =>
  shippedIds(folder).map((id) => {
    const { triennium } = readShipped(join(folder, id, 'edition.json'), Years)
    const lines = readShipped(join(folder, id, 'action-lines.json'), Codes)
    return { cycle: `${triennium.from}-${triennium.to}`, codes: lines.map(({ code }) => code) }
  })

const Years = z.object({ triennium: shippedSchemas.edition.shape.triennium })
const Codes = z.array(z.object({ code: z.string() }))

const readEdition = (folder: string): Edition => ({
  ...readShipped(join(folder, 'edition.json'), shippedSchemas.edition),
  lines: readShipped(join(folder, 'action-lines.json'), shippedSchemas['action-lines']),
  institutionalLines: readShipped(join(folder, 'institutional-lines.json'), shippedSchemas['institutional-lines']),
  ...(existsSync(join(folder, 'official-texts.json')) && {
    fingerprints: readShipped(join(folder, 'official-texts.json'), shippedSchemas['official-texts']),
  }),
})

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

function readShipped<T>(path: string, schema: z.ZodType<T>): T {
  const { data, error } = schema.safeParse(readJson(path))
  if (error) throw new Error(`${path} is not what its schema asks:\n${z.prettifyError(error)}`)
  return data
}

function readStored<T>(path: string, schema: z.ZodType<T>, what: string): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw unreadableFile(
      path,
      `non contiene ${what} come li salva Timone`,
      'riprenderlo da una copia di sicurezza, oppure cancellarlo e ripetere il comando «timone catalogue» che lo scrisse',
    )
  }
}
