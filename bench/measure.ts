// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The cost of a command. Memory is the highest sum over the command and all its descendants. */
export type Cost = { readonly seconds: number; readonly megabytes: number }

const pollMilliseconds = 40

/**
 * Runs a command to its end and measures it.
 * @param codes the exit codes that count as its end.
 * @throws {Error} with its output when it ends with another.
 */
export async function measureCommand(
  command: string,
  args: readonly string[],
  codes: readonly number[] = [0],
): Promise<Cost> {
  const started = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  let kilobytes = 0
  const poll = setInterval(() => {
    kilobytes = Math.max(kilobytes, residentKilobytes(child.pid))
  }, pollMilliseconds)
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  clearInterval(poll)
  if (code === null || !codes.includes(code))
    throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`)
  return { seconds: (performance.now() - started) / 1000, megabytes: kilobytes / 1024 }
}

/** The best of several runs: other programs on the machine can only make a run slower. */
export async function best(runs: number, run: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = []
  for (let n = 0; n < runs; n += 1) costs.push(await run())
  return {
    seconds: Math.min(...costs.map(({ seconds }) => seconds)),
    megabytes: Math.min(...costs.map(({ megabytes }) => megabytes)),
  }
}

/** User and system time of a process so far, in milliseconds (Linux). */
export function cpuMilliseconds(pid: number): number {
  const [user = 0, system = 0] = ticksOf(pid)
  return (user + system) * millisecondsPerTick
}

/** The same of a process and of all that it has started, those that have ended too. */
export function cpuOfFamily(pid: number): number {
  const ticks = [...familyOf(pid)].flatMap(({ pid: member }) => ticksOf(member))
  return ticks.reduce((sum, each) => sum + each, 0) * millisecondsPerTick
}

const millisecondsPerTick = 10

/** User and system time of a process, then the same of its children that have ended; none for one that is gone. */
function ticksOf(pid: number): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
    return stat.split(' ').slice(11, 15).map(Number)
  } catch {
    return []
  }
}

const residentKilobytes = (root: number | undefined): number =>
  familyOf(root).reduce((sum, { resident }) => sum + resident, 0)

type Process = { readonly pid: number; readonly parent: number; readonly resident: number }

/** A process and all its descendants that run. */
function familyOf(root: number | undefined): readonly Process[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statusOf(Number(name)))
  const family = new Set([root])
  // Parents come before children in order of age, and pids wrap around rarely: two passes find them all.
  for (const _ of [1, 2]) for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  return processes.filter(({ pid }) => family.has(pid))
}

function statusOf(pid: number): Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    return [{ pid, parent: number('PPid'), resident: number('VmRSS') }]
  } catch {
    return []
  }
}
