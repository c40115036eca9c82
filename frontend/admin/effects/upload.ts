import { NoAnswerError } from '../../../shared/contract/client.ts';
import type { UploadForm } from '../../../shared/contract/views.ts';

/**
 * Sends a file with a form that the API gave. `onShare` hears how much has left, 0 to 1: `fetch` cannot say that.
 * Rejects with NoAnswerError when the storage did not take it.
 */
export function uploadFile(form: UploadForm, file: File, onShare: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
    body.append('file', file);
    const request = new XMLHttpRequest();
    const fail = () => reject(new NoAnswerError(request.status));
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : fail());
    request.onerror = fail;
    request.onabort = fail;
    request.open('POST', form.url);
    request.send(body);
  });
}
