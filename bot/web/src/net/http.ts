/** The server answered, but not with success. */
export class HttpError extends Error {
  constructor(readonly status: number, readonly code: string, readonly retryAfter: number | null) {
    super(`${status} ${code}`);
  }

  /** The token is genuine but too old, or the conversation is gone: sending again cannot help. */
  get ended(): boolean {
    return this.status === 404 || this.status === 403 || this.status === 401;
  }

  /** The request itself is wrong; the resident has to change the answer. */
  get refused(): boolean {
    return this.status === 400 || this.status === 413;
  }
}

/** No answer within this many seconds counts as no connection. */
const PATIENCE = 20;

export async function request(url: string, token: string, init: RequestInit = {}, signal?: AbortSignal, patience = PATIENCE): Promise<Response> {
  const signals = [AbortSignal.timeout(patience * 1000), ...(signal ? [signal] : [])];
  const response = await fetch(url, {
    ...init,
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.any(signals),
    headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(typeof init.body === 'string' ? { 'Content-Type': 'application/json' } : {}) },
  });
  if (response.ok) return response;
  const wait = Number(response.headers.get('Retry-After'));
  throw new HttpError(response.status, await errorCode(response), Number.isFinite(wait) && wait > 0 ? wait : null);
}

/** Direct Line and our own API each have their own form. */
async function errorCode(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { code?: string; error?: { code?: string } };
    return body.error?.code ?? body.code ?? '';
  } catch {
    return '';
  }
}
