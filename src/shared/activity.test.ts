import { describe, expect, it } from 'vitest';
import { createActivity } from './activity.ts';

describe('activity', () => {
  it('begins with the creation and moves with each note', () => {
    let time = 1000;
    const activity = createActivity(() => time);
    time = 2000;
    expect(activity.last()).toBe(1000);
    activity.note();
    expect(activity.last()).toBe(2000);
  });

  it('tells those who listen, until they leave', () => {
    const activity = createActivity();
    let heard = 0;
    const leave = activity.subscribe(() => (heard += 1));
    activity.note();
    leave();
    activity.note();
    expect(heard).toBe(1);
  });

  it('lets a listener leave while it is told', () => {
    const activity = createActivity();
    let heard = 0;
    const leave = activity.subscribe(() => leave());
    activity.subscribe(() => (heard += 1));
    activity.note();
    expect(heard).toBe(1);
  });
});
