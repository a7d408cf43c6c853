import { afterEach, describe, expect, it } from 'vitest';

import { placement, sameBoardTarget, targetOf, type DraggedIdea } from './drag';

const fromList: DraggedIdea = { id: 'i', title: 'Idea', from: null };
const fromTrack: DraggedIdea = { ...fromList, from: 't1' };

afterEach(() => document.body.replaceChildren());

/** An element with these data attributes, and one inside of it. */
function inside(data: Record<string, string>): Element {
  const [place, inner] = [document.createElement('div'), document.createElement('b')];
  Object.assign(place.dataset, data);
  place.append(inner);
  document.body.append(place);
  return inner;
}

describe('the target under the pointer', () => {
  it.each([
    ['track', { cell: '', track: 't1', round: 'r', room: 'x' }],
    ['room', { cell: '', round: 'r', room: 'x' }],
    ['list', { list: '' }],
  ])('is a %s, from anything inside of it', (type, data: Record<string, string>) => {
    expect(targetOf(inside(data))).toMatchObject({ type });
  });

  it('is nothing elsewhere, and nothing in a cell without room and track', () => {
    expect(targetOf(inside({ cell: '', round: 'r' }))).toBeNull();
    expect(targetOf(inside({}))).toBeNull();
    expect(targetOf(null)).toBeNull();
  });
});

describe('the edit of a drop on the board', () => {
  it('places an idea in a track', () => {
    expect(placement(fromList, { type: 'track', track: 't2' })).toEqual({
      ...{ type: 'placeIdea', idea: 'i', place: { type: 'track', track: 't2' }, from: null },
    });
  });

  it('places an idea in a free room, in a new track', () => {
    const edit = placement(fromTrack, { type: 'room', round: 'r', room: 'x' });
    expect(edit).toMatchObject({
      ...{ type: 'placeIdea', from: 't1', place: { type: 'room', round: 'r', room: 'x' } },
    });
    const other = placement(fromTrack, { type: 'room', round: 'r', room: 'x' });
    expect(other).not.toEqual(edit);
  });

  it('takes an idea back to the list', () => {
    expect(placement(fromTrack, { type: 'list' })).toEqual({ type: 'unplaceIdea', track: 't1' });
  });

  it('is nothing where the idea already is', () => {
    expect(placement(fromTrack, { type: 'track', track: 't1' })).toBeNull();
    expect(placement(fromList, { type: 'list' })).toBeNull();
  });
});

it('compares targets of the board by where they are', () => {
  const room = { type: 'room', round: 'r', room: 'x' } as const;
  expect(sameBoardTarget(room, { ...room })).toBe(true);
  expect(sameBoardTarget(room, { ...room, room: 'y' })).toBe(false);
});
