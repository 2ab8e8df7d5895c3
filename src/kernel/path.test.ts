// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { path } from './path.ts'

const line = path('/enti/:slug/linee/:code')

test('encodes parameters, so that none can add a segment or a query', () => {
  expect(line({ slug: '../a?b', code: 'è' })).toBe('/enti/..%2Fa%3Fb/linee/%C3%A8')
})

test('leaves out query values that are not given and encodes the others', () => {
  expect(line({ slug: 'a', code: 'b' }, { stato: undefined, testo: 'più & meno' })).toBe(
    '/enti/a/linee/b?testo=pi%C3%B9+%26+meno',
  )
  expect(line({ slug: 'a', code: 'b' }, { stato: undefined })).toBe('/enti/a/linee/b')
})

test('keeps its pattern for the router', () => {
  expect(line.pattern).toBe('/enti/:slug/linee/:code')
  expect(path('/')({})).toBe('/')
})
