import { compileMessage } from '@lingui/message-utils/compileMessage';
import { afterEach, describe, expect, it } from 'vitest';
import { addEnglish, locale, t } from './messages.ts';
import { setLanguage } from './set-language.ts';

const german = {
  './de/ccd.json': async () => ({
    'ccd.start': compileMessage('Beginn'),
    'ccd.zone': compileMessage('Zeit in {place}'),
  }),
};

afterEach(async () => {
  await setLanguage('en', {});
});

describe('the language of the interface', () => {
  it('is a folder of catalogue files: no code knows its name', async () => {
    await setLanguage('de', {}, german);
    expect(t('ccd.start')).toBe('Beginn');
    expect(t('ccd.zone', { place: 'Wien' })).toBe('Zeit in Wien');
    expect(locale()).toBe('de');
  });

  it('stays English for a sentence that is not translated', async () => {
    await setLanguage('de', {}, german);
    expect(t('ccd.end')).toBe('End');
  });

  it('stays English where the build has no such folder', async () => {
    await setLanguage('xx', {}, german);
    expect(t('ccd.start')).toBe('Start');
    expect(locale()).toBe('en-GB');
  });

  it('keeps its own where English sentences come later', async () => {
    await setLanguage('de', {}, german);
    addEnglish({ 'ccd.start': compileMessage('Start'), 'list.heading': compileMessage('Papers') });
    expect(t('ccd.start')).toBe('Beginn');
    expect(t('list.heading')).toBe('Papers');
    expect(locale()).toBe('de');
  });

  it('lets the administrator’s own sentences win, values included', async () => {
    await setLanguage('de', { 'ccd.zone': 'Ortszeit {place}' }, german);
    expect(t('ccd.zone', { place: 'Wien' })).toBe('Ortszeit Wien');
    expect(t('ccd.start')).toBe('Beginn');
  });
});
