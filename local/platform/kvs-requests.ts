import { z } from 'zod';

/** Bodies of the storage service's calls, as the @forge/kvs package sends them. Keys and values are checked later. */

const ttl = z.object({ value: z.number(), unit: z.string() });
const setOptions = z
  .object({
    ttl: ttl.optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  })
  .optional();
const key = z.string();
const entityName = z.string().optional();

const condition = z.object({
  property: z.string(),
  condition: z.string(),
  values: z.array(z.unknown()).default([]),
});
const conditions = z
  .object({ and: z.array(condition).optional(), or: z.array(condition).optional() })
  .optional();

export const pointRequest = z.object({ key, entityName });
export const setRequest = z.object({ key, entityName, value: z.unknown().optional(), options: setOptions });
export const entityPointRequest = pointRequest.required();
export const entitySetRequest = setRequest.required({ entityName: true });
export const batchPointRequest = z.array(pointRequest);
export const batchSetRequest = z.array(setRequest);

export const keyQueryRequest = z.object({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z.array(condition).optional(),
});

export const entityQueryRequest = z.object({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: condition.omit({ property: true }).optional(),
  filters: conditions,
  sort: z.enum(['ASC', 'DESC']).optional(),
  limit: z.number().optional(),
  cursor: z.string().optional(),
});

const target = { key, entityName, conditions };
export const transactionRequest = z.object({
  set: z
    .array(
      z.object({
        ...target,
        value: z.unknown().optional(),
        options: z.object({ ttl: ttl.optional() }).optional(),
      }),
    )
    .default([]),
  delete: z.array(z.object(target)).default([]),
  check: z.array(z.object(target)).default([]),
});

export type SetRequest = z.infer<typeof setRequest>;
export type PointRequest = z.infer<typeof pointRequest>;
export type TransactionRequest = z.infer<typeof transactionRequest>;
