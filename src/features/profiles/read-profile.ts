// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidProfile } from '../../kernel/errors.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Profile } from './model.ts'
import { notAProfile, textOf } from './reading/guard.ts'
import { judgeProfile, mostProblems } from './reading/judge-profile.ts'
import { readYaml } from './reading/read-yaml.ts'
import { type Finding, pathInWords, type Source } from './reading/source.ts'

/**
 * Reads a profile from YAML, or from JSON, which is YAML too. A key left empty counts as absent.
 * @param content the file's text, or its bytes in UTF-8.
 * @param fileName for the places of the problems, `profile.yaml:12:5 (piano › voci › n. 4 (CAP1.PA.07) › status)`.
 * @throws {TimoneError} `not-a-plan`, `too-large`, or `invalid-profile` with every problem, not only the first.
 */
export function readProfile(content: string | Uint8Array, fileName: string, catalogue: Catalogue): Profile {
  return validate(readYaml(textOf(content, fileName), fileName), catalogue)
}

/**
 * Reads a profile from the JSON inside our own documents, with the same rules.
 * @param source the name of the document, for the places of the problems.
 * @throws {TimoneError} as `readProfile`.
 */
export function parseCanonical(json: string, source: string, catalogue: Catalogue): Profile {
  return validate(readJson(textOf(json, source), source), catalogue)
}

function validate(source: Source, catalogue: Catalogue): Profile {
  const { profile, findings } = judgeProfile(source, catalogue)
  if (findings.length > 0 || !profile) {
    throw invalidProfile(source.name, source.locate(findings.slice(0, mostProblems)))
  }
  return profile
}

function readJson(json: string, name: string): Source {
  const data = parseJson(json, name)
  const locate = (findings: readonly Finding[]) =>
    findings.map(({ path, message, remedy }) => ({
      place: `${name} (${pathInWords(path, data)})`,
      message,
      ...(remedy && { remedy }),
    }))
  return { name, data, locate, spelling: () => undefined }
}

function parseJson(json: string, name: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw notAProfile(name, 'i dati del piano non sono JSON', 'usare il PDF così come Timone lo ha scritto')
  }
}
