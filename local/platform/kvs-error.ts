/** A refusal of the storage service, as it goes over the wire. */
export class KvsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const badRequest = (code: string, message: string): KvsError => new KvsError(400, code, message);

export const keyNotFound = (): KvsError => new KvsError(404, 'KEY_NOT_FOUND', 'Key not found');
