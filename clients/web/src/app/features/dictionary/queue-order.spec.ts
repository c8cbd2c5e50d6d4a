import { placeAfter } from './queue-order';

const QUEUE = ['a', 'b', 'c', 'd'];

describe('moving a word in the queue', () => {
  it('puts it before the one that was before it', () => {
    expect(placeAfter('earlier', 2, QUEUE, true)).toEqual({ at: 'before', wordId: 'b' });
  });

  it('puts it behind the one that was behind it', () => {
    expect(placeAfter('later', 1, QUEUE, true)).toEqual({ at: 'before', wordId: 'd' });
  });

  it('puts it last when only the last was behind it', () => {
    expect(placeAfter('later', 2, QUEUE, true)).toEqual({ at: 'last' });
  });

  it('waits for the rest of the queue before it says what is last', () => {
    expect(placeAfter('later', 2, QUEUE, false)).toBeUndefined();
  });

  it('puts it first', () => {
    expect(placeAfter('first', 3, QUEUE, true)).toEqual({ at: 'first' });
  });

  it('leaves the first and the last where they are', () => {
    expect(placeAfter('first', 0, QUEUE, true)).toBeUndefined();
    expect(placeAfter('earlier', 0, QUEUE, true)).toBeUndefined();
    expect(placeAfter('later', 3, QUEUE, true)).toBeUndefined();
  });
});
