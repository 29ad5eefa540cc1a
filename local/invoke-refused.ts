/** The platform does not even call the function. The status is what its gateway would answer. */
export class InvokeRefused extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 413 | 429,
    message: string,
  ) {
    super(message);
  }
}
