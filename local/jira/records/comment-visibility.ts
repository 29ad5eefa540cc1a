import { z } from 'zod';

/** Who alone may read a comment, besides being able to see its issue. */
export const commentVisibility = z.object({
  type: z.enum(['role', 'group']),
  /** The role's or group's name. */
  value: z.string(),
  /** The role's name again, or the group's id. */
  identifier: z.string().optional(),
});

export type CommentVisibility = z.infer<typeof commentVisibility>;

export const roleVisibility = (role: string): CommentVisibility => ({
  type: 'role',
  value: role,
  identifier: role,
});
