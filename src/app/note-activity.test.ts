// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createActivity } from '../shared/activity.ts';
import { asksIfHere, noteActivity } from './note-activity.ts';

let stop = (): void => {};

afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** How often somebody was noted at work while `act` was done in a page of a frame, a field and a question. */
function notesDuring(act: (page: ReturnType<typeof filledPage>) => void): number {
  const page = filledPage();
  const activity = createActivity();
  let count = 0;
  activity.subscribe(() => (count += 1));
  stop = noteActivity(activity);
  act(page);
  return count;
}

function filledPage() {
  const frame = createFrame();
  frame.tabIndex = 0;
  const field = document.createElement('input');
  const question = document.createElement('div');
  question.className = asksIfHere;
  const answer = question.appendChild(document.createElement('button'));
  document.body.append(frame, field, question);
  return { frame, field, answer };
}

function createFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p>Words</p>';
  return frame;
}

const happens = (type: string, target: EventTarget | null | undefined): void =>
  void target?.dispatchEvent(new Event(type, { bubbles: true }));

describe('A frame whose browser delivers nothing of it', () => {
  it('has somebody at work in it when the page loses its focus to it', () => {
    const notes = notesDuring(({ frame }) => {
      frame.focus();
      happens('blur', window);
    });
    expect(notes).toBe(1);
  });

  it('has nobody in it when the page loses its focus to another window', () => {
    const notes = notesDuring(({ field }) => {
      field.focus();
      happens('blur', window);
    });
    expect(notes).toBe(0);
  });

  it('counts no more once noting has ended', () => {
    const notes = notesDuring(({ frame }) => {
      stop();
      frame.focus();
      happens('blur', window);
      happens('keydown', document.body);
    });
    expect(notes).toBe(0);
  });
});

describe('Somebody is at work', () => {
  it.each(['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'])('by a %s', (type) => {
    expect(notesDuring(({ field }) => happens(type, field))).toBe(1);
    expect(notesDuring(({ frame }) => happens(type, frame.contentWindow))).toBe(1);
  });

  it('in a frame that came later', () => {
    const notes = notesDuring(() => {
      const later = createFrame();
      document.body.append(later);
      later.dispatchEvent(new Event('load'));
      happens('keydown', later.contentWindow);
    });
    expect(notes).toBe(1);
  });

  it('neither by moving the mouse nor by answering whether anybody is', () => {
    const notes = notesDuring(({ field, answer }) => {
      happens('pointermove', field);
      happens('mousemove', field);
      happens('pointerdown', answer);
    });
    expect(notes).toBe(0);
  });
});
