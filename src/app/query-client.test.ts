import { describe, expect, it } from 'vitest';
import { createQueryClient } from './query-client.ts';

describe('queries', () => {
  it('are never repeated by themselves', () => {
    expect(createQueryClient().getDefaultOptions().queries).toEqual({
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnMount: false,
      refetchOnReconnect: false,
    });
  });
});
