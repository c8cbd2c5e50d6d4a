/** What sends a request and brings its answer. Each layer takes one and is one. */
export type Send = (request: Request) => Promise<Response>;

/** The last part of `urn:tall:problem:<code>` of a refused request; the answer can still be read afterwards. */
export async function problemCode(answer: Response): Promise<string | undefined> {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  const document: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof document !== 'object' || document === null || !('type' in document)) return undefined;
  return typeof document.type === 'string' ? document.type.split(':').at(-1) : undefined;
}
