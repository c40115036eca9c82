import type { Handler } from '../http/request.ts';
import { resetRequestWrites } from './reset-request-writes.ts';

/** The same work for every address, known or not, so that neither the answer nor its time differs (000-040). */
export const requestPasswordReset: Handler<'public', 'requestPasswordReset'> = (request) =>
  request.change(async () => ({ writes: resetRequestWrites(request, request.body), reply: {} }));
