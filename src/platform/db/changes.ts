// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { type AdministrationId, administrationId } from '../../kernel/ids.ts'

/** Counts the changes of each body's data, so that what was made from them is kept until they change. */
export type Changes = {
  /** The number of a body's data: another one after every change. */
  of(body: AdministrationId): string
  /** The number of everybody's data. */
  ofAll(): string
  /** The highest key of a body whose data changed since this process began; 0 before. */
  newest(): number
}

/** The counter's other side, for those who commit and who hear of commits. */
export type ChangeCounter = Changes & {
  /** Counts a change that this process has just committed, or may have. */
  count(body: AdministrationId): void
  /** What a commit tells the other processes. */
  announcement(body: AdministrationId): string
  /** Counts what another process announced; what this one announced it has counted itself. */
  heard(announced: string): void
  /** Announcements do not come any more: until `missed` nothing has the same number twice. */
  lost(): void
  /** Announcements come again; some may have been missed, so everything counts as changed. */
  missed(): void
}

/** Counts the changes of who may do what: sessions, people, roles, members. */
export type AccessChanges = {
  of(): string
  count(): void
  heard(): void
  lost(): void
  missed(): void
}

/** What listens: while it cannot hear, no number comes twice. */
function createHearing() {
  let gaps = 0
  let deaf = false
  return {
    number() {
      if (deaf) gaps += 1
      return gaps
    },
    lost() {
      deaf = true
    },
    missed() {
      deaf = false
      gaps += 1
    },
  }
}

/** Begins to count the changes of bodies' data. */
export function countChanges(): ChangeCounter {
  const self = randomUUID()
  const { number, lost, missed } = createHearing()
  const numbers = new Map<AdministrationId, number>()
  let all = 0
  let newest = 0
  const count = (body: AdministrationId) => {
    numbers.set(body, (numbers.get(body) ?? 0) + 1)
    all += 1
    newest = Math.max(newest, body)
  }
  return {
    of: (body) => `${number()}.${numbers.get(body) ?? 0}`,
    ofAll: () => `${number()}.${all}`,
    newest: () => newest,
    count,
    announcement: (body) => `${body} ${self}`,
    heard(announced) {
      if (!announced.endsWith(` ${self}`)) count(bodyOf(announced))
    },
    lost,
    missed,
  }
}

/** Begins to count the changes of who may do what. */
export function countAccessChanges(): AccessChanges {
  const { number, lost, missed } = createHearing()
  let all = 0
  const count = () => {
    all += 1
  }
  return { of: () => `${number()}.${all}`, count, heard: count, lost, missed }
}

/** The body that an announcement is about. */
export const bodyOf = (announced: string): AdministrationId => administrationId(Number(announced.split(' ')[0]))
