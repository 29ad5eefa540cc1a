/** What has expired can be read for two days more. `expireTime`: ISO, as the storage says it; absent: never. */
export const isExpired = (expireTime: string | undefined, now: number): boolean =>
  expireTime !== undefined && Date.parse(expireTime) <= now;
