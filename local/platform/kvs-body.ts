import type { ZodType } from 'zod';
import { badRequest } from './kvs-error';

export function parseBody<T>(schema: ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw badRequest(
    'INVALID_REQUEST',
    `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'is not understood'}`,
  );
}

export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest('INVALID_REQUEST', 'The body is not JSON');
  }
}
