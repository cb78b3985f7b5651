// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import {
  noPreferences,
  parsePreferences,
  storedPreferences,
  storePreferences,
} from './reading-preferences.ts';

describe('Reading preferences', () => {
  afterEach(() => localStorage.clear());

  it.each<{ title: string; input: unknown; expected: unknown }>([
    { title: 'are none at first', input: null, expected: noPreferences },
    { title: 'are none in a list', input: [1], expected: noPreferences },
    {
      title: 'are read back',
      input: {
        order: ['11450-4', 'tabc#2'],
        first: 3,
        single: true,
        condense: true,
        contentsAway: true,
      },
      expected: {
        order: ['11450-4', 'tabc#2'],
        first: 3,
        single: true,
        condense: true,
        contentsAway: true,
      },
    },
    {
      title: 'leave out what nobody could have stored',
      input: { order: [7, 'a b', '<x>'], first: -1, single: 'yes', contentsAway: 1 },
      expected: noPreferences,
    },
  ])('$title', ({ input, expected }) => {
    expect(parsePreferences(input)).toEqual(expected);
  });

  it('survive the page and leave nothing where there are none', () => {
    const preferences = { ...noPreferences, first: 5, condense: true };
    storePreferences(preferences);
    expect(storedPreferences()).toEqual(preferences);
    storePreferences(noPreferences);
    expect(localStorage.length).toBe(0);
  });

  it('are none where storage holds something else', () => {
    localStorage.setItem('dossier-cda-reading', '{');
    expect(storedPreferences()).toEqual(noPreferences);
  });
});
